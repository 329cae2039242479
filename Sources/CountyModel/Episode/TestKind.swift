import Probability

/// A kind of test that a doctor may order: one is enough to tell the path of a patient.
enum TestKind: UInt8, CaseIterable, BitwiseCopyable {
  /// Blood and urine.
  case laboratory
  /// X-ray, ultrasound, CT.
  case imaging
  /// Electrocardiogram.
  case ecg

  /// Place in tables by test.
  var index: Int { Int(rawValue) }

  /// Chinese name.
  var zh: String {
    switch self {
    case .laboratory: "检验"
    case .imaging: "影像"
    case .ecg: "心电"
    }
  }
}

extension World {
  /// The test that a patient's case calls for, by the patient's own luck, and how common it is:
  /// facilities can do the commonest tests first, from 0 to 1.
  func testNeeded(by episode: Episode) -> (kind: TestKind, rarity: Double)? {
    let words = streams.words(at: Purpose.test.at(episode.need))
    let kind = conditions.test(episode.condition, episode.severity, RandomStreams.unit(words.x))
    guard let kind else { return nil }
    return (kind, RandomStreams.unit(words.y))
  }
}
