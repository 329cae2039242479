import Engine
import Geography

@testable import CountyModel

extension QuietCounty {
  /// What 4,000 people of all settlements, conditions, severities and ages choose who are otherwise
  /// alike; `nil` is to stay at home.
  func manyChoices(
    usual: UsualFacility? = nil,
    income: IncomeFifth = Episode.blank.income,
    traits: EpisodeTraits = Episode.blank.traits
  ) -> [FacilityID?] {
    (0..<4_000).map { number in
      var episode = Episode.blank
      episode.need = UInt64(number)
      episode.settlement = SettlementID(row: number % plan.map.settlements.count)
      episode.condition = UInt8(number % plan.conditions.all.count)
      episode.severity = Severity.allCases[number / 7 % 3]
      episode.age = UInt8(number / 3 % AgeBand.count)
      episode.income = income
      episode.traits = traits
      let outcome = world.choice.choose(
        for: episode,
        within: .everywhere,
        avoiding: nil,
        referredBy: nil,
        usual: usual,
        at: Purpose.choice.at(episode.need),
        notices: world.notices,
        streams: world.streams
      )
      guard case .facility(let id) = outcome else { return nil }
      return world.choice[id].facility
    }
  }
}
