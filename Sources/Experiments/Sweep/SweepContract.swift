internal import CountyModel
internal import Engine

extension SweepManifest.Contract {
  /// What decides the numbers of a sweep on this machine.
  public init(of study: Study, files: [InputFile]) {
    self.study = study.id
    program = Versions.program
    model = Versions.model
    swift = Versions.swift
    gsl = Versions.gsl
    libc = Versions.libc
    cpuFeatureClass = CPUFeatureClass.current
    seed = study.seed
    start = study.start.description
    end = study.end.description
    warmUpDays = study.warmUpDays
    self.files = files
  }

  /// Why this program on this machine would come to other numbers; empty when it would not.
  public var obstacles: [String] {
    let pairs = [
      ("model", model, Versions.model), ("GSL", gsl, Versions.gsl),
      ("C library", libc, Versions.libc),
      ("processor class", cpuFeatureClass, CPUFeatureClass.current),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1) there, \($0.2) here" }
  }

  /// Versions that differ from this program's without changing a number.
  public var differences: [String] {
    let pairs = [("program", program, Versions.program), ("compiler", swift, Versions.swift)]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1) there, \($0.2) here" }
  }
}
