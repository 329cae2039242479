import Testing

@testable import Experiments

@Suite("The manifest")
struct ManifestTests {
  @Test("The processor's flags decide its class, and a gap stops the climb")
  func featureClass() {
    let second: Set = ["cx16", "lahf_lm", "popcnt", "pni", "sse4_1", "sse4_2", "ssse3"]
    let third: Set = ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"]
    let fourth: Set = ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
    #expect(CPUFeatureClass.of(flags: []) == "x86-64-v1")
    #expect(CPUFeatureClass.of(flags: second) == "x86-64-v2")
    #expect(CPUFeatureClass.of(flags: second.union(third)) == "x86-64-v3")
    #expect(CPUFeatureClass.of(flags: second.union(third).union(fourth)) == "x86-64-v4")
    #expect(CPUFeatureClass.of(flags: second.union(fourth)) == "x86-64-v2")
  }

  @Test("The flags are found in the list of processors")
  func flags() {
    let list = "model\t: 1\nflags\t\t: fpu avx\n\nmodel\t: 1\nflags\t\t: fpu avx\n"
    #expect(CPUFeatureClass.flags(inProcessorList: list) == ["fpu", "avx"])
  }

  @Test("The libraries answer with their versions")
  func versions() {
    #expect(Versions.gsl.hasPrefix("2."))
    #expect(Versions.libc.hasPrefix("2."))
    #expect(Versions.swift.hasPrefix("6."))
  }
}
