"""Shards as the client reads them: whole, or not at all."""

import hashlib
import json

import pytest

from countyflow.sweeps import read_shard

READINGS = {
    "periods": ["2024", "2024Q1"],
    "series": [
        {"measure": "visits.grassrootsShare", "value": "0.5 -", "numerator": "634 -"},
        {"measure": "wait.countyMorning", "value": "- 1e-07", "place": "Tiny"},
    ],
}


def sealed(readings: dict[str, object]) -> bytes:
    """Return a shard under a seal that fits."""
    content = {
        "brokenIdentities": [],
        "events": 12,
        "fingerprint": "00ab54a98ceb1f0a",
        "key": "a1" * 32,
        "ledger": ["2024 villageClinic countyGeneral skill 5 4 3 2 1"],
        "point": 0,
        "policy": 0,
        "policyName": "baseline",
        "readings": readings,
        "replication": 0,
        "schema": "countyflow/shard/3",
        "seed": 1,
        "task": 0,
        "values": [],
    }
    plain = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    return b'{"body":"' + hashlib.sha256(plain).hexdigest().encode() + b'",' + plain[1:] + b"\n"


def test_readings_come_one_a_period_and_holes_are_left_out() -> None:
    shard = read_shard(sealed(READINGS))
    assert shard is not None
    first, second = shard.readings
    assert (first.period, first.value, first.numerator, first.denominator) == (
        "2024",
        0.5,
        634,
        None,
    )
    assert (second.period, second.value, second.place) == ("2024Q1", 1e-07, "Tiny")


@pytest.mark.parametrize("wrong", ["0.5", "0.5 - -", "0.5 many", ""])
def test_numbers_that_do_not_fit_the_periods_are_no_shard(wrong: str) -> None:
    series = [{"measure": "visits.grassrootsShare", "value": wrong}]
    assert read_shard(sealed({"periods": ["2024", "2024Q1"], "series": series})) is None


def test_a_changed_byte_is_no_shard() -> None:
    assert read_shard(sealed(READINGS).replace(b"634", b"635")) is None
