extension Residents {
  /// What insurance has paid for a resident this year, and what the resident has paid; eight bytes.
  ///
  /// The grassroots outpatient account is kept in fen. The inpatient accounts serve thresholds of
  /// thousands of yuan and are kept in whole yuan.
  struct BenefitYear: BitwiseCopyable {
    /// From the lowest bit: 24 bits outpatient, 20 bits inpatient fund, 20 bits own inpatient pay.
    private var word: UInt64 = 0

    /// Outpatient reimbursement at grassroots, fen, up to 167,772 yuan.
    var outpatientPaid: Int64 {
      get { read(shift: 0, bits: 24) }
      set { write(newValue, shift: 0, bits: 24) }
    }

    /// Inpatient reimbursement, yuan, up to a million.
    var inpatientPaid: Int64 {
      get { read(shift: 24, bits: 20) }
      set { write(newValue, shift: 24, bits: 20) }
    }

    /// In-catalogue inpatient cost that the resident bore before the catastrophic layer, yuan.
    var ownPay: Int64 {
      get { read(shift: 44, bits: 20) }
      set { write(newValue, shift: 44, bits: 20) }
    }

    private func read(shift: UInt64, bits: UInt64) -> Int64 {
      Int64((word >> shift) & ((1 << bits) - 1))
    }

    private mutating func write(_ value: Int64, shift: UInt64, bits: UInt64) {
      let most = (UInt64(1) << bits) - 1
      word = word & ~(most << shift) | UInt64(min(most, UInt64(max(0, value)))) << shift
    }
  }
}

extension Residents.Resident {
  /// Inpatient stays in the present year; the third counts like any later one.
  var stays: Int { Int(period & 3) }

  /// Opens a year's accounts, unless they are open; years are counted from the start of the run.
  mutating func openYear(_ year: Int) {
    guard Int(period >> 2) != year & 63 else { return }
    period = UInt8(year & 63) << 2
    benefits = Residents.BenefitYear()
  }

  /// Counts one more stay in the present year.
  mutating func countStay() {
    if stays < 3 { period += 1 }
  }
}
