internal import CountyModel

/// A trace for each episode, in the order in which they began.
///
/// - Source: IEEE 1849-2016, *Extensible Event Stream*.
struct EventXES {
  private let words: EventWords

  init(_ words: EventWords) { self.words = words }

  func write(_ log: CarePage, to path: String) throws {
    var file = try TextFile(at: path)
    try file.add(head)
    // Events of an episode lie apart; sorting their places keeps their order.
    let places = log.events.indices.sorted {
      (log.events[$0].episode, $0) < (log.events[$1].episode, $1)
    }
    var open: UInt32?
    for place in places {
      let event = log.events[place]
      if event.episode != open {
        if open != nil { try file.add("  </trace>\n") }
        try file.add(trace(log.episodes[Int(event.episode) - 1]))
        open = event.episode
      }
      try file.add(text(of: event))
    }
    if open != nil { try file.add("  </trace>\n") }
    try file.add("</log>\n")
    try file.close()
  }

  private var head: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
      <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
      <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
      <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
      <global scope="trace">
        <string key="concept:name" value=""/>
      </global>
      <global scope="event">
        <string key="concept:name" value=""/>
        <date key="time:timestamp" value="1970-01-01T00:00:00.000+08:00"/>
      </global>
      <classifier name="Activity" keys="concept:name"/>
      \(string("concept:name", words.title))

    """
  }

  private func trace(_ episode: CareEpisode) -> String {
    let facts = [
      string("concept:name", String(episode.number)), whole("person", Int(episode.person)),
      string("settlement", words.settlement(of: episode)),
      string("condition", words.condition(of: episode)),
      string("severity", words.severity(of: episode)), string("age", words.age(of: episode)),
      string("cause", "\(episode.cause)"),
    ]
    return "  <trace>\n" + facts.map { "    \($0)\n" }.joined()
  }

  private func text(of event: CareEvent) -> String {
    var facts = [
      string("concept:name", event.activity.name),
      "<date key=\"time:timestamp\" value=\"\(words.time(of: event))\"/>",
    ]
    if let place = event.facility {
      let facility = words.facilities[Int(place)]
      facts += [
        string("org:group", facility.id), string("kind", facility.kind),
        string("tier", facility.tier),
      ]
    }
    if let crew = event.crew { facts.append(string("org:resource", "crew-\(crew)")) }
    return "    <event>\n" + facts.map { "      \($0)\n" }.joined() + "    </event>\n"
  }

  private func string(_ key: String, _ value: String) -> String {
    "<string key=\"\(key)\" value=\"\(escaped(value))\"/>"
  }

  private func whole(_ key: String, _ value: Int) -> String {
    "<int key=\"\(key)\" value=\"\(value)\"/>"
  }

  /// A text within quotes; characters that XML has no place for become U+FFFD.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
