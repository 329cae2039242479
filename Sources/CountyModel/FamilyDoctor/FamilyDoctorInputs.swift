/// Family-doctor contracts today.
struct FamilyDoctorInputs {
  /// Contract rate of the general population and of key groups.
  let general: Double
  let key: Double

  init(from figures: inout some FigureReader) {
    general = figures.number("general", .share, 0...1, zh: "一般人群签约率", en: "general contract rate")
    key = figures.number("key", .share, 0...1, zh: "重点人群签约率", en: "key-group contract rate")
  }
}
