// Engine: see design.
