import ArgumentParser
import Experiments

/// The root of all commands.
struct CountyFlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "countyflow",
    abstract: "Simulates the care of one county and compares policies for it.",
    discussion: """
      Results go to stdout, progress and problems to stderr. Everything is synthetic data, \
      not a forecast. Exit codes: 0 done, 1 a check failed, 2 command line, 3 scenario, 4 file or \
      disk, 5 results file damaged, in use or of another kind, 6 over a limit, 7 some runs failed, \
      70 bug, 129/130/143 stopped. `python -m countyflow notebook RUN` leaves an executed notebook \
      of a run (Python client in Sources/python).
      """,
    version: Versions.program,
    subcommands: [
      ValidateCommand.self, RunCommand.self, CompareCommand.self, CalibrateCommand.self,
      ReportCommand.self, DescribeCommand.self, VerifyCommand.self, NetworkCommand.self,
      SynthCommand.self, OptimiseCommand.self, SweepCommand.self, MergeCommand.self,
      AnalyseCommand.self,
      DataRequestCommand.self, StoreCommand.self,
    ]
  )
}
