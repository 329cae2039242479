print("countyflow")
