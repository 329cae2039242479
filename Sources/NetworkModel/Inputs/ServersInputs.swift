public import Probability

/// Who serves at a station.
public enum ServersInputs: Sendable {
  /// Equal servers, always there; 1 or more.
  case count(Int)
  /// One for everybody: nobody waits.
  case unlimited
  /// Servers of different speed; of those free, the fastest begins, then the one listed first.
  case each([ServerInputs])
  /// Numbers that change by a timetable.
  case shifts(ShiftInputs)
  /// Servers of shared pools, all seized together for each customer.
  case pools([PoolNeed])
}

/// One server of its own speed.
public struct ServerInputs: Hashable, Sendable {
  /// Its name.
  public var id: String
  /// Work done in a unit of time; above 0.
  public var speed: Double

  /// A server.
  public init(id: String, speed: Double) {
    self.id = id
    self.speed = speed
  }
}

/// A timetable of numbers on duty.
public struct ShiftInputs: Hashable, Sendable {
  /// After how long it begins again; above every `from`.
  public var cycle: Double
  /// Numbers on duty from a moment of the cycle on; the first from 0.
  public var steps: [Step]
  /// What busy servers do when their shift ends.
  public var atEnd: ShiftEnd

  /// A number on duty from a moment on.
  public struct Step: Hashable, Sendable {
    /// The moment of the cycle, 0 or more and rising.
    public var from: Double
    /// How many are on duty, 0 or more.
    public var servers: Int

    /// A number on duty.
    public init(from: Double, servers: Int) {
      self.from = from
      self.servers = servers
    }
  }

  /// A timetable.
  public init(cycle: Double, steps: [Step], atEnd: ShiftEnd) {
    self.cycle = cycle
    self.steps = steps
    self.atEnd = atEnd
  }
}

/// What busy servers do when their shift ends.
public enum ShiftEnd: Hashable, Sendable {
  /// They finish their customer, in overtime.
  case finish
  /// They stop; the customer goes on later, first in line.
  case preempt
}

/// Servers that several nodes share.
public struct PoolInputs: Sendable {
  /// Its name.
  public var id: String
  /// How many: `count` or `shifts`.
  public var servers: ServersInputs

  /// A pool.
  public init(id: String, servers: ServersInputs) {
    self.id = id
    self.servers = servers
  }
}

/// What a service takes from a pool.
public struct PoolNeed: Hashable, Sendable {
  /// The pool.
  public var pool: String
  /// How many of it, 1 or more.
  public var servers: Int

  /// So many of a pool.
  public init(pool: String, servers: Int) {
    self.pool = pool
    self.servers = servers
  }
}

/// When servers are away for reasons of their own.
public enum AbsenceInputs: Sendable {
  /// Whoever finds nobody waiting goes away for a while.
  case vacations(length: Law, repeats: VacationRepeat)
  /// Servers work for a while and are out of order for a while, each by itself.
  case breakdowns(up: Law, down: Law, interrupted: Interrupted)
}

/// What a server does who comes back to an empty line.
public enum VacationRepeat: Hashable, Sendable {
  /// Goes away again.
  case multiple
  /// Stays, idle.
  case single
}

/// What becomes of a service that a breakdown interrupts; the customer stays with the server.
public enum Interrupted: Hashable, Sendable {
  /// It goes on where it stopped.
  case resume
  /// It begins again with the same length.
  case restart
}
