"""The models in Ciw, which keeps a record of every visit; reading the records is not timed."""

import ciw
import models


def simulate(model, customers, seed):
    """Prepares a run: see `models.peer`."""
    ciw.seed(seed)
    first = []
    total = 0
    for tier in model.tiers:
        first.append(total)
        total += tier.nodes
    routing = [[0.0] * total for _ in range(total)]
    for tier, facts in enumerate(model.tiers):
        for node in range(facts.nodes):
            if facts.referred > 0:
                onward = first[tier + 1] + model.successor(tier, node)
                routing[first[tier] + node][onward] = facts.referred
    sources = model.tiers[0].nodes
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(1 / model.arrivalMean)] * sources
        + [None] * (total - sources),
        service_distributions=[
            ciw.dists.Exponential(1 / tier.serviceMean)
            for tier in model.tiers
            for _ in range(tier.nodes)
        ],
        number_of_servers=[tier.servers for tier in model.tiers for _ in range(tier.nodes)],
        routing=routing,
    )
    simulation = ciw.Simulation(network)

    def read():
        waits = [record.waiting_time for record in simulation.get_all_records(only=["service"])]
        return simulation.nodes[0].number_of_individuals, sum(waits) / len(waits)

    return lambda: simulation.simulate_until_max_time(model.length(customers)), read


if __name__ == "__main__":
    models.peer("ciw", simulate)
