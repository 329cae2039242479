internal import CWebAssets

/// A text that is part of the program.
enum WebAsset: CaseIterable {
  case chartBundle, page, findings, figures, grounds, circleHead, circleRow, matrix
  case head, sources, definitions, manifest, sweep
  case style, script, messages, tables

  private var handle: CWebAsset {
    switch self {
    case .chartBundle: .chartBundle
    case .page: .page
    case .findings: .findings
    case .figures: .figures
    case .grounds: .grounds
    case .circleHead: .circleHead
    case .circleRow: .circleRow
    case .matrix: .matrix
    case .head: .head
    case .sources: .sources
    case .definitions: .definitions
    case .manifest: .manifest
    case .sweep: .sweep
    case .style: .style
    case .script: .script
    case .messages: .messages
    case .tables: .tables
    }
  }

  /// The whole text.
  var text: String {
    // Holds: the C target answers with a constant array that lives as long as the program,
    // and with its own size.
    unsafe String(
      decoding: UnsafeBufferPointer(
        start: CWebAssetRead(handle).bytes,
        count: CWebAssetRead(handle).count
      ),
      as: UTF8.self
    )
  }
}
