// NetworkModel: see design.
