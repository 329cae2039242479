/// Everything a policy can change, department by department; each lever has a neutral value.
struct Levers {
  let firstContact: FirstContactLevers
  let familyDoctor: FamilyDoctorLevers
  let clinics: ClinicsLevers
  let referral: ReferralLevers
  let beds: BedsLevers
  let emergency: EmergencyLevers
  let ambulance: AmbulanceLevers
  let workforce: WorkforceLevers
  let finance: FinanceLevers
  let chronicCare: ChronicCareLevers
  let diagnostics: DiagnosticsLevers
  let community: CommunityLevers
  let facilities: FacilitiesLevers

  init(from levers: inout some LeverReader) {
    firstContact = FirstContactLevers(from: &levers)
    familyDoctor = FamilyDoctorLevers(from: &levers)
    clinics = ClinicsLevers(from: &levers)
    referral = ReferralLevers(from: &levers)
    beds = BedsLevers(from: &levers)
    emergency = EmergencyLevers(from: &levers)
    ambulance = AmbulanceLevers(from: &levers)
    workforce = WorkforceLevers(from: &levers)
    finance = FinanceLevers(from: &levers)
    chronicCare = ChronicCareLevers(from: &levers)
    diagnostics = DiagnosticsLevers(from: &levers)
    community = CommunityLevers(from: &levers)
    facilities = FacilitiesLevers(from: &levers)
  }
}
