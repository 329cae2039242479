/// The families that can be run.
enum VerificationFamily {
  static let singleServer = "M/M/1"
  static let manyServers = "M/M/c (Erlang C)"
  static let anyService = "M/G/1 (Pollaczek-Khinchine)"
  static let loss = "M/G/c/c (Erlang B)"
  static let allNames = [singleServer, manyServers, anyService, loss]
}

extension CasesFile {
  /// The inputs of all families together; each family uses some of them.
  struct Inputs: Decodable {
    let arrivalRate: Double?
    let serviceRate: Double?
    let servers: Int?
    let service: Service?
    let beds: Int?
    let meanStay: Double?
    let stayDistributionsToRun: [String]?

    /// The station described; nothing for the table of beds.
    func station(warmUp run: Run) throws -> StationCase? {
      guard let rate = arrivalRate, let servers = servers ?? beds else { return nil }
      return StationCase(
        arrivalRate: rate,
        servers: servers,
        overflow: beds == nil ? .waits : .isRefused,
        services: try laws(),
        warmUp: run.warmupTime ?? 0
      )
    }

    private func laws() throws -> [ServiceLaw] {
      if let labels = stayDistributionsToRun {
        return try labels.map { label in
          ServiceLaw(label: label, shape: try Inputs.shape(in: label), mean: meanStay ?? 1)
        }
      }
      if let service {
        return [ServiceLaw(label: nil, shape: try service.parsedShape(), mean: service.mean)]
      }
      return [ServiceLaw(label: nil, shape: .exponential, mean: 1 / (serviceRate ?? 1))]
    }

    /// The law of a label such as `lognormal cv=1.5`.
    private static func shape(in label: String) throws -> ServiceLaw.Shape {
      let parts = label.split { $0 == " " || $0 == "=" }
      switch (parts.first, parts.last.flatMap { Double($0) }) {
      case ("exponential", nil): return .exponential
      case ("deterministic", nil): return .deterministic
      case ("lognormal", let spread?): return .lognormal(spread: spread)
      case ("gamma", let spread?): return .gamma(spread: spread)
      default: throw CasesFileProblem.service(label)
      }
    }
  }

  struct Service: Decodable {
    let dist: String
    let mean: Double
    let cv: Double?
    let shape: Double?
    let low: Double?
    let high: Double?
    let weights: [Double]?
    let means: [Double]?

    func parsedShape() throws -> ServiceLaw.Shape {
      switch dist {
      case "exponential": return .exponential
      case "deterministic": return .deterministic
      case "lognormal":
        if let cv { return .lognormal(spread: cv) }
      case "gamma":
        if let shape { return .gamma(spread: (1 / shape).squareRoot()) }
      case "uniform":
        if let low, let high { return .uniform(low: low, high: high) }
      case "hyperexponential":
        if let weights, let means { return .hyperexponential(weights: weights, means: means) }
      default: break
      }
      throw CasesFileProblem.service(dist)
    }
  }
}
