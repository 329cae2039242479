// Reports: see design.
