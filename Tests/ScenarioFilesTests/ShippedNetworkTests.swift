import Experiments
import Foundation
import NetworkModel
import Probability
import ScenarioFiles
import Testing

@Suite("Networks that are shipped")
struct ShippedNetworkTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scenarios/networks")

  private static var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test("Each is a good file under its own name", arguments: files)
  func isGood(_ name: String) throws {
    let path = Self.folder.appendingPathComponent(name).path
    #expect(FileValidator.validate([path]).all == [])
    #expect(try NetworkLoader.load(path).study.id + ".yaml" == name)
  }

  @Test("Written out, read back and written out again it is the same text", arguments: files)
  func thereAndBack(_ name: String) throws {
    let path = Self.folder.appendingPathComponent(name).path
    let text = try NetworkLoader.load(path).resolvedJSON(seed: 7, replications: 3)
    let folder = try ScratchFolder()
    let again = try NetworkLoader.load(folder.write(text, to: "resolved.json"))
    #expect(again.resolvedJSON(seed: 7, replications: 3) == text)
  }

  @Test("All eight are there")
  func all() {
    #expect(Self.files.count == 8)
  }

  @Test("Every tier of the referral network is used to 80 %")
  func utilisation() throws {
    let path = Self.folder.appendingPathComponent("three-tier-referral.yaml").path
    let inputs = try NetworkLoader.load(path).study.inputs
    #expect(inputs.nodes.count == 26)
    // Arrivals an hour: 4 at a clinic, a fifth of four clinics' at a centre, 15 % of five centres'.
    let flows = [("clinic07", 4.0), ("township3", 0.2 * 16), ("hospital", 0.15 * 16)]
    for (id, hourly) in flows {
      let node = try #require(inputs.nodes.first { $0.id == id })
      guard case .station(let station) = node.kind, case .count(let servers) = station.servers,
        case .all(let law) = station.service
      else {
        Issue.record("\(id) is of another kind")
        continue
      }
      #expect(abs(hourly / 60 * law.mean / Double(servers) - 0.8) < 1e-9, "\(id)")
    }
  }
}
