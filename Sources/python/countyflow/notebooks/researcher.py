# %% tags=["parameters"]
run = ""  # folder of a sweep
language = "en"  # or zh-Hans

# %%
from IPython.display import Markdown, display

import countyflow
from countyflow import charts, sweep_charts

charts.in_notebooks()
sweep = countyflow.Sweep(run)
manifest = sweep.manifest
status = countyflow.status(run)
display(
    Markdown(
        f"# {manifest.zh if language == 'zh-Hans' else manifest.en}\n\n"
        f"{manifest.note.split('||')[0 if language == 'zh-Hans' else -1].strip()}\n\n"
        f"`{run}`: {status.done} of {status.tasks} tasks are done"
        + (f"; missing: {status.missing}" if status.missing else "")
        + ". **Synthetic data, not a forecast. 全部为合成数据，不是预测。**"
    )
)

# %% [markdown]
# ## The runs, one reading a row
#
# `Sweep.frame` has the varied values as columns beside point, policy and replication. Values stand in
# the unit of the model: shares from 0 to 1.

# %%
frame = sweep.frame()
frame.head(8)

# %% [markdown]
# ## The same as labelled arrays
#
# Scenario and replication stay two axes: differences between policies are taken within a replication,
# because all policies of a replication meet the same luck.

# %%
data = sweep.dataset()
data

# %%
period = max((one for one in frame["period"].unique() if len(one) == 4), default="")
year = data.sel(period=period)
reference, others = str(data.policy.values[0]), [str(one) for one in data.policy.values[1:]]
if others:
    paired = year.sel(policy=others) - year.sel(policy=reference)
    display(Markdown(f"Mean difference from `{reference}` in {period}, within replications:"))
    display(paired.mean(["point", "replication"]).to_dataframe())

# %% [markdown]
# ## What follows when a value is varied
#
# A dot is one run. Intervals, adjusted for the number of comparisons, stand in `summary.json`, which
# `countyflow merge` writes.

# %%
moving = [axis for axis in manifest.axes if frame[axis.path].nunique() > 1]
shown = {"period": period, "language": language}
for axis in moving[:3]:
    display(sweep_charts.response(frame, axis, manifest.measures[0], **shown))

# %%
if len(moving) >= 2:
    policy = frame["policy"].iloc[-1]
    picture = sweep_charts.surface(frame, *moving[:2], manifest.measures[0], policy=policy, **shown)
    display(picture)

# %% [markdown]
# ## Kept for other programs
#
# The manifest travels in the metadata of the Parquet file. Any task can be replayed bit for bit, here
# or elsewhere, with the command below.

# %%
file = sweep.write_parquet()
first = next(sweep.shards())
print(f"{file}: {len(frame)} rows")
print(f"countyflow run --from {run}/sweep.json --task {first.task}   # {first.fingerprint}")
