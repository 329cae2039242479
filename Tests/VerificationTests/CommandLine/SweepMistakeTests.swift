import Foundation
import Testing

/// Section J of the bad-input list, as far as it is met before a sweep begins.
@Suite("Mistakes of a sweep")
struct SweepMistakeTests {
  @Test("What the command line gets wrong is told before anything is written")
  func mistakes() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let cases: [(arguments: [String], status: Int32, words: String)] = [
      (["--vary", "workforce.countyPostd=0,1"], 3, "did you mean `workforce.countyPosted`?"),
      (["--vary", "beds.pooling=0,140%,1"], 3, "value 2 of 3"),
      (["--vary", "beds.pooling=0,1", "--vary", "beds.pooling=0"], 3, "E205"),
      (["--vary", "beds.pooling="], 2, "expected path=a,b,c or path=a..b"),
      (["--vary", "beds.pooling"], 2, "expected path=a,b,c or path=a..b"),
      (["--vary", "=0,1"], 2, "expected path=a,b,c or path=a..b"),
      (["--vary", "beds.pooling=0,,1"], 2, "expected path=a,b,c or path=a..b"),
      (["--vary", "beds.pooling=0..1..2..3"], 2, "expected path=a,b,c or path=a..b"),
      (["--vary", "beds.pooling=[0,1"], 2, "expected path=a,b,c or path=a..b"),
      (["--points", "0"], 2, "--points is 0"),
      (["--points", "5"], 2, "follow from its values"),
      (["--replications", "0"], 2, "--replications is 0"),
      (["--threads", "0"], 2, "--threads is 0"),
    ]
    for one in cases {
      let run = try sweep.sweep(into: "never", one.arguments)
      #expect(run.status == one.status, "\(one.arguments): \(run.problems)")
      #expect(run.problems.contains(one.words), "\(one.arguments): \(run.problems)")
      #expect(!FileManager.default.fileExists(atPath: sweep.out("never").path))
    }
    let dry = try sweep.sweep(into: "never", ["--dry-run", "--json"])
    #expect(dry.status == 0, "\(dry.problems)")
    #expect(dry.out.contains("\"tasks\":12"), "\(dry.out)")
    #expect(!FileManager.default.fileExists(atPath: sweep.out("never").path))
  }

  @Test("A task takes its policy, luck and place from its sweep: other options are named")
  func optionsOfTasks() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    for option in [
      ["--out", "x"], ["--seed", "1"], ["--policy", "p"], ["--event-log", "x.csv"],
    ] {
      let run = try sweep.run(["run", "--from", "sweep.json", "--task", "0"] + option)
      #expect(run.status == 2 && run.problems.contains("\(option[0]) does not go with --from"))
    }
  }

  @Test("More points than a sweep may have are over a limit, in the file and by --points")
  func tooManyPoints() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    func write(base: Int) throws {
      let text = """
        schema: countyflow/sweep/1
        id: many
        name: {zh: 过多, en: Too many}
        study: quarter.yaml
        design: saltelli
        base: \(base)
        replications: 1
        run: [varied]
        vary:
          beds.pooling: {from: 0, to: 1, since: 2024-04-01}
          workforce.countyPosted: {from: 0, to: 2, since: 2024-04-01}

        """
      try Data(text.utf8).write(to: URL(fileURLWithPath: sweep.file))
    }
    try write(base: 60_000)
    let file = try sweep.sweep(into: "never")
    try write(base: 8)
    let option = try sweep.sweep(into: "never", ["--points", "60000"])
    for run in [file, option] {
      #expect(run.status == 6, "\(run.problems)")
      #expect(run.problems.contains("E606"), "\(run.problems)")
      #expect(run.problems.contains("more than 100000 points"), "\(run.problems)")
    }
    #expect(!FileManager.default.fileExists(atPath: sweep.out("never").path))
  }

  @Test("A point whose county cannot be is named with its values before anything is run")
  func unsoundPoint() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let path = "geography.settlements.neighbourhoods"
    let text = """
      schema: countyflow/sweep/1
      id: large
      name: {zh: 过大, en: Too large}
      study: quarter.yaml
      design: grid
      run: [baseline]
      vary:
        \(path): [3, 4000]

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: sweep.file))
    let run = try sweep.sweep(into: "never")
    #expect(run.status == 3, "\(run.problems)")
    #expect(run.problems.contains("small.yaml:8:3: error[E208]"), "\(run.problems)")
    #expect(run.problems.contains("point 1, where \(path) = 4000"), "\(run.problems)")
    let checked = try sweep.run(["validate", sweep.file])
    #expect(checked.status == 3, "\(checked.problems)")
    #expect(checked.problems.contains("point 1, where \(path) = 4000"), "\(checked.problems)")
    #expect(!FileManager.default.fileExists(atPath: sweep.out("never").path))
  }

  @Test("A folder that cannot be made is told before constants are solved or anything is run")
  func noFolder() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    let uncertain = sweep.folder.appendingPathComponent("uncertain.yaml").path
    for (file, out) in [(sweep.file, sweep.tiny.study), (uncertain, sweep.tiny.study + "/within")] {
      let run = try sweep.run(["sweep", file, "--out", out])
      #expect(run.status == 4, "\(run.problems)")
      #expect(run.problems.contains("E305: cannot write"), "\(run.problems)")
      #expect(run.problems.contains("quarter.yaml"), "\(run.problems)")
    }
  }

  @Test(
    "A begun sweep whose folder may not be written is told before anything is run",
    .enabled(if: geteuid() != 0, "nothing is closed to root")
  )
  func closedFolder() throws {
    let sweep = try TinySweep()
    defer { sweep.remove() }
    #expect(try sweep.sweep(into: "plan", ["--emit", "plan"]).status == 0)
    let shards = sweep.out("plan").appendingPathComponent("shards").path
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: shards)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shards)
    }
    let path = sweep.out("plan").path
    for arguments in [["sweep", path], ["run", "--from", path, "--task", "0"]] {
      let run = try sweep.run(arguments)
      #expect(run.status == 4, "\(run.problems)")
      #expect(run.problems.contains("E305"), "\(run.problems)")
      #expect(run.problems.contains("no permission to write"), "\(run.problems)")
    }
  }
}
