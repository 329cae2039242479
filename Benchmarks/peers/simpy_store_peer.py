"""The models in SimPy, its fastest idiom: a process per server that takes customers from a `Store`."""

import random

import models
import simpy


def simulate(model, customers, seed):
    """Prepares a run: see `models.peer`."""
    draw = random.Random(seed)
    environment = simpy.Environment()
    tiers = [[simpy.Store(environment) for _ in range(tier.nodes)] for tier in model.tiers]
    kept = [[models.Node() for _ in range(tier.nodes)] for tier in model.tiers]
    arrived = [0]

    def server(tier, node):
        facts = model.tiers[tier]
        rate = 1 / facts.serviceMean
        line = tiers[tier][node]
        here = kept[tier][node]
        referred = facts.referred
        if referred > 0:
            onward = tiers[tier + 1][model.successor(tier, node)]
            there = kept[tier + 1][model.successor(tier, node)]
        while True:
            came = yield line.get()
            here.begin(environment.now - came)
            yield environment.timeout(draw.expovariate(rate))
            now = environment.now
            here.leave(now)
            if referred > 0 and draw.random() < referred:
                there.come(now)
                onward.put(now)

    def source(node):
        rate = 1 / model.arrivalMean
        line = tiers[0][node]
        here = kept[0][node]
        while True:
            yield environment.timeout(draw.expovariate(rate))
            arrived[0] += 1
            here.come(environment.now)
            line.put(environment.now)

    for tier, facts in enumerate(model.tiers):
        for node in range(facts.nodes):
            for _ in range(facts.servers):
                environment.process(server(tier, node))
    for node in range(model.tiers[0].nodes):
        environment.process(source(node))
    return (
        lambda: environment.run(until=model.length(customers)),
        lambda: (arrived[0], models.mean_wait(kept)),
    )


if __name__ == "__main__":
    models.peer("simpy-store", simulate)
