"""The models in SimPy: a process per customer that requests a `Resource`."""

import random

import models
import simpy


def simulate(model, customers, seed):
    """Prepares a run: see `models.peer`."""
    draw = random.Random(seed)
    environment = simpy.Environment()
    tiers = [
        [simpy.Resource(environment, tier.servers) for _ in range(tier.nodes)] for tier in model.tiers
    ]
    kept = [[models.Node() for _ in range(tier.nodes)] for tier in model.tiers]
    arrived = [0]

    def customer(node):
        for tier, facts in enumerate(model.tiers):
            came = environment.now
            here = kept[tier][node]
            here.come(came)
            with tiers[tier][node].request() as turn:
                yield turn
                here.begin(environment.now - came)
                yield environment.timeout(draw.expovariate(1 / facts.serviceMean))
            here.leave(environment.now)
            if facts.referred == 0 or draw.random() >= facts.referred:
                return
            node = model.successor(tier, node)

    def source(node):
        rate = 1 / model.arrivalMean
        while True:
            yield environment.timeout(draw.expovariate(rate))
            arrived[0] += 1
            environment.process(customer(node))

    for node in range(model.tiers[0].nodes):
        environment.process(source(node))
    return (
        lambda: environment.run(until=model.length(customers)),
        lambda: (arrived[0], models.mean_wait(kept)),
    )


if __name__ == "__main__":
    models.peer("simpy", simulate)
