# %% tags=["parameters"]
run = ""  # folder of a comparison
language = "en"  # or zh-Hans

# %%
import pandas as pd
from IPython.display import Markdown, display

import countyflow
from countyflow import charts

charts.in_notebooks()
pd.set_option("display.max_colwidth", None)


def say(chinese: str, english: str) -> str:
    """Return the text in the language of the reader."""
    return chinese if language == "zh-Hans" else english


def name(thing):
    """Return the title of a policy, a target or a measure."""
    return thing.zh if language == "zh-Hans" else thing.en


opened = countyflow.open_run(run)
answer = opened.comparison
study = answer.study
county = say(study.county_zh, study.county_en)
note = study.note.split("||")[0 if language == "zh-Hans" else -1].strip()
display(
    Markdown(
        f"# {name(study)}\n\n{note}\n\n"
        + say(
            f"**{county}，{study.start} 至 {study.end}，每个方案重复 {study.replications} 次，"
            "各方案遇到同样的居民和同样的偶然。全部为合成数据，不是预测。**",
            f"**{county}, {study.start} to {study.end}, {study.replications} replications of each "
            "policy, which all meet the same people and the same luck. Everything is synthetic "
            "data, not a forecast.**",
        )
    )
)

# %%
words = {
    "met": say("达到", "met"),
    "missed": say("未达到", "missed"),
    "notMeasured": say("未测", "not measured"),
}
units = {measure.id: measure.unit for measure in answer.measures}


def shown(value: float, unit: str) -> str:
    """Return a value as people write it."""
    return f"{value * 100:.1f} %" if unit == "share" else f"{value:,.2f}"


def cell(verdict) -> str:
    """Return one verdict in a few words."""
    if verdict.value is None:
        return words["notMeasured"]
    unit = units[verdict.target.measure]
    text = f"{words[verdict.outcome]}: {shown(verdict.value.mean, unit)}"
    if verdict.value.half_width is not None:
        text += f" ± {shown(verdict.value.half_width, unit)}"
    if verdict.margin == "straddles":
        text += say("，重复不足以定论", ", more replications could turn it")
    return text


display(Markdown(say("## 各项目标是否达到", "## Are the targets met?")))
rows: dict[str, dict[str, str]] = {}
for verdict in answer.verdicts:
    target = verdict.target
    bound = "≥" if target.sense == "atLeast" else "≤"
    title = f"{name(target)} {bound} {shown(target.value, units[target.measure])} ({target.year})"
    rows.setdefault(title, {})[name(answer.policies[verdict.policy])] = cell(verdict)
pd.DataFrame.from_dict(rows, orient="index")

# %%
charts.targets(answer, language)

# %%
display(
    Markdown(
        say(
            "## 各方案改变了什么\n\n区间不含零线，说明这项改变不是偶然。",
            "## What each policy changes\n\nAn interval clear of the zero line is more than luck.",
        )
    )
)
wanted = list(dict.fromkeys(verdict.target.measure for verdict in answer.verdicts))
charts.differences(answer, *wanted, language=language)

# %%
display(Markdown(say("## 一路如何走来", "## How it gets there")))
for measure in wanted[:3]:
    display(charts.course(opened.readings, measure, language))

# %%
display(
    Markdown(
        say("## 这些数字如何得来\n\n", "## How these numbers were made\n\n")
        + f"{answer.method}.\n\n"
        + say(
            f"核对恒等式 {answer.identities.checked} 条，不成立 {len(answer.identities.broken)} 条。"
            f"完整报告：`{opened.report}`。",
            f"{answer.identities.checked} identities were checked, "
            f"{len(answer.identities.broken)} do not hold. The whole report: `{opened.report}`.",
        )
    )
)
