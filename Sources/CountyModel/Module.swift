// CountyModel: see design.
