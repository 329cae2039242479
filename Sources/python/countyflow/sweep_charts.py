"""Pictures of sweeps with Altair: what follows when one value is varied, or two."""

from __future__ import annotations

import altair as alt
import pandas as pd

from countyflow.charts import Chart, Language, Words, dressed, policy_colour
from countyflow.sweeps import Axis


def response(
    frame: pd.DataFrame, axis: Axis, measure: str, *, period: str, language: Language = "en"
) -> Chart:
    """Draw a measure against one varied value: a dot for each run, a line through their means.

    `frame` is that of `Sweep.frame`; `period` picks its rows.
    """
    words = Words(language)
    rows = frame[(frame["measure"] == measure) & (frame["period"] == period)]
    rows = rows[[axis.path, "policy", "replication", "value"]].rename(columns={axis.path: "varied"})
    x = alt.X("varied:Q", title=_title(axis, words), scale=alt.Scale(zero=False, nice=True))
    y = alt.Y("value:Q", title=f"{measure}, {period}", scale=alt.Scale(zero=False))
    base = alt.Chart(rows).encode(x=x, color=policy_colour(list(rows["policy"].unique()), words))
    dots = base.mark_circle(size=34, opacity=0.45).encode(y=y)
    line = base.mark_line(strokeWidth=2).encode(y=alt.Y("value:Q", aggregate="mean"))
    chart = alt.layer(dots, line).properties(width=560, height=320)
    title = "变动取值时的结果" if words.is_chinese else "What follows when a value is varied"
    return dressed(chart, title, words["synthetic"], words)


def surface(
    frame: pd.DataFrame,
    across: Axis,
    up: Axis,
    measure: str,
    *,
    period: str,
    policy: str,
    language: Language = "en",
) -> Chart:
    """Draw the mean of a measure over replications, by two varied values, for one policy."""
    words = Words(language)
    wanted = (frame["measure"] == measure) & (frame["period"] == period)
    rows = frame[wanted & (frame["policy"] == policy)]
    rows = rows.rename(columns={across.path: "across", up.path: "up"})
    means = rows.groupby(["across", "up"], as_index=False)["value"].mean()
    base = alt.Chart(means).encode(
        x=alt.X("across:O", title=_title(across, words), axis=_plain_axis()),
        y=alt.Y("up:O", title=_title(up, words), sort="descending", axis=_plain_axis()),
    )
    scale = alt.Scale(scheme="viridis")
    tiles = base.mark_rect().encode(color=alt.Color("value:Q", title=None, scale=scale))
    title = f"{measure}, {period}, {policy}"
    means_of = "各次重复的均值" if words.is_chinese else "Mean over replications"
    chart = tiles.properties(width=420, height=260)
    return dressed(chart, title, f"{means_of}。{words['synthetic']}", words)


def _title(axis: Axis, words: Words) -> str:
    return (axis.zh if words.is_chinese else axis.en) or axis.path


def _plain_axis() -> alt.Axis:
    return alt.Axis(labelAngle=0, format=".3~g")
