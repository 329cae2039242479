extension CountySkeleton {
  /// Values with which the county can be laid out: small, flat, one town; and lists whose numbers
  /// must fit each other.
  static let layable: [String: String] = {
    var values = [
      "geography.residents": "50000",
      "geography.ageShares": "[0.06, 0.16, 0.1, 0.13, 0.12, 0.14, 0.13, 0.1, 0.06]",
      "geography.area": "300 km2",
      "geography.border[0].east": "0 km",
      "geography.border[0].north": "0 km",
      "geography.border[1].east": "24 km",
      "geography.border[1].north": "0 km",
      "geography.border[2].east": "12 km",
      "geography.border[2].north": "25 km",
      "geography.towns.east": "12 km",
      "geography.towns.north": "8 km",
      "geography.settlements.total": "20",
      "geography.settlements.neighbourhoods": "3",
      "geography.settlements.urbanShare": "20%",
      "geography.settlements.urbanDensity": "7000",
      "geography.settlements.villageDensity": "4000",
      "geography.distantHospitals.distance": "36 km",
      "geography.distantHospitals.drive": "48 min",
      "communities.lead": "GEN-1",
      "communities.members": "[all]",
      "geography.ambulances.urbanCircle": "15 min",
      "geography.ambulances.ruralCircle": "30 min",
      "clinics.grassrootsSessions": "[07:00, 12:00, 13:00, 19:30]",
      "clinics.hospitalSessions": "[07:30, 12:00, 13:30, 17:30]",
      "conditions.severity": "[0.7, 0.2, 0.1]",
    ]
    for mode in ["eBike", "car", "ambulance"] {
      for road in ["urbanStreet", "countyRoad", "villageRoad", "mountainRoad"] {
        values["geography.speeds.\(mode).\(road)"] = "30 km/h"
      }
    }
    return values
  }()
}
