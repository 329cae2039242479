import Geography

extension FacilityChoice {
  /// Yuan out of pocket that a patient expects at a facility: for the visit, or for the stay of those
  /// who need a bed.
  ///
  /// A stay is taken to be of the mean length, the first of the year, below the yearly caps and without
  /// the layers of the year: what a counter can tell who is about to go.
  func payment(
    of episode: Episode,
    at one: Alternative,
    notices: borrowing Notices
  ) -> Double {
    let person = Chooser(
      episode,
      usual: nil,
      treats: treats,
      minds: inputs,
      weighing: money
    )
    guard person.needsBed else { return yuan(at: one, for: person, notices: notices) }
    let place = benefit(at: one, for: person, notices: notices)
    let weight = treats.inpatientCost[Int(episode.condition)]
    return notices.prices.stay[place] * weight + notices.prices.deductible[place]
  }
}
