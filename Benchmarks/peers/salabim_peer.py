"""The models in salabim: a component per customer that requests a `Resource`."""

import models
import salabim

# Processes are generators, as in SimPy.
salabim.yieldless(False)


def simulate(model, customers, seed):
    """Prepares a run: see `models.peer`."""
    environment = salabim.Environment(trace=False, random_seed=seed)
    tiers = [
        [salabim.Resource(capacity=tier.servers, monitor=False) for _ in range(tier.nodes)]
        for tier in model.tiers
    ]
    services = [salabim.Exponential(tier.serviceMean).sample for tier in model.tiers]
    gap = salabim.Exponential(model.arrivalMean).sample
    chance = salabim.Uniform(0, 1).sample
    kept = [[models.Node() for _ in range(tier.nodes)] for tier in model.tiers]
    arrived = [0]

    class Customer(salabim.Component):
        """Passes through the tiers."""

        def setup(self, node):
            """Comes to a node of the first tier."""
            self.node = node

        def process(self):
            """Waits, is served, goes on or leaves."""
            node = self.node
            for tier, facts in enumerate(model.tiers):
                came = environment.now()
                here = kept[tier][node]
                here.come(came)
                yield self.request(tiers[tier][node])
                here.begin(environment.now() - came)
                yield self.hold(services[tier]())
                self.release(tiers[tier][node])
                here.leave(environment.now())
                if facts.referred == 0 or chance() >= facts.referred:
                    return
                node = model.successor(tier, node)

    class Source(salabim.Component):
        """Sends customers to one node."""

        def setup(self, node):
            """Belongs to a node of the first tier."""
            self.node = node

        def process(self):
            """Waits a gap, sends one, for ever."""
            while True:
                yield self.hold(gap())
                arrived[0] += 1
                Customer(node=self.node, suppress_trace=True)

    for node in range(model.tiers[0].nodes):
        Source(node=node)
    return (
        lambda: environment.run(till=model.length(customers)),
        lambda: (arrived[0], models.mean_wait(kept)),
    )


if __name__ == "__main__":
    models.peer("salabim", simulate)
