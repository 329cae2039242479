"""Writes `model.hpp`, the constants of one model, for the C++ twin: write_model.py MODEL > model.hpp."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

import models  # noqa: E402  (found through the line above)

model = models.load(sys.argv[1])
rows = ",\n".join(
    f"    {{{tier.nodes}, {tier.servers}, {tier.serviceMean!r}, {tier.referred!r}}}"
    for tier in model.tiers
)
print(f"""// Written by write_model.py from models.json; do not edit.
#pragma once

struct Tier {{
  unsigned nodes, servers;
  double service_mean, referred;
}};
constexpr char model_name[] = "{model.name}";
constexpr double arrival_mean = {model.arrivalMean!r};
constexpr unsigned tier_count = {len(model.tiers)};
constexpr Tier tiers[tier_count] = {{
{rows}}};
constexpr double default_customers = {model.customers["twin"]};""")
