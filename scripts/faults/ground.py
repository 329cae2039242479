"""The command under test, and the smallest study there is."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TINY = ROOT / "Scenarios/tiny"
COUNTYFLOW = os.environ.get("COUNTYFLOW", str(ROOT / ".build/release/countyflow"))
STUDY = """\
schema: countyflow/study/1
id: quarter
name: {zh: 一季度, en: One quarter}
county: county.yaml
policies: [policies/baseline.yaml]
start: 2024-04-01
end: 2024-07-01
warmUp: 0 d
replications: 1
seed: 7
targets:
  - {id: T-1, measure: visits.grassrootsShare, name: {zh: 一, en: One}, atLeast: 70%, year: 2024, kind: reach, plan: [T-1]}
"""
