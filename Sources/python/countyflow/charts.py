"""Pictures of results with Altair: no number is computed here that the program did not give.

Every picture says that the data are synthetic, in Chinese or English, and is drawn without a
network: `save` writes SVG, PNG or a Vega-Lite specification through vl-convert.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, TypeAlias

import altair as alt
import pandas as pd
import vl_convert

from countyflow.answers import Comparison, Estimate, Measure, Policy, Readings, Target

Language: TypeAlias = Literal["zh-Hans", "en"]
Chart: TypeAlias = alt.Chart | alt.LayerChart | alt.FacetChart | alt.ConcatChart | alt.VConcatChart

#: Okabe and Ito's colours, which colour-blind readers can tell apart; grey is the baseline.
COLOURS = ["#7A7A7A", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
_TARGET, _INK = "#D55E00", "#1A1A1A"

_FONTS = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','SimHei',sans-serif"
)

_WORDS = {
    "synthetic": ("合成数据，不是对任何地区的预测", "Synthetic data, not a forecast"),
    "targets": ("各方案距目标多远", "How far each policy is from its targets"),
    "interval": (
        "圆点为重复均值，横线为95%区间，橙线为目标",
        "Dot: mean of replications; bar: 95 % interval; orange: target",
    ),
    "differences": ("各方案与基线之差", "Each policy minus the baseline"),
    "paired": (
        "相同随机数下配对之差及95%区间，{year}年",
        "Paired under the same luck, 95 % interval, {year}",
    ),
    "course": ("逐季走势", "Quarter by quarter"),
    "runs": ("细线为各次重复，粗线为均值", "Thin: each replication; thick: their mean"),
    "policy": ("方案", "Policy"),
    "quarter": ("季度", "Quarter"),
    "points": ("百分点", "percentage points"),
    "none": ("没有可画的数值", "nothing to draw"),
}

_UNITS = {
    "share": ("", ""),
    "minutes": ("分钟", "min"),
    "days": ("天", "d"),
    "yuan": ("元", "yuan"),
    "ratio": ("", ""),
    "perYear": ("每年", "a year"),
}


class Words:
    """Texts of one language."""

    def __init__(self, language: Language) -> None:
        self.is_chinese = language == "zh-Hans"

    def __getitem__(self, name: str) -> str:
        return _WORDS[name][0 if self.is_chinese else 1]

    def unit(self, name: str) -> str:
        """Return the words of a unit, the name itself if it has none."""
        return _UNITS.get(name, (name, name))[0 if self.is_chinese else 1]

    def title(self, thing: Measure | Policy | Target) -> str:
        """Return the title of a thing that has one in both languages."""
        return thing.zh if self.is_chinese else thing.en


def targets(answer: Comparison, language: Language = "en") -> Chart:
    """Draw what each policy reaches in each target's year beside the target."""
    words = Words(language)
    measures = {measure.id: measure for measure in answer.measures}
    rows = [
        {
            "policy": words.title(answer.policies[verdict.policy]),
            "panel": f"{words.title(verdict.target)} {verdict.target.year}",
            "target": verdict.target.value,
            **_span(verdict.value),
        }
        for verdict in answer.verdicts
        if verdict.value is not None and verdict.target.kind != "rise"
    ]
    panels = [
        _panel(
            [row for row in rows if row["panel"] == f"{words.title(target)} {target.year}"],
            f"{words.title(target)} {target.year}",
            measures[target.measure].unit if target.measure in measures else "number",
            [words.title(policy) for policy in answer.policies],
            words,
            rule=target.value,
        )
        for target in _unique(verdict.target for verdict in answer.verdicts)
        if any(row["panel"] == f"{words.title(target)} {target.year}" for row in rows)
    ]
    return _stack(panels, words["targets"], f"{words['interval']}。{words['synthetic']}", words)


def differences(
    answer: Comparison, *measures: str, language: Language = "en", most: int = 8
) -> Chart:
    """Draw each policy minus the baseline, for some measures or the first `most` of the answer."""
    words = Words(language)
    by_id = {measure.id: measure for measure in answer.measures}
    known = list(dict.fromkeys(row.measure for row in answer.differences))
    wanted = [name for name in measures or known if name in known][: None if measures else most]
    panels = []
    for name in wanted:
        rows = [
            {"policy": words.title(answer.policies[row.policy]), **_span(row.difference)}
            for row in answer.differences
            if row.measure == name
        ]
        policies = [words.title(policy) for policy in answer.policies[1:]]
        unit = by_id[name].unit
        title = words.title(by_id[name])
        panels.append(_panel(rows, title, unit, policies, words, rule=0.0, is_difference=True))
    year = str(answer.differences[0].year) if answer.differences else ""
    subtitle = words["paired"].format(year=year) + f"。{words['synthetic']}"
    return _stack(panels, words["differences"], subtitle, words)


def course(table: Readings, measure: str, language: Language = "en") -> Chart:
    """Draw a measure quarter by quarter, each replication and their mean, for every policy."""
    words = Words(language)
    place = [entry.id for entry in table.measures].index(measure)
    entry = table.measures[place]
    frame = pd.DataFrame(
        {
            "policy": words.title(table.policies[policy]),
            "replication": replication,
            "quarter": f"{quarter.year} Q{quarter.quarter}",
            "value": runs[place][column],
        }
        for policy, replications in enumerate(table.quarterly)
        for replication, runs in enumerate(replications)
        for column, quarter in enumerate(table.quarters)
    ).dropna()
    policies = [words.title(policy) for policy in table.policies]
    base = alt.Chart(frame).encode(
        x=alt.X("quarter:O", title=words["quarter"], axis=alt.Axis(labelAngle=0)),
        color=policy_colour(policies, words),
    )
    y_axis = _axis(entry.unit, words, is_difference=False)
    y = alt.Y("value:Q", scale=alt.Scale(zero=False), axis=y_axis, title=_unit_title(entry, words))
    thin = base.mark_line(strokeWidth=0.7, opacity=0.5).encode(y=y, detail="replication:N")
    mean_y = alt.Y("value:Q", aggregate="mean")
    thick = base.mark_line(strokeWidth=3, point=alt.OverlayMarkDef(size=45)).encode(y=mean_y)
    title = f"{words['course']}: {words.title(entry)}"
    subtitle = f"{words['runs']}。{words['synthetic']}"
    chart = alt.layer(thin, thick).properties(width=640, height=320)
    return dressed(chart, title, subtitle, words)


def save(chart: Chart, file: str | Path) -> Path:
    """Write a picture as `.svg`, `.png` or `.vl.json`, drawn without a network.

    Raises `ValueError` for any other name.
    """
    place = Path(file)
    specification = chart.to_json(indent=None)
    if place.name.endswith(".vl.json"):
        place.write_text(specification, encoding="utf-8")
    elif place.suffix == ".svg":
        place.write_text(vl_convert.vegalite_to_svg(specification), encoding="utf-8")
    elif place.suffix == ".png":
        place.write_bytes(vl_convert.vegalite_to_png(specification, scale=2))
    else:
        raise ValueError(f"{place.name}: a picture is .svg, .png or .vl.json")
    return place


def in_notebooks() -> None:
    """Let notebooks show pictures as SVG, which needs no script and no network."""
    alt.renderers.enable("svg")


def _span(estimate: Estimate | None) -> dict[str, float | None]:
    if estimate is None:
        return {"value": None, "low": None, "high": None}
    low, high = estimate.interval or (estimate.mean, estimate.mean)
    return {"value": estimate.mean, "low": low, "high": high}


def _panel(
    rows: list[dict[str, Any]],
    title: str,
    unit: str,
    policies: list[str],
    words: Words,
    *,
    rule: float,
    is_difference: bool = False,
) -> Chart:
    frame = pd.DataFrame(rows, columns=["policy", "value", "low", "high"])
    axis = _axis(unit, words, is_difference=is_difference)
    ends = [end for end in (*frame["low"], *frame["high"], rule) if math.isfinite(end)]
    margin = (max(ends) - min(ends) or abs(rule) or 1.0) * 0.06
    domain = [min(ends) - margin, max(ends) + margin]
    scale = alt.Scale(domain=domain, zero=False, nice=False)
    y = alt.Y("policy:N", sort=policies, title=None, axis=alt.Axis(labelLimit=330, minExtent=220))
    base = alt.Chart(frame).encode(y=y)
    x_title = words["points"] if unit == "share" and is_difference else words.unit(unit) or None
    bars = base.mark_rule(strokeWidth=2, color=COLOURS[1]).encode(
        x=alt.X("low:Q", scale=scale, axis=axis, title=x_title), x2="high:Q"
    )
    dots = base.mark_point(filled=True, size=70, opacity=1, color=COLOURS[1]).encode(
        x=alt.X("value:Q", scale=scale)
    )
    colour = COLOURS[0] if is_difference else _TARGET
    goal = pd.DataFrame({"rule": [rule]})
    line = alt.Chart(goal).mark_rule(strokeWidth=2, strokeDash=[5, 3], color=colour)
    line = line.encode(x=alt.X("rule:Q", scale=scale))
    panel: Chart = alt.layer(line, bars, dots).properties(
        width=440,
        height=max(40, 26 * len(policies)),
        title=alt.TitleParams(title, fontSize=14, anchor="start", offset=6),
    )
    return panel


def _axis(unit: str, words: Words, *, is_difference: bool) -> alt.Axis:
    """Return the axis of a unit: shares in per cent, their differences in percentage points."""
    del words
    if unit != "share":
        return alt.Axis(tickCount=6, format=",~r")
    if is_difference:
        return alt.Axis(
            tickCount=6, labelExpr="datum.value == 0 ? '0' : format(datum.value * 100, '+,.2~f')"
        )
    return alt.Axis(tickCount=6, format=".1~%")


def _unit_title(measure: Measure, words: Words) -> str | None:
    return words.unit(measure.unit) or None


def policy_colour(policies: list[str], words: Words) -> alt.Color:
    """Colour policies in their order, the baseline grey."""
    legend = alt.Legend(symbolOpacity=1, symbolStrokeWidth=3)
    scale = alt.Scale(domain=policies, range=COLOURS[: max(1, len(policies))])
    return alt.Color("policy:N", scale=scale, title=words["policy"], legend=legend)


def _stack(panels: list[Chart], title: str, subtitle: str, words: Words) -> Chart:
    if not panels:
        empty = alt.Chart(pd.DataFrame({"text": [words["none"]]})).mark_text(fontSize=14)
        return dressed(empty.encode(text="text:N"), title, subtitle, words)
    return dressed(alt.vconcat(*panels, spacing=18), title, subtitle, words)


def dressed(chart: Any, title: str, subtitle: str, words: Words) -> Chart:
    """Give a chart title, subtitle and fonts that have Chinese characters."""
    text = subtitle if words.is_chinese else subtitle.replace("。", ". ")
    heading = alt.TitleParams(title, subtitle=text, anchor="start", fontSize=17, offset=14)
    heading.subtitleColor, heading.subtitleFontSize = "#8A3B00", 13
    axis = {"labelFontSize": 13, "titleFontSize": 13, "labelColor": _INK, "titleColor": _INK}
    dressed: Chart = (
        chart.properties(title=heading, background="white", padding=12)
        .configure(font=_FONTS)
        .configure_axis(**axis, titleFontWeight="normal", gridColor="#E6E6E6")
        .configure_legend(labelFontSize=13, titleFontSize=13, labelLimit=280)
        .configure_view(stroke="#D0D0D0")
    )
    return dressed


def _unique(items: Iterable[Target]) -> list[Target]:
    """Return the targets once each, in order."""
    seen: dict[str, Target] = {}
    for item in items:
        seen.setdefault(item.id, item)
    return list(seen.values())
