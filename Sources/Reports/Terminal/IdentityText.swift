public import Experiments

/// Whether the identities of every run hold, as plain text.
public enum IdentityText {
  /// One line when all hold, otherwise every broken one with its two sides.
  public static func render(_ outcome: OutcomeTable, _ language: Language) -> String {
    let checked = outcome.identities.joined().joined().count
    let broken = outcome.brokenIdentities
    guard !broken.isEmpty else {
      return Messages.shared.text("terminal.identitiesHold", language, [String(checked)]) + "\n"
    }
    let counts = [String(checked), String(broken.count)]
    let head = Messages.shared.text("terminal.identitiesBroken", language, counts) + "\n"
    return head
      + broken.map { lapse in
        let identity = lapse.identity
        let wording = language.pick(zh: identity.zh, en: identity.en)
        let policy = outcome.policies[lapse.policy].id
        let run = Messages.shared.text(
          "terminal.brokenIn",
          language,
          [policy, String(lapse.replication)]
        )
        return "  \(run): "
          + "\(identity.id): \(wording): \(identity.left) ≠ \(identity.right)\n"
      }.joined()
  }
}
