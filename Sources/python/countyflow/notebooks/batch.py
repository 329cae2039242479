# %% tags=["parameters"]
run = ""  # folder of a run or comparison
language = "en"

# %% [markdown]
# # What an unattended run leaves behind
#
# Checks a run, exports it for other programs and lists every file with its hash. The notebook ends
# with an error, and the command that made it with an exit code, when something does not hold.
# 合成数据，不是预测。Synthetic data, not a forecast.

# %%
import hashlib
from pathlib import Path

import pandas as pd

import countyflow
from countyflow import charts

opened = countyflow.open_run(run)
answer = opened.comparison
print(
    f"study {answer.study.id}, seed {answer.study.seed}, {answer.study.replications} replications"
)
print(
    f"program {answer.manifest.program}, model {answer.manifest.model}, {answer.manifest.cpu_feature_class}"
)

# %% [markdown]
# ## Checks

# %%
assert not answer.identities.broken, f"identities do not hold: {answer.identities.broken}"
assert len(answer.fingerprints) == len(answer.policies), "a policy has no fingerprint"
frame = opened.frame()
assert frame["value"].dropna().abs().max() < float("inf"), "a reading is no number"
print(f"{answer.identities.checked} identities hold; {len(frame)} readings")

# %% [markdown]
# ## Exports

# %%
exports = Path(run) / "exports"
files = opened.write_parquet(exports)
for spoken in ("zh-Hans", "en"):
    files.append(charts.save(charts.targets(answer, spoken), exports / f"targets-{spoken}.svg"))
    picture = charts.differences(answer, language=spoken)
    files.append(charts.save(picture, exports / f"differences-{spoken}.svg"))

# %%
verdicts = opened.verdicts()
verdicts[["policy", "target", "value", "half_width_95", "target_value", "outcome", "margin"]]

# %%
inputs = [Path(run) / "readings.json", Path(run) / "manifest.json"]
pd.DataFrame(
    {
        "file": file.name,
        "bytes": file.stat().st_size,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }
    for file in [*inputs, *files]
)
