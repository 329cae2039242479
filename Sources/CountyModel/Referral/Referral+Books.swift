import Engine
import Geography
import Probability

/// What the county writes down of referrals, called from where things happen.
extension World {
  /// A patient sets out with or without a letter.
  mutating func bookSetOff(
    _ patient: EpisodeID,
    from origin: FacilityID,
    to destination: FacilityID
  ) {
    let episode = episodes[patient]
    let (from, to) = (facilities.kind(origin), facilities.kind(destination))
    episodes[patient].traits.insert(.underway)
    referrals.book(
      .accepted,
      from: from,
      to: to,
      because: episode.reasonToRefer,
      yearPage: today.page.year
    )
    guard notices.communities.table.community(of: origin) != nil else { return }
    let inside = notices.communities.table.unites(origin, destination)
    ledger.add(.memberReferrals, lane: inside ? 0 : to.countsInCounty ? 1 : 2)
  }

  /// A patient who was sent stands at the door.
  mutating func bookArrival(_ patient: EpisodeID) {
    let episode = episodes[patient]
    guard episode.traits.contains(.underway) else { return }
    episodes[patient].traits.remove(.underway)
    referrals.book(
      .arrived,
      from: facilities.kind(episode.origin),
      to: facilities.kind(episode.facility),
      because: episode.reasonToRefer,
      yearPage: today.page.year
    )
  }

  /// The round offers step-down to a stable patient, and the family agrees.
  mutating func bookStepDown(
    _ stage: ReferralBooks.Stage,
    from hospital: FacilityID,
    to township: FacilityID
  ) {
    referrals.book(
      stage,
      from: facilities.kind(hospital),
      to: facilities.kind(township),
      because: .down,
      yearPage: today.page.year
    )
    guard stage == .arrived else { return }
    if isLead(hospital) { ledger.add(.leadSentDown) }
    guard notices.communities.table.community(of: hospital) != nil else { return }
    let inside = notices.communities.table.unites(hospital, township)
    ledger.add(.memberStepDowns, lane: inside ? 0 : 1)
  }

  /// Somebody leaves a hospital bed.
  mutating func bookHospitalDischarge(from hospital: FacilityID) {
    if isLead(hospital) { ledger.add(.leadDischarges) }
  }

  /// A planned admission gets its day.
  mutating func bookPlannedAdmission(of episode: Episode, daysAhead: Int) {
    let lane = episode.traits.contains(.referred) ? 1 : 0
    ledger.add(.planned, lane: lane)
    ledger.add(.plannedDays, lane: lane, Int64(daysAhead))
  }

  /// A first contact of an episode.
  mutating func bookContact(of episode: Episode) {
    if catalogue.suitsGrassroots(episode) { ledger.add(.suitableContacts) }
  }

  /// A visit, looked at by the catalogue; call it before the person remembers the visit.
  mutating func bookSuitability(of patient: EpisodeID, at kind: FacilityKind) {
    let episode = episodes[patient]
    guard catalogue.suitsGrassroots(episode) else { return }
    ledger.add(.suitableVisits, lane: kind.lane)
    guard !kind.isGrassroots else { return }
    if isLead(episode.facility) { ledger.add(.suitableAtLead) }
    guard !episode.traits.contains(.hospitalSeen), !episode.traits.contains(.referred) else {
      return
    }
    ledger.add(.bypass, lane: causeOfBypass(episode).rawValue)
  }

  /// Whether the family doctor, who follows the case up, stays the patient's usual place (TZ-33).
  func keepsUsual(_ episode: Episode, at kind: FacilityKind) -> Bool {
    guard notices.referral.followUp > 0, !kind.isGrassroots,
      episode.traits.contains(.familyReferred)
    else { return false }
    let address = Purpose.afterHospital.at(episode.need, episode.encounter)
    return streams.uniform(at: address) < notices.referral.followUp
  }

  /// Whether the green channel admits a patient first (TZ-20).
  func takesGreenChannel(_ episode: Episode) -> Bool {
    guard notices.referral.greenChannel > 0, episode.traits.contains(.referred) else {
      return false
    }
    let address = Purpose.greenChannel.at(episode.need)
    return streams.uniform(at: address) < notices.referral.greenChannel
  }

  /// Why a case for the grassroots went to a hospital without a letter.
  private func causeOfBypass(_ episode: Episode) -> BypassCause {
    if episode.traits.contains(.advised) { return .advised }
    if episode.traits.contains(.emergency) { return .emergency }
    if !catalogue.opening.contains((now - today.midnight).inMinutes) { return .closed }
    if episode.encounter > 1 { return .line }
    if let usual = usualFacility(of: episode.person), !facilities.kind(usual.facility).isGrassroots
    {
      return .habit
    }
    let home = episode.settlement.row
    let nearer = catalogue.hospitalMinutes[home] < catalogue.townshipMinutes[home]
    return nearer ? .nearer : .preference
  }

  /// Whether a hospital leads a community today.
  private func isLead(_ hospital: FacilityID) -> Bool {
    guard let community = notices.communities.table.community(of: hospital) else { return false }
    return notices.communities.table.lead(of: community) == hospital
  }
}

/// Why somebody goes to a hospital with a case for the grassroots; lanes of the ledger.
enum BypassCause: Int, CaseIterable {
  /// A grassroots doctor told them to, without a letter.
  case advised
  /// It felt like an emergency.
  case emergency
  /// The grassroots were closed.
  case closed
  /// They had given up a line.
  case line
  /// A hospital is where they always go.
  case habit
  /// The hospital is nearer than any township centre.
  case nearer
  /// They preferred it.
  case preference
}

/// What must hold of referrals at the end of every run.
extension Referral {
  /// Referrals followed are those that arrived, were withdrawn, or are still under way.
  func identity(in world: borrowing World) -> Readings.Identity {
    let inside = world.count {
      $0.traits.contains(.underway) || $0.traits.contains(.blocked)
    }
    return Readings.Identity(
      id: "referrals",
      zh: "已转出 = 已接收 + 撤回 + 在途",
      en: "referrals sent = received + withdrawn + under way",
      left: world.referrals.sent,
      right: world.referrals.received + world.referrals.withdrawn + inside
    )
  }
}
