import Engine

/// The map of the county: who receives what.
extension Departments {
  /// Routes one handoff.
  mutating func route(_ handoff: Handoff, in world: inout World) {
    switch handoff {
    case .needArose(let patient): firstContact.decide(patient, in: &world)
    case .called(let patient): ambulance.answer(callFor: patient, in: &world)
    case .presentedAtClinic(let patient): clinics.receive(patient, in: &world)
    case .presentedAtEmergency(let patient): emergency.receive(patient, in: &world)
    case .seeksElsewhere(let patient) where world.episodes[patient].traits.contains(.followUp):
      chronicCare.missed(patient, in: &world)
    case .seeksElsewhere(let patient): firstContact.decideAgain(patient, in: &world)
    case .reachedBeyond(let patient): referral.receiveBeyond(patient, in: &world)
    case .referredUp(let patient): referral.refer(patient, in: &world)
    case .decisionToAdmit(let patient): beds.admit(patient, in: &world)
    case .refusedBed(let patient): referral.transfer(patient, in: &world)
    case .leftBay(let patient): emergency.release(patient, in: &world)
    case .conveyed(let patient, let crew): emergency.receive(patient, from: crew, in: &world)
    case .transferred(let patient, let facility):
      ambulance.transfer(patient, to: facility, in: &world)
    case .bayReady(let patient): ambulance.handOver(patient, in: &world)
    case .visitEnded(let patient): finance.settleVisit(of: patient, in: &world)
    case .discharged(let patient): finance.settleStay(of: patient, in: &world)
    case .movedDown(let patient, let ward): beds.lieDown(patient, in: ward, in: &world)
    case .refillDue(let person): population.refill(person, in: &world)
    case .followedUp(let patient): chronicCare.followedUp(patient, in: &world)
    case .closed(let patient) where world.episodes[patient].traits.contains(.fatal):
      population.close(patient, in: &world)
    case .testOrdered(let patient): diagnostics.receive(patient, in: &world)
    case .resultsReady(let patient): clinics.receive(patient, in: &world)
    case .missedSlot(let patient): firstContact.giveUpSlot(patient, in: &world)
    case .foundClosed(let patient) where world.episodes[patient].traits.contains(.followUp):
      chronicCare.missed(patient, in: &world)
    case .foundClosed(let patient): firstContact.redirect(patient, in: &world)
    case .closed(let patient): world.end(patient)
    }
  }
}
