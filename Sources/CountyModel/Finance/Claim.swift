/// How one bill is shared out, in whole fen; what nobody else bears is the patient's.
struct Claim {
  /// The whole bill.
  let charge: Int64
  /// What of it can be claimed; for outpatients an average over visits.
  let claimed: Int64
  /// What of that is in the catalogue.
  let covered: Int64
  /// Basic insurance, then the catastrophic layer, both from the fund.
  var basic: Int64 = 0
  var catastrophic: Int64 = 0
  /// Medical aid, then the contract package of the family doctor.
  var aid: Int64 = 0
  var package: Int64 = 0

  init(charge: Int64, claimed: Int64, covered: Int64) {
    self.charge = charge
    self.claimed = claimed
    self.covered = covered
  }

  /// What the fund pays.
  var fund: Int64 { basic + catastrophic }
  /// What the patient pays.
  var pocket: Int64 { charge - fund - aid - package }

  /// A share of an amount, rounded half away from zero once.
  static func share(_ share: Double, of amount: Int64) -> Int64 {
    Int64((Double(amount) * share).rounded())
  }

  /// Yuan as fen.
  static func fen(_ yuan: Double) -> Int64 { Int64((yuan * 100).rounded()) }
}

/// Whether a claim is for a visit or for a stay.
enum Service: Int { case outpatient, inpatient }

/// Money of the whole run, summed apart from the ledger, for the identity of charges and payers.
struct MoneyBooks {
  var charge: Int64 = 0
  /// By the funds.
  var paid: Int64 = 0
  /// By medical aid and by the contract package.
  var helped: Int64 = 0
  var pocket: Int64 = 0
}
