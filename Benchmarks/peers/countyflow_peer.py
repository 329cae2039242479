"""The models as network files for `countyflow network`; writes them, runs them, times the process.

    countyflow_peer.py MODEL --countyflow PATH [--customers N] [--seed N]     one line of JSON
    countyflow_peer.py MODEL --write FILE [--customers N] [--seed N]          the network file only
    countyflow_peer.py MODEL --events FILE                events of a run, from its printed results

The clock runs around the whole command, so the same network for next to no time is run first and its
seconds are subtracted: what remains is the simulation.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import models

# Exit code when this build of CountyFlow has no `network` command.
NO_COMMAND = 3


def network_file(model, customers, seed):
    """The model as a network file that about so many customers pass through."""
    lines = [
        "schema: countyflow/network/1",
        f"id: {model.name}",
        f"title: {model.title}",
        f"timeUnit: {model.timeUnit}",
        "sources:",
    ]
    first = model.tiers[0]
    for node in range(first.nodes):
        lines += [
            f"  source{node}:",
            f"    gap: {{law: exponential, mean: {model.arrivalMean}}}",
            f"    to: {first.name}{node}",
        ]
    lines.append("nodes:")
    for tier, facts in enumerate(model.tiers):
        for node in range(facts.nodes):
            lines += [
                f"  {facts.name}{node}:",
                f"    servers: {facts.servers}",
                f"    service: {{law: exponential, mean: {facts.serviceMean}}}",
            ]
            if facts.referred > 0:
                onward = f"{model.tiers[tier + 1].name}{model.successor(tier, node)}"
                lines.append(f"    next: {{split: {{{onward}: {facts.referred}}}}}")
            else:
                lines.append("    next: exit")
    lines += [
        "run:",
        "  warmUp: 0",
        f"  length: {model.length(customers):.6f}",
        "  replications: 1",
        f"  seed: {seed}",
        "",
    ]
    return "\n".join(lines)


def read(document):
    """Customers arrived, events and the mean wait over all visits, from what `--json` prints.

    The one place that knows the layout of the command's results. Every arrival and every end of a
    service is an event.
    """

    def number(block, name):
        return block["all"][name]["mean"]

    arrived = round(number(document["network"], "arrived"))
    visits = [(number(node, "served"), number(node, "meanWait")) for node in document["nodes"]]
    served = sum(count for count, _ in visits)
    # Nodes that nobody has left yet have no mean.
    total = sum(count * mean for count, mean in visits if count > 0)
    return arrived, arrived + round(served), total / served


def run(countyflow, file):
    """Runs a network file: processor seconds, wall seconds, peak memory and printed results."""
    wall = time.perf_counter()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [countyflow, "network", str(file), "--json", "--quiet"], stdout=output, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - wall
        output.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            sys.stderr.write(errors.read().decode())
            sys.exit(process.returncode)
        return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, output.read()


def has_network(countyflow):
    """Whether this build has the command."""
    answer = subprocess.run([countyflow, "network", "--help"], capture_output=True)
    # An unknown word falls back to the help of the whole tool.
    return answer.returncode == 0 and b"countyflow network" in answer.stdout


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description="The models in CountyFlow.")
    parser.add_argument("model")
    parser.add_argument("--countyflow")
    parser.add_argument("--write", type=pathlib.Path)
    parser.add_argument("--events", type=pathlib.Path)
    parser.add_argument("--customers", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    model = models.load(arguments.model)
    customers = arguments.customers or model.customers["countyflow"]
    if arguments.write:
        arguments.write.write_text(network_file(model, customers, arguments.seed))
        return
    if arguments.events:
        print(read(json.loads(arguments.events.read_text()))[1])
        return
    if not has_network(arguments.countyflow):
        print("countyflow: this build has no `network` command", file=sys.stderr)
        sys.exit(NO_COMMAND)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "network.yaml"
        # Long enough for every node to have been visited, so that there is a mean to read.
        file.write_text(network_file(model, 1000, arguments.seed))
        idle_processor, idle_wall, _, _ = run(arguments.countyflow, file)
        file.write_text(network_file(model, customers, arguments.seed))
        processor, wall, memory, output = run(arguments.countyflow, file)
    arrived, _, mean_wait = read(json.loads(output))
    models.report(
        "countyflow",
        model.name,
        arrived,
        processor - idle_processor,
        wall - idle_wall,
        mean_wait,
        memory,
    )


if __name__ == "__main__":
    main()
