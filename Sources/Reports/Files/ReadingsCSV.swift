public import Experiments

/// `readings.csv`: every measure of every policy and replication, by year and by quarter.
///
/// A region's file has its counties after itself, by year, with the county's English name.
public enum ReadingsCSV {
  /// One line for each value; a line without a quarter is a whole year.
  public static func render(_ outcome: OutcomeTable) -> String {
    var table = CSVText(
      columns: ["county", "policy", "replication", "measure", "unit", "year", "quarter", "value"]
    )
    for (place, policy) in outcome.policies.enumerated() {
      for replication in 0..<outcome.annual[place].count {
        for (row, measure) in outcome.measures.enumerated() {
          let head: [CSVText.Cell] = [
            .word(PlainText.shown(outcome.study.countyEn)), .word(PlainText.shown(policy.id)),
            .whole(replication),
            .word(PlainText.shown(measure.id)), .word(measure.unit),
          ]
          for (column, year) in outcome.years.enumerated() {
            let value = outcome.annual[place][replication][row][column]
            table.add(head + [.whole(year), .word(""), .decimal(value)])
          }
          for (column, quarter) in outcome.quarters.enumerated() {
            let value = outcome.quarterly[place][replication][row][column]
            table.add(
              head + [.whole(quarter.year), .whole(quarter.quarter), .decimal(value)]
            )
          }
        }
      }
    }
    for county in outcome.counties { add(county, of: outcome, to: &table) }
    return table.text
  }

  private static func add(
    _ county: CountyTable,
    of outcome: OutcomeTable,
    to table: inout CSVText
  ) {
    for (place, policy) in outcome.policies.enumerated() {
      for (replication, run) in county.annual[place].enumerated() {
        for (row, measure) in outcome.measures.enumerated() {
          for (column, year) in outcome.years.enumerated() {
            table.add([
              .word(PlainText.shown(county.en)), .word(PlainText.shown(policy.id)),
              .whole(replication), .word(PlainText.shown(measure.id)), .word(measure.unit),
              .whole(year), .word(""), .decimal(run[row][column]),
            ])
          }
        }
      }
    }
  }
}
