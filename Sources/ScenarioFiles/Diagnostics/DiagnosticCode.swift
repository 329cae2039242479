/// The name of a kind of problem; stable across versions, so that scripts and tests can rely on it.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  /// No such file.
  case missingFile = "E101"
  /// A folder where a file was expected.
  case folder = "E102"
  /// The file is there but cannot be read or written.
  case unreadable = "E103"
  /// A pipe, a device or a socket.
  case notRegular = "E104"
  /// Nothing in the file but comments.
  case empty = "E105"
  /// The top of the file is not a mapping.
  case wrongRoot = "E106"
  /// Bytes that are not UTF-8.
  case notUTF8 = "E107"
  /// A control character.
  case controlCharacter = "E108"
  /// An invisible character in an id.
  case invisibleInID = "E109"
  /// A named file lies outside the folder it must stay in.
  case leavesFolder = "E112"
  /// Files include each other in a circle, or too deeply.
  case includeCycle = "E113"
  /// Not YAML.
  case syntax = "E120"
  /// A tab as indentation.
  case tabIndent = "E121"
  /// The same key twice in one mapping.
  case duplicateKey = "E122"
  /// A second document in one file.
  case secondDocument = "E123"
  /// An alias without its anchor.
  case undefinedAlias = "E125"
  /// Anchors, aliases and merge keys.
  case alias = "E126"
  /// YAML tags.
  case tag = "E128"
  /// Characters of Chinese input methods where YAML needs ASCII.
  case fullWidthSyntax = "E129"
  /// A key that nobody reads.
  case unknownKey = "E201"
  /// A key that is not there.
  case missingKey = "E202"
  /// A value of the wrong type or in the wrong form.
  case wrongValue = "E203"
  /// A list with too few or too many items.
  case wrongCount = "E204"
  /// Two things that exclude each other.
  case conflict = "E205"
  /// Not one of the words allowed here.
  case unknownWord = "E206"
  /// Outside the allowed range.
  case outOfRange = "E208"
  /// A law of chance whose parameters cannot be.
  case law = "E220"
  /// A network that cannot be, though each of its values could.
  case network = "E221"
  /// A row of a table refers to something that is not there.
  case unknownReference = "E230"
  /// The same id twice.
  case duplicateID = "E231"
  /// The name of something that is not there.
  case unknownName = "E232"
  /// Roads that leave the county in several parts.
  case disconnected = "E235"
  /// A latitude or longitude that cannot be.
  case noSuchPlace = "E236"
  /// A table without a head.
  case noHeader = "E250"
  /// A table without rows.
  case noRows = "E251"
  /// A column that is not there.
  case missingColumn = "E252"
  /// A column that nobody reads.
  case unknownColumn = "E253"
  /// The same column twice.
  case duplicateColumn = "E254"
  /// A row with too few or too many fields.
  case fieldCount = "E255"
  /// Quotes where they cannot stand.
  case strayQuote = "E256"
  /// Fields that are not separated by commas.
  case separator = "E257"
  /// An id with spaces around it.
  case spacesInID = "E258"
  /// No such day.
  case noSuchDay = "E259"
  /// Age bands with a gap, an overlap or the wrong ends.
  case ageBands = "E260"
  /// A travel-time matrix that is not square, not symmetric or has a time on its diagonal.
  case matrix = "E261"
  /// A step that does not lead from one end of a range to the other.
  case step = "E270"
  /// The file is too large.
  case tooLarge = "E601"
  /// Too many nodes once aliases are followed.
  case tooManyNodes = "E602"
  /// Nested too deeply.
  case tooDeep = "E603"
  /// More rows than the model can hold.
  case tooManyRows = "E604"
  // E605 is an address space that is too small: the command meets it before it reads any file.
  /// More points than a sweep may have.
  case tooManyPoints = "E606"
  /// A key that has a new name.
  case renamedKey = "W210"
  /// A law of chance that is allowed but dangerous.
  case riskyLaw = "W221"
  /// A clinic without a physician.
  case nobodyWorks = "W240"
  /// A road that leads back to where it starts, or is there twice.
  case idleRoad = "W241"
  /// A place at latitude 0, longitude 0.
  case nullIsland = "W242"
  /// Coordinates of an unnamed system, or of two.
  case coordinateSystem = "W243"
  /// A lever that begins when the study is over.
  case neverActs = "W244"
  /// A study beyond the years whose Spring Festival is known.
  case unknownFestival = "W248"
  /// One replication gives no interval.
  case oneReplication = "W249"

  /// Whether the problem stops the command.
  public var severity: Severity { rawValue.hasPrefix("W") ? .warning : .error }

  /// Exit code of a command that meets this problem.
  public var exitCode: Int32 {
    switch self {
    case .missingFile, .folder, .unreadable, .notRegular: 4
    case .tooLarge, .tooManyNodes, .tooDeep, .tooManyRows, .tooManyPoints: 6
    default: severity == .warning ? 0 : 3
    }
  }
}

/// Whether a problem stops the command.
public enum Severity: String, Sendable {
  /// It does.
  case error
  /// It is only pointed out.
  case warning
}
