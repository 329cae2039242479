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
    // A gamma law's standard deviation is its mean over the root of its shape.
    let chuteRoot = inputs.chuteShape.squareRoot()
    chute = Law.gamma(mean: inputs.chute, sd: inputs.chute / chuteRoot)
    chuteIndependent = Law.gamma(
      mean: inputs.chuteIndependent,
      sd: inputs.chuteIndependent / chuteRoot
    )
    travelNoise = Law.lognormal(median: 1, sigma: inputs.travelSigma)
    scene = Law.lognormal(median: inputs.scene, sigma: inputs.sceneSigma)
    let handoverRoot = inputs.handoverShape.squareRoot()
    handover = Law.gamma(mean: inputs.handover, sd: inputs.handover / handoverRoot)
  }
}
