public import Geography

/// Everything the model must know about one county: required, sourced, without hidden defaults.
public struct CountyInputs: Sendable {
  /// What the generator lays out.
  public var facts: CountyFacts
  let population: PopulationInputs
  let firstContact: FirstContactInputs
  let clinics: ClinicsInputs
  let referral: ReferralInputs
  let beds: BedsInputs
  let emergency: EmergencyInputs
  let ambulance: AmbulanceInputs
  let workforce: WorkforceInputs
  let familyDoctor: FamilyDoctorInputs
  let finance: FinanceInputs
  let chronicCare: ChronicCareInputs
  let diagnostics: DiagnosticsInputs
  let communities: [CommunityFacts]
  let community: CommunityInputs
  let facilities: FacilitiesInputs
  let sites: [PlannedSite]
  let conditions: [Condition]
  /// Constants of the choice, as last solved.
  public var solved: SolvedConstants
  /// Physicians and beds of single facilities, from tables; empty without.
  public var capacities = FacilityCapacityTable()

  /// Reads every input, section by section, in the order of the county file.
  public init(from figures: inout some FigureReader) {
    facts = figures.section("geography") { CountyFacts(from: &$0) }
    population = figures.section("population") { PopulationInputs(from: &$0) }
    firstContact = figures.section("firstContact") { FirstContactInputs(from: &$0) }
    clinics = figures.section("clinics") { ClinicsInputs(from: &$0) }
    referral = figures.section("referral") { ReferralInputs(from: &$0) }
    beds = figures.section("beds") { BedsInputs(from: &$0) }
    emergency = figures.section("emergency") { EmergencyInputs(from: &$0) }
    ambulance = figures.section("ambulance") { AmbulanceInputs(from: &$0) }
    workforce = figures.section("workforce") { WorkforceInputs(from: &$0) }
    familyDoctor = figures.section("familyDoctor") { FamilyDoctorInputs(from: &$0) }
    finance = figures.section("finance") { FinanceInputs(from: &$0) }
    chronicCare = figures.section("chronicCare") { ChronicCareInputs(from: &$0) }
    diagnostics = figures.section("diagnostics") { DiagnosticsInputs(from: &$0) }
    communities = figures.rows("communities", atLeast: 1) { CommunityFacts(from: &$0) }
    community = figures.section("community") { CommunityInputs(from: &$0) }
    facilities = figures.section("facilities") { FacilitiesInputs(from: &$0) }
    sites = figures.rows("sites", atLeast: 0) { PlannedSite(from: &$0) }
    conditions = figures.rows("conditions", atLeast: 1) { Condition(from: &$0) }
    solved = figures.section("solved") { SolvedConstants(from: &$0) }
  }

  /// Every input the model reads, with unit, range and titles.
  public static let declarations: [FigureDeclaration] = {
    var catalogue = FigureCatalogue()
    _ = CountyInputs(from: &catalogue)
    return catalogue.declarations
  }()
}
