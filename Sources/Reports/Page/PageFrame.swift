/// What stands around the editions of a page: title, style sheet, and the scripts it may run.
struct PageFrame {
  /// The title in each language.
  let titles: [String]

  /// A page with charts, which its two scripts draw.
  func page(of editions: [PageTemplates.Slots], drawing charts: ChartBook) -> String {
    let (bundle, script) = (WebAsset.chartBundle.text, WebAsset.script.text)
    var slots = around(editions, running: [bundle, script])
    slots["bundle"] = bundle
    slots["script"] = script
    slots["charts"] = charts.source
    return PageTemplates.page(slots)
  }

  /// The page of several studies, which runs nothing.
  func matrix(of editions: [PageTemplates.Slots]) -> String {
    PageTemplates.matrix(around(editions, running: []))
  }

  private func around(
    _ editions: [PageTemplates.Slots],
    running scripts: [String]
  ) -> PageTemplates.Slots {
    let style = WebAsset.style.text
    return [
      "title": titles.joined(separator: " · "),
      "policy": ContentSecurity.policy(scripts: scripts, style: style),
      "style": style, "editions": editions,
    ]
  }
}
