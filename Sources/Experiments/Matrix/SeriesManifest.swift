/// What the runs of a series were made from and what they ran on.
public struct SeriesManifest: Codable, Sendable, Hashable {
  /// What decides the numbers.
  public let contract: Contract
  /// What does not, study by study.
  public let environments: [Manifest.Environment]

  /// The part without host, path, time or thread count.
  public struct Contract: Codable, Sendable, Hashable {
    /// `countyflow/series-manifest/1`.
    public let schema: String
    /// The `id` of the series, under the name that all manifests give it.
    public let study: String
    /// The contracts of its studies.
    public let members: [Manifest.Contract]
  }

  /// Joins the manifests of finished studies.
  public init(of series: StudySeries, members: [Manifest]) {
    contract = Contract(
      schema: "countyflow/series-manifest/1",
      study: series.id,
      members: members.map(\.contract)
    )
    environments = members.map(\.environment)
  }
}
