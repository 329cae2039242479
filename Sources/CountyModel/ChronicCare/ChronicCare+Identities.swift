/// Registrations of the whole run; somebody with both diseases has two.
struct RegisterBooks {
  var atStart: Int64 = 0
  var enrolled: Int64 = 0
  var dropped: Int64 = 0
}

extension ChronicCare {
  /// Registrations now, by the books and by counting heads.
  func registerIdentity(in world: borrowing World) -> Readings.Identity {
    var heads: Int64 = 0
    for row in 0..<world.residents.count {
      let health = world.residents[PersonID(row: row)].health
      guard health.isPresent else { continue }
      for disease in ChronicDisease.allCases where health[disease].isManaged { heads += 1 }
    }
    return Readings.Identity(
      id: "registers",
      zh: "期初建档 + 新建档 − 失访 + 迁移净变化 = 在档",
      en: "registered at the start + enrolled - dropped + came less left or died = registered",
      left: register.atStart + register.enrolled - register.dropped
        + Int64(world.residents.registeredThroughLife),
      right: heads
    )
  }
}
