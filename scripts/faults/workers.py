"""Takes the faults of a cluster from the tests of the Python client: they are made there."""

import json
import os
import subprocess

from faults import tally
from faults.ground import COUNTYFLOW, ROOT

TESTS = ["tests/test_cluster.py", "tests/test_cluster_program.py"]


def all_faults(folder):
    """Runs every test of the driver, on the stand-in and on the built command."""
    table = folder / "table.json"
    variables = os.environ | {"COUNTYFLOW": COUNTYFLOW, "COUNTYFLOW_FAULT_TABLE": str(table)}
    done = subprocess.run(
        ["scripts/python.sh", *TESTS], cwd=ROOT, env=variables, capture_output=True, text=True,
        check=False,
    )
    tally.check("scripts/python.sh " + " ".join(TESTS), done.returncode == 0, done.stdout[-4000:])
    for row in json.loads(table.read_text()) if table.exists() else []:
        tally.row(*row)
