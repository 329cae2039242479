"""Every command and every program of the guides runs as it is written, one after another."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

GUIDES = REPOSITORY / "Sources" / "Experiments" / "Experiments.docc"

#: Runs the elements of a job array here; scripts/check-slurm.sh does it on a real Slurm.
SBATCH = r"""#!/bin/bash
set -euo pipefail
script=${!#}
last=$(sed -n 's/^#SBATCH --array=0-\([0-9]*\)$/\1/p' "$script")
for element in $(seq 0 "$last"); do
  SLURM_ARRAY_TASK_ID=$element SLURM_SUBMIT_DIR=$PWD bash "$script" >"$element.log" 2>&1
done
"""


@pytest.fixture
def desk(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the scenarios, and commands in PATH as the guides expect them."""
    shutil.copytree(REPOSITORY / "Scenarios", tmp_path / "Scenarios")
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "countyflow").symlink_to(built)
    (commands / "sbatch").write_text(SBATCH)
    (commands / "sbatch").chmod(0o755)
    known = [str(commands), str(Path(sys.executable).parent), os.environ["PATH"]]
    monkeypatch.setenv("PATH", os.pathsep.join(known))
    monkeypatch.setenv("COUNTYFLOW", str(built))
    monkeypatch.setenv("COUNTYFLOW_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize("name", ["TestAReform", "UseACluster"])
def test_a_guide(name: str, desk: Path) -> None:
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", (GUIDES / f"{name}.md").read_text(), re.M | re.S)
    assert {language for language, _ in blocks} <= {"sh", "python"} and len(blocks) > 3
    for number, (language, text) in enumerate(blocks):
        file = desk / f"{number}.{language}"
        file.write_text(f"set -euo pipefail\n{text}" if language == "sh" else text)
        command = ["bash" if language == "sh" else sys.executable, str(file)]
        done = subprocess.run(command, cwd=desk, capture_output=True, text=True, env=os.environ)
        assert done.returncode == 0, f"{text}\n{done.stdout}\n{done.stderr}"
