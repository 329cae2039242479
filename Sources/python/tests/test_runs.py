"""Reading a run: pandas, xarray, Parquet, pictures; every number is the program's."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import countyflow
from countyflow import charts


def test_frame_and_dataset_hold_the_same_numbers(tiny_run: countyflow.Run) -> None:
    frame, data = tiny_run.frame(), tiny_run.dataset()
    years = frame[frame["quarter"].isna()]
    assert len(years) == data["annual"].size
    assert len(frame) == data["annual"].size + data["quarterly"].size
    row = years[(years["policy"] == "package") & (years["replication"] == 2)]
    for line in row.head(20).itertuples():
        place = {"policy": "package", "replication": 2, "measure": line.measure, "year": line.year}
        value = float(data["annual"].sel(place))
        assert math.isclose(value, float(str(line.value))) or math.isnan(value)


def test_means_of_the_frame_are_the_estimates_of_the_program(tiny_run: countyflow.Run) -> None:
    answer = tiny_run.comparison
    means = tiny_run.dataset()["annual"].mean("replication", skipna=True)
    for policy, of_policy in zip(answer.policies, answer.annual, strict=True):
        for measure, of_measure in zip(answer.measures, of_policy, strict=True):
            estimate = of_measure[0]
            if estimate is None:
                continue
            mean = float(means.sel(policy=policy.id, measure=measure.id, year=answer.years[0]))
            assert mean == pytest.approx(estimate.mean, rel=1e-9, abs=1e-12)


def test_differences_are_those_of_the_program(tiny_run: countyflow.Run) -> None:
    frame = tiny_run.differences()
    assert len(frame) == len(tiny_run.comparison.differences) > 0
    assert set(frame["policy"]) == {"package", "postings", "contracts"}
    assert list(frame["difference"]) == [
        row.difference.mean for row in tiny_run.comparison.differences
    ]


def test_parquet_reads_back_with_its_manifest(tiny_run: countyflow.Run, tmp_path: Path) -> None:
    files = tiny_run.write_parquet(tmp_path)
    assert [file.name for file in files] == ["readings.parquet", "verdicts.parquet"]
    pd.testing.assert_frame_equal(pd.read_parquet(files[0]), tiny_run.frame())
    note = pq.read_schema(files[0]).metadata[b"countyflow.manifest"]
    assert note == (tiny_run.folder / "manifest.json").read_bytes()
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(countyflow.UnknownAnswer, match="not the folder of a run"):
        countyflow.open_run(tmp_path)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_pictures_draw_without_a_network(
    tiny_run: countyflow.Run, tmp_path: Path, language: charts.Language
) -> None:
    answer = tiny_run.comparison
    measure = answer.verdicts[0].target.measure
    pictures = {
        "targets": charts.targets(answer, language),
        "differences": charts.differences(answer, language=language),
        "course": charts.course(tiny_run.readings, measure, language),
    }
    for name, picture in pictures.items():
        svg = charts.save(picture, tmp_path / f"{name}.svg").read_text()
        assert "<script" not in svg and "http" not in svg.replace("http://www.w3.org", "")
        assert ("合成数据" if language == "zh-Hans" else "Synthetic data") in svg
        png = charts.save(picture, tmp_path / f"{name}.png").read_bytes()
        assert png.startswith(b"\x89PNG") and len(png) > 5000
    with pytest.raises(ValueError, match=r"\.svg"):
        charts.save(pictures["targets"], tmp_path / "picture.gif")
