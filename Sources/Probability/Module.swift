// Probability: see design.
