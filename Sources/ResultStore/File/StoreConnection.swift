internal import GRDB

/// How the store is opened.
enum StoreConnection {
  /// For one writer beside any number of readers: every transaction is on the disk when it ends.
  static var writing: Configuration {
    var configuration = common
    configuration.journalMode = .wal
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// For reading only.
  static var reading: Configuration {
    var configuration = common
    configuration.readonly = true
    return configuration
  }

  /// For a new file under a name that nobody knows.
  ///
  /// What is cut off is thrown away as a whole, so nothing needs to be kept for a way back. Rows that
  /// others refer to are written before them by the same hand, and looking each up again would take
  /// half the time of adding a row.
  static var making: Configuration {
    var configuration = common
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF")
      try db.execute(sql: "PRAGMA synchronous = OFF")
    }
    return configuration
  }

  private static var common: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // A file may come from anywhere: nothing in it is run, and no page is believed unseen.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
    }
    return configuration
  }
}
