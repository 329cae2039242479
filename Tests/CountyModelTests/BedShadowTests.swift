import Engine
import Geography
import Testing

@testable import CountyModel
@testable import Experiments

@Suite("Beds beside the delay formula")
struct BedShadowTests {
  /// A year of ten beds of which eight are taken, by so many patients; `boarded` of every hundred
  /// unplanned ones found none free.
  private static func row(of patients: Int, boarded: Int) throws -> ShadowTable {
    var ward = Ward(
      facility: FacilityID(row: 0),
      kind: .countyGeneral,
      ward: WardKind.medical.index,
      place: .ward
    )
    for _ in 0..<patients {
      ward.take(at: .start)
      ward.taken = 0
    }
    (ward.beds, ward.taken) = (10, 8)
    ward.asked = Int32(patients)
    ward.boarded = Int32(patients * boarded / 100)
    ward.settle(at: .start + .days(365))
    var books = FullWards()
    books.add(ward, sharing: [ward], over: .days(365))
    let shadow = try #require(books.shadow(of: .medical))
    return try #require(ShadowTable.of([[shadow]]).first)
  }

  @Test("Eight patients in ten beds: four in ten wait, as Erlang says")
  func right() throws {
    // C(10, 8) = 0.409; 3,000 patients make 3,000 / 8 / 2 = 188 looks, a tolerance of 0.13.
    let row = try Self.row(of: 3000, boarded: 41)
    #expect(abs(row.prediction - 0.409) < 0.001)
    #expect(abs(row.tolerance - 0.128) < 0.005)
    #expect(row.isCompared && row.passes)
  }

  @Test("Where half of the beds are not to be had everybody waits, and the row warns")
  func wrong() throws {
    // Eight erlangs are more than five beds can carry.
    #expect(ErlangShadow.delay(offered: 8, servers: 5) == 1)
    let row = try Self.row(of: 3000, boarded: 100)
    #expect(row.isCompared && !row.passes)
  }

  @Test("Where nobody waits although four in ten should, the row warns")
  func idle() throws {
    let row = try Self.row(of: 3000, boarded: 0)
    #expect(row.isCompared && !row.passes)
  }

  @Test("Ten long stays say nothing: neither result is compared")
  func tooFew() throws {
    for boarded in [0, 40, 100] {
      let row = try Self.row(of: 10, boarded: boarded)
      #expect(!row.isCompared && row.passes, "\(boarded)")
    }
  }
}
