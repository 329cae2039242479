import Engine

/// What falls due in a network.
enum NetworkEvent: BitwiseCopyable {
  /// A server or unit is done with its customer.
  case serviceEnds(PlaceID)
  /// A customer is done where nobody is told apart.
  case customerDone(CustomerID)
  /// A customer has waited long enough.
  case losesPatience(CustomerID)
  /// A customer of a finite source comes back.
  case comesBack(CustomerID)
  /// A server goes away.
  case leaves(PlaceID)
  /// A server comes back.
  case returns(PlaceID)
  /// The number on duty changes.
  case shiftChanges(ShiftID)
  /// Whoever needs least is done at a sharing node.
  case sharingEnds(NodeID)
  /// Customers come from a source.
  case arrives(SourceID)
}

/// What is drawn, for whom.
enum NetworkPurpose: UInt16 {
  case gap = 16
  case batch, className, service, patience, balking, route, away, up, down, vacation, pick
}

/// Which slots of the calendar belong to whom.
///
/// The order is the order of events at the same moment: services end before servers go and come,
/// shifts change, patience is lost and, last of all, customers arrive.
struct SlotLayout {
  let places: Int
  let shifts: Int
  let sharing: Int
  let sources: Int
  /// One slot for each customer, where customers have events of their own.
  var customers: Int

  private var afterAbsence: Int { 2 * places }
  private var afterShifts: Int { afterAbsence + shifts }
  private var afterSharing: Int { afterShifts + sharing }

  var total: Int { max(1, afterSharing + customers + sources) }

  /// The slots of a network without any for customers.
  init(_ plan: NetworkPlan) {
    places = plan.speeds.count
    shifts = plan.shifts.count
    sharing = plan.sharing.count
    sources = plan.sources.count
    customers = 0
  }

  /// How many customers can have a slot of their own: a calendar has 2^20 slots.
  var mostCustomers: Int { 1 << 20 - (afterSharing + sources) }

  func service(_ place: PlaceID) -> Slot { Slot(row: place.row) }
  func absence(_ place: PlaceID) -> Slot { Slot(row: places + place.row) }
  func shift(_ shift: ShiftID) -> Slot { Slot(row: afterAbsence + shift.row) }
  func sharing(_ row: Int) -> Slot { Slot(row: afterShifts + row) }
  func customer(_ customer: CustomerID) -> Slot { Slot(row: afterSharing + customer.row) }
  func source(_ source: SourceID) -> Slot { Slot(row: afterSharing + customers + source.row) }
}
