public import Geography

extension Study {
  /// The same study in a county laid out otherwise.
  public func with(map: CountyMap) -> Study {
    Study(
      id: id,
      zh: zh,
      en: en,
      note: note,
      inputs: inputs,
      map: map,
      policies: policies,
      start: start,
      end: end,
      warmUpDays: warmUpDays,
      replications: replications,
      seed: seed,
      targets: targets,
      fit: fit,
      sources: sources,
      files: files
    )
  }
}
