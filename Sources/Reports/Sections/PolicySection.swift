internal import Experiments

/// What each policy does, lever by lever and day by day.
extension Edition {
  var policySection: [Slots] {
    outcome.policies.indices.map { place in
      let policy = outcome.policies[place]
      let note = note(policy.note)
      return [
        "name": name(ofPolicy: place),
        "id": PlainText.shown(policy.id),
        "plan": policy.plan.map(PlainText.shown).joined(separator: ", "),
        "note": note.isEmpty ? [] : [note],
        "borrowed": isBorrowed(policy) ? [text("policy.borrowed")] : [],
        "settings": policy.settings.map(setting),
        "none": policy.settings.isEmpty ? [text("policy.none")] : [],
      ]
    }
  }

  /// Whether a lever comes from a plan that was written for another place or another alliance.
  private func isBorrowed(_ policy: PolicyTable) -> Bool {
    policy.note.lowercased().contains("borrowed") || policy.note.contains("借")
  }

  private func setting(_ setting: SettingTable) -> Slots {
    let unit = UnitText(named: setting.unit)
    let end = setting.end.map { text("policy.until", PlainText.shown($0)) }
    return [
      "name": written(zh: setting.zh, en: setting.en),
      "path": PlainText.shown(setting.path),
      "level": unit.written(setting.level, language),
      "neutral": unit.written(setting.neutral, language),
      "start": PlainText.shown(setting.start),
      "ramp": setting.rampDays == 0
        ? text("policy.step") : text("policy.ramp", String(setting.rampDays)),
      "end": end ?? text("policy.openEnd"),
      "plan": setting.plan.map(PlainText.shown).joined(separator: ", "),
    ]
  }
}
