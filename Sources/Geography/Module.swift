// Geography: see design.
