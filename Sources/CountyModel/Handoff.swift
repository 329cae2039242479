/// What one department tells the county; `Pathways` decides who receives it.
enum Handoff: BitwiseCopyable {
  /// A need arose and the person is deciding what to do.
  case needArose(EpisodeID)
  /// Somebody called 120 for the patient.
  case called(EpisodeID)
  /// The patient stands at the door of a clinic.
  case presentedAtClinic(EpisodeID)
  /// The patient stands at the door of an emergency department.
  case presentedAtEmergency(EpisodeID)
  /// The patient gave up waiting and looks elsewhere.
  case seeksElsewhere(EpisodeID)
  /// The patient has reached care out of the city.
  case reachedBeyond(EpisodeID)
  /// A doctor refers the patient upwards.
  case referredUp(EpisodeID)
  /// A doctor decided to admit the patient at the present facility.
  case decisionToAdmit(EpisodeID)
  /// No bed could be had in time.
  case refusedBed(EpisodeID)
  /// The patient no longer needs the bay: admitted, transferred or gone.
  case leftBay(EpisodeID)
  /// The crew has brought the patient to the door.
  case conveyed(EpisodeID, by: CrewID)
  /// A patient is to be moved to another facility, by ambulance or alone.
  case transferred(EpisodeID, to: FacilityID)
  /// A bay is free for the patient whom a crew is holding.
  case bayReady(EpisodeID)
  /// A consultation or an emergency visit is over and is to be paid.
  case visitEnded(EpisodeID)
  /// A stay is over and is to be paid.
  case discharged(EpisodeID)
  /// A stable patient moves to a township bed, after the stay so far has been paid.
  case movedDown(EpisodeID, to: WardID)
  /// Somebody with a chronic disease needs a refill.
  case refillDue(PersonID)
  /// The consultation of somebody who was called in for a follow-up is over.
  case followedUp(EpisodeID)
  /// A doctor sends the patient for a test.
  case testOrdered(EpisodeID)
  /// The patient is back with the result, or the result has come.
  case resultsReady(EpisodeID)
  /// The patient did not keep the appointment.
  case missedSlot(EpisodeID)
  /// The facility is closed: booked and referred patients are sent to another.
  case foundClosed(EpisodeID)
  /// The episode is over.
  case closed(EpisodeID)
}
