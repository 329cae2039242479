import Probability

/// The times of a mission as distributions.
struct MissionLaws {
  let handling: Distribution
  let chute: Distribution
  let chuteIndependent: Distribution
  let travelNoise: Distribution
  let scene: Distribution
  let handover: Distribution

  init(_ inputs: AmbulanceInputs) {
    handling = Law.lognormal(median: inputs.handling, sigma: inputs.handlingSigma)
    // Gamma of shape 4: standard deviation is half the mean.
    chute = Law.gamma(mean: inputs.chute, sd: inputs.chute / 2)
    chuteIndependent = Law.gamma(
      mean: inputs.chuteIndependent,
      sd: inputs.chuteIndependent / 2
    )
    travelNoise = Law.lognormal(median: 1, sigma: inputs.travelSigma)
    scene = Law.lognormal(median: inputs.scene, sigma: inputs.sceneSigma)
    // Gamma of shape 2.
    handover = Law.gamma(mean: inputs.handover, sd: inputs.handover / 2.0.squareRoot())
  }
}
