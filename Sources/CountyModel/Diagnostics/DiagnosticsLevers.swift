/// Levers on tests.
struct DiagnosticsLevers {
  /// Share of results not recognised today that are.
  let recognition: Timeline
  /// Share of public grassroots facilities whose tests a shared centre reads, and the time it takes
  /// against the figure of the county.
  let centre: Timeline
  let centreTurnaround: Timeline
  /// Share of township facilities, and of village clinics and stations, with new equipment.
  let equipment: Timeline
  let villageEquipment: Timeline
  /// Share of county tests reserved for patients of family doctors, the share of that which stays
  /// idle when no such patient waits, and how long before the end of the day it is released.
  let reserved: Timeline
  let reservedHeld: Timeline
  let reservedRelease: Timeline
  /// County devices against today.
  let countyDevices: Timeline

  init(from levers: inout some LeverReader) {
    recognition = levers.lever(
      "diagnostics.recognition",
      .share,
      0...1,
      neutral: 0,
      zh: "检查检验结果互认力度",
      en: "Results of tests recognised that are not today",
      plan: ["BZ-41", "BZ-24", "LYG-58", "TZ-12"]
    )
    centre = levers.lever(
      "diagnostics.centre",
      .share,
      0...1,
      neutral: 0,
      zh: "共享诊断中心覆盖基层机构比例",
      en: "Grassroots facilities whose tests a shared centre reads",
      plan: ["WD-10", "TZ-25", "LYG-58"]
    )
    centreTurnaround = levers.lever(
      "diagnostics.centreTurnaround",
      .number,
      0.1...10,
      neutral: 1,
      zh: "共享中心出结果时间倍数",
      en: "Time until the centre's result, multiplier",
      plan: ["WD-10", "TZ-25"]
    )
    equipment = levers.lever(
      "diagnostics.equipment",
      .share,
      0...1,
      neutral: 0,
      zh: "新配DR、彩超等设备的乡镇机构比例",
      en: "Township facilities with new equipment",
      plan: ["BZ-14", "YD-16"]
    )
    villageEquipment = levers.lever(
      "diagnostics.villageEquipment",
      .share,
      0...1,
      neutral: 0,
      zh: "新配心电等设备的村级机构比例",
      en: "Village clinics and stations with new equipment",
      plan: ["BZ-19", "YD-17"]
    )
    reserved = levers.lever(
      "diagnostics.reserved",
      .share,
      0...0.9,
      neutral: 0,
      zh: "预留给家庭医生转诊的检查比例",
      en: "County tests reserved for family-doctor referrals",
      plan: ["TZ-32"]
    )
    reservedHeld = levers.lever(
      "diagnostics.reservedHeld",
      .share,
      0...1,
      neutral: 0,
      zh: "预留检查不释放比例",
      en: "Share of reserved tests never released",
      plan: ["TZ-32"]
    )
    reservedRelease = levers.lever(
      "diagnostics.reservedRelease",
      .minutes,
      0...1440,
      neutral: 0,
      zh: "预留检查在当日结束前多久释放",
      en: "How long before the end of the day reserved tests are released",
      plan: ["TZ-32"]
    )
    countyDevices = levers.lever(
      "diagnostics.countyDevices",
      .number,
      0...3,
      neutral: 1,
      zh: "县级检查设备倍数",
      en: "County devices, multiplier",
      plan: []
    )
  }
}
