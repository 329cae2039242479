"""The models every engine runs: read from `models.json`, with their theory.

A model is a row of tiers. Customers come to every node of the first tier with exponential gaps of
mean `arrivalMean`; a tier's nodes have `servers` equal servers, exponential services of mean
`serviceMean` and one line, first come first served; a share `referred` goes on to the next tier, node
`i` of `n` to node `i * m // n` of the next tier's `m`.
"""

import argparse
import json
import math
import pathlib
import time
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent


@dataclass(frozen=True)
class Tier:
    """Equal nodes and the share of their customers that goes on to the next tier."""

    name: str
    nodes: int
    servers: int
    serviceMean: float
    referred: float


@dataclass(frozen=True)
class Model:
    """A model by its name in `models.json`."""

    name: str
    title: str
    timeUnit: str
    arrivalMean: float
    tiers: tuple[Tier, ...]
    customers: dict[str, int]

    @property
    def arrival_rate(self):
        """Customers per unit of time, all sources together."""
        return self.tiers[0].nodes / self.arrivalMean

    def length(self, customers):
        """How long it takes until so many customers have come, on average."""
        return customers / self.arrival_rate

    def successor(self, tier, node):
        """The node of the next tier that a node refers to."""
        return node * self.tiers[tier + 1].nodes // self.tiers[tier].nodes

    def rates(self):
        """The arrival rate of one node, tier by tier."""
        total = self.arrival_rate
        rates = []
        for tier in self.tiers:
            rates.append(total / tier.nodes)
            total *= tier.referred
        return rates

    def visits(self):
        """Visits per customer, all tiers together."""
        return sum(
            rate * tier.nodes for rate, tier in zip(self.rates(), self.tiers)
        ) / self.arrival_rate

    def events(self):
        """Events per customer: one arrival, and the end of each service."""
        return 1 + self.visits()

    def mean_wait(self):
        """The mean wait over all visits to all nodes: M/M/c in each, since Jackson's theorem holds."""
        waits = [wait for wait, _ in self._theory()]
        return self._weighted(waits)

    def standard_error(self, customers):
        """The standard error of a run's mean wait.

        Exact for the time average of each node's line, which Little's law turns into a wait; nodes
        are taken for independent, the empty start is ignored. Good enough for a tolerance of five.
        """
        length = self.length(customers)
        variance = 0.0
        total = self.arrival_rate * self.visits()
        for (_, spread), tier in zip(self._theory(), self.tiers):
            variance += tier.nodes * spread / length
        return math.sqrt(variance) / total

    def _weighted(self, values):
        flows = [rate * tier.nodes for rate, tier in zip(self.rates(), self.tiers)]
        return sum(f * v for f, v in zip(flows, values)) / sum(flows)

    def _theory(self):
        return [
            mmc(rate, tier.serviceMean, tier.servers)
            for rate, tier in zip(self.rates(), self.tiers)
        ]


def mmc(rate, service_mean, servers):
    """The mean wait of M/M/c, and the asymptotic variance of the time average of its line.

    The number present is a birth and death chain with probabilities p; for f(n) waiting,
    variance = 2 * sum over n of (sum over i <= n of (f(i) - mean) p(i))^2 / (rate * p(n)).

    Source: Whitt, Asymptotic formulas for Markov processes with applications to simulation,
    Operations Research 40 (1992), for the variance.
    """
    if rate * service_mean >= servers:
        raise ValueError(f"{servers} servers cannot serve {rate} times {service_mean}")
    weights = [1.0]
    # Far enough for the geometric tail to have gone.
    while weights[-1] > 1e-18 * max(weights) or len(weights) <= servers:
        n = len(weights)
        weights.append(weights[-1] * rate * service_mean / min(n, servers))
    whole = sum(weights)
    p = [weight / whole for weight in weights]
    line = [max(0, n - servers) for n in range(len(p))]
    mean = sum(f * q for f, q in zip(line, p))
    variance = 0.0
    # From the far end for the accuracy of the tail; the partial sums add up to nought.
    tail = 0.0
    for n in range(len(p) - 1, 0, -1):
        tail += (line[n] - mean) * p[n]
        variance += 2 * tail * tail / (rate * p[n - 1])
    return mean / rate, variance


def load(name):
    """A model of `models.json`."""
    fields = json.loads((HERE / "models.json").read_text())[name]
    tiers = tuple(Tier(**tier) for tier in fields["tiers"])
    return Model(
        name=name,
        title=fields["title"],
        timeUnit=fields["timeUnit"],
        arrivalMean=fields["arrivalMean"],
        tiers=tiers,
        customers=fields["customers"],
    )


def load_hold():
    """The figures of the hold model."""
    return json.loads((HERE / "models.json").read_text())["hold"]


class Node:
    """What is kept of one node: waits, their mean and spread, and the mean number present.

    As much as CountyFlow and the C++ twin keep at least, so that equal work is compared.
    """

    __slots__ = ("count", "mean", "squares", "present", "since", "area")

    def __init__(self):
        self.count = 0
        self.mean = 0.0
        self.squares = 0.0
        self.present = 0
        self.since = 0.0
        self.area = 0.0

    def come(self, now):
        """Somebody comes."""
        self.area += self.present * (now - self.since)
        self.since = now
        self.present += 1

    def begin(self, wait):
        """A service begins after a wait."""
        self.count += 1
        off = wait - self.mean
        self.mean += off / self.count
        self.squares += off * (wait - self.mean)

    def leave(self, now):
        """Somebody leaves."""
        self.area += self.present * (now - self.since)
        self.since = now
        self.present -= 1


def mean_wait(tiers):
    """The mean wait over all visits to all nodes."""
    nodes = [node for tier in tiers for node in tier]
    return sum(node.mean * node.count for node in nodes) / sum(node.count for node in nodes)


def peer(engine, simulate):
    """The main program of a peer written in Python.

    `simulate(model, customers, seed)` prepares a run and gives back two callables: one that runs it
    and is timed, one that then says how many customers came and their mean wait.
    """
    parser = argparse.ArgumentParser(description=f"The models in {engine}; prints one line of JSON.")
    parser.add_argument("model")
    parser.add_argument("--customers", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    model = load(arguments.model)
    wanted = arguments.customers or model.customers[engine]
    run, read = simulate(model, wanted, arguments.seed)
    wall, processor = time.perf_counter(), time.process_time()
    run()
    processor, wall = time.process_time() - processor, time.perf_counter() - wall
    customers, mean_wait = read()
    report(engine, model.name, customers, processor, wall, mean_wait)


def report(engine, model, customers, processor, wall, mean_wait, memory=None):
    """Prints the one line of JSON that every peer prints."""
    if memory is None:
        memory = peak_memory()
    print(
        json.dumps(
            {
                "engine": engine,
                "model": model,
                "customers": customers,
                "cpuSeconds": processor,
                "wallSeconds": wall,
                "meanWait": mean_wait,
                "throughput": customers / processor,
                "peakMemoryBytes": memory,
            }
        )
    )


def peak_memory():
    """This process's peak in bytes; `getrusage` would count the parent's before the start."""
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("this system does not say how much memory was used")
