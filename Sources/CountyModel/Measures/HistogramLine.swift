/// What histograms of waiting times are kept, each by year and lane.
enum HistogramLine: Int, CaseIterable {
  /// Wait for a consultation, lanes by kind of facility.
  case consultation
  /// Wait at county outpatients of those who arrive from 8 to 10 in the morning.
  case countyMorning
  /// Time in an emergency bay from the decision to admit until a bed is ready.
  case boarding
  /// From the call until the crew is on scene: lane 0 urban, lane 1 rural.
  case response
  /// From arrival at the hospital until the crew has handed over.
  case handover
  /// From the call to the door of a hospital with the centre that the case needs: lanes by centre.
  case capableDoor
}
