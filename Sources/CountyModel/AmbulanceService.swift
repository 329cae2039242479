import Glibc

/// What a mission takes on average, and who is there to go, for reckoning without a simulation.
public struct AmbulanceService: Sendable, Hashable {
  /// A part of the day with a crew list of its own.
  public struct Shift: Sendable, Hashable {
    /// Share of the day's calls, 0 to 1.
    public let callShare: Double
    /// Minutes of the day.
    public let minutes: Double
    /// Travel time against free flow: the median of the noise is 1.
    public let traffic: Double
    /// Crews on duty at the station of the seat.
    public let crewsAtSeat: Int
    /// Crews on duty at any other station.
    public let crewsPerStation: Int
  }

  /// Day, then night.
  public let shifts: [Shift]
  /// Mean minutes from the call until a crew is sent.
  public let handling: Double
  /// Mean minutes until it leaves.
  public let chute: Double
  /// Standard deviation of the logarithm of travel noise.
  public let travelSigma: Double
  /// Mean minutes on scene.
  public let scene: Double
  /// Mean minutes of the handover itself.
  public let handover: Double
  /// Minutes until the crew is clear again.
  public let turnaround: Double

  /// Mean of travel noise.
  public var meanNoise: Double { exp(travelSigma * travelSigma / 2) }
}

extension CountyInputs {
  /// Ambulances as they are today.
  public var ambulanceService: AmbulanceService {
    let calls = population.callHours
    let (begins, ends) = (ambulance.nightHours[0], ambulance.nightHours[1])
    // Share of each hour that belongs to the night, which may pass midnight.
    let night = (0..<24).map { hour in
      (0..<60).reduce(0.0) { sum, minute in
        let time = Double(hour * 60 + minute)
        let isNight = begins > ends ? time >= begins || time < ends : time >= begins && time < ends
        return isNight ? sum + 1.0 / 60 : sum
      }
    }
    let all = calls.reduce(0, +)
    let shifts = [night.map { 1 - $0 }, night].enumerated().map { place, part in
      let weights = zip(calls, part).map { $0 * $1 }
      let weight = weights.reduce(0, +)
      let traffic = zip(weights, ambulance.traffic).reduce(0) { $0 + $1.0 * $1.1 }
      func crews(_ count: Int) -> Int {
        place == 0 ? count : max(1, Int((Double(count) * ambulance.nightShare).rounded()))
      }
      return AmbulanceService.Shift(
        callShare: weight / all,
        minutes: part.reduce(0, +) * 60,
        traffic: weight > 0 ? traffic / weight : 1,
        crewsAtSeat: min(ambulance.crewsAtSeat, crews(ambulance.crewsAtSeat)),
        crewsPerStation: min(ambulance.crewsPerStation, crews(ambulance.crewsPerStation))
      )
    }
    func mean(ofMedian median: Double, _ sigma: Double) -> Double {
      median * exp(sigma * sigma / 2)
    }
    return AmbulanceService(
      shifts: shifts,
      handling: mean(ofMedian: ambulance.handling, ambulance.handlingSigma),
      chute: ambulance.chute,
      travelSigma: ambulance.travelSigma,
      scene: mean(ofMedian: ambulance.scene, ambulance.sceneSigma),
      handover: ambulance.handover,
      turnaround: ambulance.turnaround
    )
  }
}
