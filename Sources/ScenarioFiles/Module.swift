// ScenarioFiles: see design.
