// Experiments: see design.
