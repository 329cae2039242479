public import CountyModel
public import Engine

extension Study {
  /// The same study with another seed, number of replications, choice of policies or end.
  ///
  /// - Parameters:
  ///   - seed: Seed of every draw; `nil` keeps the study's own.
  ///   - replications: Replications of each policy, 1 or more; `nil` keeps the study's own.
  ///   - policies: Places of the policies to keep, in order; `nil` keeps all.
  ///   - end: First day after the run; `nil` keeps the study's own.
  /// - Returns: The changed study.
  public func with(
    seed: UInt64? = nil,
    replications: Int? = nil,
    policies: [Int]? = nil,
    end: CivilDate? = nil
  ) -> Study {
    Study(
      id: id,
      zh: zh,
      en: en,
      note: note,
      inputs: inputs,
      map: map,
      region: region,
      policies: policies?.map { self.policies[$0] } ?? self.policies,
      start: start,
      end: end ?? self.end,
      warmUpDays: warmUpDays,
      replications: replications ?? self.replications,
      seed: seed ?? self.seed,
      targets: targets,
      fit: fit,
      sources: sources,
      files: files
    )
  }

  /// The same study with one policy of its own making.
  func with(policy: Policy) -> Study { changed(policies: [policy]) }

  /// The same study about some of its targets only.
  public func aiming(at targets: [Target]) -> Study { changed(targets: targets) }

  /// The same study of other counties under other policies.
  ///
  /// - Precondition: there are as many counties as before, and a policy.
  public func with(counties: [StudyCounty], policies: [Policy]) -> Study {
    changed(counties: counties, policies: policies)
  }

  private func changed(
    counties: [StudyCounty]? = nil,
    policies: [Policy]? = nil,
    targets: [Target]? = nil
  ) -> Study {
    let all = counties ?? self.counties
    precondition(all.count == self.counties.count, "a study keeps its counties")
    let region = region.map {
      StudyRegion(zh: $0.zh, en: $0.en, counties: all, outside: $0.outside)
    }
    return Study(
      id: id,
      zh: zh,
      en: en,
      note: note,
      inputs: all[0].inputs,
      map: all[0].map,
      region: region,
      policies: policies ?? self.policies,
      start: start,
      end: end,
      warmUpDays: warmUpDays,
      replications: replications,
      seed: seed,
      targets: targets ?? self.targets,
      fit: fit,
      sources: sources,
      files: files
    )
  }
}
