internal import Engine
internal import NetworkModel
internal import Probability

/// One way to read a quantity off the replications: one value for each.
struct StationEstimator: Sendable {
  /// What is added to the quantity's name where there are several ways.
  let suffix: String
  let values: @Sendable ([StationReadings]) -> [Double?]

  /// Reads each replication by itself.
  init(_ suffix: String = "", _ read: @escaping @Sendable (StationReadings) -> Double?) {
    self.suffix = suffix
    self.values = { $0.map(read) }
  }

  /// Reads all replications together.
  init(ofAll values: @escaping @Sendable ([StationReadings]) -> [Double?]) {
    self.suffix = ""
    self.values = values
  }
}

extension StationCase {
  /// The waits whose share above is asked for by the rows of a case, in the case's unit.
  var waitLimits: [String: Double] {
    let serviceRate = services.first.map { 1 / $0.mean } ?? 1
    return [
      "P_Wq_gt_2W": 2 / (Double(servers) * serviceRate - arrivalRate),
      "P_Wq_gt_1": 1,
      "P_Wq_le_0p5": 0.5,
    ]
  }

  /// The ways to estimate a row; none when the row is not known.
  ///
  /// Probabilities that Poisson arrivals see as time averages do are tested both ways.
  func estimators(of row: String, limits: [String], law: Distribution) -> [StationEstimator] {
    let servers = servers
    if let limit = limits.firstIndex(of: row) {
      return [
        StationEstimator {
          let over = $0.shareOver(limit: limit)
          return row.contains("_le_") ? over.map { 1 - $0 } : over
        }
      ]
    }
    return switch row {
    case "L": [StationEstimator { $0.present.mean }]
    case "Lq": [StationEstimator { $0.meanWaiting }]
    case "W": [StationEstimator { $0.stays.mean }]
    case "Wq": [StationEstimator { $0.waits.mean }]
    case "Wq_given_wait": [StationEstimator { $0.waitsAboveZero.mean }]
    case "sd_W": [StationEstimator { $0.stays.standardDeviation }]
    case "sd_Wq" where servers == 1:
      [StationEstimator(ofAll: WaitSpread(arrivalRate: arrivalRate, law: law).values)]
    case "sd_Wq": [StationEstimator { $0.waits.standardDeviation }]
    case "q95_W": [StationEstimator { $0.stay95 }]
    case "q95_Wq": [StationEstimator { $0.wait95 }]
    case "p0", "p_empty": [StationEstimator { $0.present.share(atLeast: 1).map { 1 - $0 } }]
    case "P_N_ge_5": [StationEstimator { $0.present.share(atLeast: 5) }]
    case "p_wait":
      [
        StationEstimator(" of arrivals") { $0.shareFoundAllBusy },
        StationEstimator(" of time") { $0.present.share(atLeast: servers) },
      ]
    case "blocking":
      [
        StationEstimator(" of arrivals") { $0.shareRefused },
        StationEstimator(" of time") { $0.present.share(atLeast: servers) },
      ]
    case "utilisation", "occupancy_rate": [StationEstimator { $0.meanBusy / Double(servers) }]
    case "mean_occupied": [StationEstimator { $0.meanBusy }]
    case "sd_occupied": [StationEstimator { $0.present.standardDeviation }]
    case "refused_rate": [StationEstimator { Double($0.refused) / $0.length }]
    case "mean_busy_period": [StationEstimator { $0.busyPeriods.mean }]
    case "var_busy_period": [StationEstimator { $0.busyPeriods.variance }]
    case "cv_service":
      [
        StationEstimator { readings in
          readings.services.standardDeviation.flatMap { sd in
            readings.services.mean.map { sd / $0 }
          }
        }
      ]
    default: []
    }
  }
}
