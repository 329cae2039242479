public import Experiments

/// `readings.csv`: every measure of every policy and replication, by year and by quarter.
public enum ReadingsCSV {
  /// One line for each value; a line without a quarter is a whole year.
  public static func render(_ outcome: OutcomeTable) -> String {
    var table = CSVText(
      columns: ["policy", "replication", "measure", "unit", "year", "quarter", "value"])
    for (place, policy) in outcome.policies.enumerated() {
      for replication in 0..<outcome.annual[place].count {
        for (row, measure) in outcome.measures.enumerated() {
          let head: [CSVText.Cell] = [
            .word(PlainText.shown(policy.id)), .whole(replication),
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
    return table.text
  }
}
