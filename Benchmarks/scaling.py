"""Ganyu at other sizes: writes scaled counties, runs them, and says how time and memory grow.

Called by `scaling.sh`, which says what is measured. A county `k` times the size has `k` times the
residents, land, towns, settlements, facilities, ambulance stations and city capacity, at the same
density; hospitals multiply when `k` is 1.5 or more and shrink below. Figures per resident or per
facility stay. What comes out is no county anywhere: only its cost is looked at.
"""

import argparse
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SCENARIOS = pathlib.Path("Scenarios")
STUDY = "studies/ganyu-fit.yaml"
COUNTY = "counties/ganyu/county.yaml"
MEBIBYTE = 1 << 20
# Goals: time per event grows with residents to this power at most; memory of a running replication.
POWER = 0.1
MEMORY_BASE, MEMORY_PER_RESIDENT = 32 * MEBIBYTE, 64
SPEED_UP = 1.9

# Whole numbers of the county, by section and key, that grow with it.
COUNTS = {
    "geography": [
        "residents", "total", "neighbourhoods", "villageClinics", "communityStations",
        "privateClinics", "townshipBranches", "communityCentres", "stations", "candidates",
    ],
    "clinics": ["cityPhysicians", "cityBackground"],
    "beds": ["city"],
}  # fmt: skip
# There are as many of these as there are hospitals; what one of them has follows.
HOSPITALS = ["countyGeneral", "countyTCM", "countyMCH"]
OF_ONE_HOSPITAL = {
    "clinics": ["generalPhysicians", "tcmPhysicians", "mchPhysicians"],
    "beds": ["general", "tcm", "mch"],
    "emergency": ["bays"],
    "ambulance": ["crewsAtSeat"],
}


def grown(number, factor):
    """A count at another size; what was there stays there."""
    return 0 if number == 0 else max(1, round(number * factor))


def with_figure(text, section, key, change):
    """The county's text with one figure, or all of a list, changed."""
    start = re.search(rf"^{section}:\n", text, re.M)
    if start is None:
        raise ValueError(f"the county has no section {section}")
    following = re.search(r"^\S", text[start.end() :], re.M)
    end = start.end() + following.start() if following else len(text)
    pattern = re.compile(rf"^( +{key}: (?:\{{value: )?)(\[[^\]]*\]|[-\d.]+)", re.M)
    body, found = pattern.subn(
        lambda m: m[1] + re.sub(r"[-\d.]+", lambda n: change(n[0]), m[2]), text[start.end() : end]
    )
    if found != 1:
        raise ValueError(f"{section}.{key} stands {found} times in the county, not once")
    return text[: start.end()] + body + text[end:]


def places(text):
    """The points of a piece of the county's text, in kilometres."""
    found = re.findall(r"east: ([-\d.]+) km, north: ([-\d.]+) km", text)
    return [(float(east), float(north)) for east, north in found]


def edges(border):
    """The stretches of a border from corner to corner."""
    return zip(border, border[1:] + border[:1])


def is_inside(point, border):
    """Whether a ray to the east crosses the border an odd number of times."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in edges(border):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


def distance(point, start, end):
    """From a point to a stretch."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length
    along = min(1, max(0, along))
    return math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))


def empty_places(border, taken, wanted):
    """Whole kilometres inside a border, each in turn the farthest from towns, and half that from it."""
    east, north = zip(*border)
    # Of each candidate, how far it is from the border, doubled, or from the nearest town.
    room = {
        (x, y): 2 * min(distance((x, y), start, end) for start, end in edges(border))
        for x in range(math.floor(min(east)), math.ceil(max(east)), 2)
        for y in range(math.floor(min(north)), math.ceil(max(north)), 2)
        if is_inside((x, y), border)
    }
    chosen = []
    news = list(taken)
    for _ in range(wanted):
        room = {
            point: min(left, min(math.dist(point, town) for town in news))
            for point, left in room.items()
        }
        news = [max(room, key=room.__getitem__)]
        chosen += news
    return chosen


def with_towns(text, factor):
    """The county's text with more or fewer towns and its lengths stretched."""
    stretch = math.sqrt(factor)
    text = re.sub(
        r"\b(east|north): ([-\d.]+) km", lambda m: f"{m[1]}: {float(m[2]) * stretch:.3f} km", text
    )
    towns = re.findall(r"^    - \{name: .*role: .*\n", text, re.M)
    wanted = grown(len(towns), factor)
    # The seat is the first and stays.
    new = towns[:wanted]
    border = places(text[: text.index("  towns:")])
    free = empty_places(border, places("".join(towns)), wanted - len(new))
    for copy, (east, north) in enumerate(free, start=len(towns)):
        town = towns[copy % len(towns)]
        number = copy // len(towns) + 1
        names = rf"name: \g<1>{number}, nameEn: \g<2> {number}"
        town = re.sub(r"name: ([^,]+), nameEn: ([^,]+)", names, town)
        town = re.sub(r"east: [^}]*", f"east: {east} km, north: {north} km", town)
        # Other urban places than the seat are streets.
        new.append(town.replace("kind: town, role: seat", "kind: street, role: outlying"))
    text = text.replace("".join(towns), "".join(new))
    return with_figure(text, "geography", "townshipCentres", lambda _: str(wanted))


def scaled(text, factor):
    """Ganyu's county file at another size."""
    if factor == 1:
        return text
    hospitals = max(1, round(factor))
    text = with_towns(text, factor)
    text = with_figure(text, "geography", "area", lambda n: f"{float(n) * factor:.1f}")
    for section, keys in COUNTS.items():
        for key in keys:
            text = with_figure(text, section, key, lambda n: str(grown(int(n), factor)))
    for key in HOSPITALS:
        text = with_figure(text, "geography", key, lambda n: str(int(n) * hospitals))
    for section, keys in OF_ONE_HOSPITAL.items():
        for key in keys:
            text = with_figure(text, section, key, lambda n: str(grown(int(n), factor / hospitals)))
    return text


def write(folder, factor):
    """A copy of the scenarios with a county of a size and a study of each length."""
    shutil.copytree(SCENARIOS, folder)
    county = folder / COUNTY
    county.write_text(scaled(county.read_text(), factor))
    study = folder / STUDY
    text = study.read_text()
    for name, end in [("quarter", "2024-04-01"), ("year", "2025-01-01"), ("two-years", "2026-01-01")]:
        changed, found = re.subn(r"^end: .*", f"end: {end}", text, flags=re.M)
        if found != 1:
            raise ValueError("the study has no end")
        (study.parent / f"{name}.yaml").write_text(changed)


def run(countyflow, study, out, threads=1, replications=1):
    """Runs a study: what its manifest says of time and memory, its events and its readings' bytes."""
    words = [countyflow, "run", study, "--out", out, "--quiet"]
    words += ["--threads", threads, "--replications", replications]
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)
    spent = json.loads((out / "manifest.json").read_text())["environment"]
    readings = (out / "readings.json").read_bytes()
    events = json.loads(readings)["events"]
    while isinstance(events[0], list):
        events = [number for row in events for number in row]
    return {
        "processor": spent["processorSeconds"],
        "wall": spent["wallSeconds"],
        "memory": spent["peakMemoryBytes"],
        "events": sum(events),
        "readings": readings,
    }


def start_up_memory(countyflow):
    """The peak of a command that simulates nothing."""
    process = subprocess.Popen([str(countyflow), "--version"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * 1024


def residents_of(folder):
    """The residents of a county file."""
    return int(re.search(r"^  residents: (?:\{value: )?(\d+)", (folder / COUNTY).read_text(), re.M)[1])


def verdict(holds):
    """A goal, met or not."""
    return "met" if holds else "MISSED"


def measure_sizes(arguments, scratch):
    """Time and memory of every size; prints a table."""
    idle = start_up_memory(arguments.countyflow)
    print(f"\nStart-up: {idle / MEBIBYTE:.0f} MiB. Per event: a year less its first quarter.\n")
    print(
        "| Size | Residents | Events a year | s a year | ns per event | Peak MiB | above start-up | "
        "allowed | two years MiB |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    points = []
    for factor in arguments.sizes:
        folder = scratch / f"size-{factor}"
        write(folder, factor)
        studies = (folder / STUDY).parent
        quarter = run(arguments.countyflow, studies / "quarter.yaml", folder / "out-quarter")
        year = run(arguments.countyflow, studies / "year.yaml", folder / "out-year")
        later = None
        if factor <= arguments.two_years_up_to:
            later = run(arguments.countyflow, studies / "two-years.yaml", folder / "out-later")
        each = (year["processor"] - quarter["processor"]) / (year["events"] - quarter["events"])
        residents = residents_of(folder)
        points.append((residents, each))
        above = year["memory"] - idle
        allowed = MEMORY_BASE + MEMORY_PER_RESIDENT * residents
        print(
            f"| {factor:g} | {residents:,} | {year['events']:,} | {year['processor']:.2f} | "
            f"{1e9 * each:.0f} | {year['memory'] / MEBIBYTE:.0f} | {above / MEBIBYTE:.0f} | "
            f"{allowed / MEBIBYTE:.0f}: {verdict(above <= allowed)} | "
            f"{format(later['memory'] / MEBIBYTE, '.0f') if later else '-'} |",
            flush=True,
        )
    if len(points) > 1:
        (small, cheap), (large, dear) = min(points), max(points)
        power = math.log(dear / cheap) / math.log(large / small)
        print(
            f"\nTime per event grows with residents to the power {power:.3f} "
            f"(≤ {POWER}: {verdict(power <= POWER)})"
        )


def measure_threads(arguments, scratch):
    """What a second thread gains and costs; the bytes must be equal. Gives back whether they are."""
    folder = scratch / "threads"
    write(folder, arguments.threads_size)
    study = (folder / STUDY).parent / "year.yaml"
    one = run(arguments.countyflow, study, folder / "one", threads=1, replications=4)
    two = run(arguments.countyflow, study, folder / "two", threads=2, replications=4)
    gain = one["wall"] / two["wall"]
    equal = one["readings"] == two["readings"]
    more = (two["memory"] - one["memory"]) / MEBIBYTE
    print(
        f"\nTwo threads, four replications of size {arguments.threads_size:g}: {one['wall']:.2f} s "
        f"against {two['wall']:.2f} s, {gain:.2f} times as fast (≥ {SPEED_UP}: "
        f"{verdict(gain >= SPEED_UP)}); {more:.0f} MiB more for the second replication at a time; "
        f"readings {'equal byte for byte' if equal else 'DIFFER'}"
    )
    return equal


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description="How cost grows; see scaling.sh.")
    parser.add_argument("--countyflow", type=pathlib.Path, required=True)
    parser.add_argument("--sizes", type=lambda text: [float(word) for word in text.split(",") if word])
    parser.add_argument("--threads-size", type=float)
    parser.add_argument("--two-years-up-to", type=float, default=1.0)
    arguments = parser.parse_args()
    equal = True
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        if arguments.sizes:
            measure_sizes(arguments, scratch)
        if arguments.threads_size:
            equal = measure_threads(arguments, scratch)
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
