// The C++ twin: a model hard-coded by `model.hpp`, with the same samplers (GSL), the same addressed
// Philox streams and the same event set as CountyFlow. How fast the model can be run by hand.
//
//   twin [--customers N] [--seed N]      prints one line of JSON
//
// Kept per node, as in CountyFlow: mean and spread of waits, mean number present.

#include <gsl/gsl_randist.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "philox.hpp"
#include "winner_tree.hpp"
// Written from `models.json`: `model_name`, `arrival_mean`, `tiers`, `tier_count`, `default_customers`.
#include "model.hpp"

namespace {

constexpr double ticks_per_unit = 1e6;
constexpr std::uint32_t nobody = ~std::uint32_t{0};
enum Purpose : std::uint16_t { gap_purpose, service_purpose, route_purpose };

constexpr unsigned node_count() {
  unsigned count = 0;
  for (const auto& tier : tiers) count += tier.nodes;
  return count;
}
constexpr unsigned server_count() {
  unsigned count = 0;
  for (const auto& tier : tiers) count += tier.nodes * tier.servers;
  return count;
}
constexpr unsigned next_power_of_two(unsigned n) {
  unsigned power = 1;
  while (power < n) power *= 2;
  return power;
}
constexpr unsigned sources = tiers[0].nodes;
constexpr unsigned slots = sources + server_count();

// The most servers of any node: each node keeps its idle ones.
constexpr unsigned most_servers() {
  unsigned most = 0;
  for (const auto& tier : tiers) most = std::max(most, tier.servers);
  return most;
}

struct Customer {
  std::int64_t arrived;    // at the present node
  std::uint64_t number;    // for the addresses of draws
  std::uint32_t next;      // behind them in the line
  std::uint16_t visits;    // before the present one
};

struct Node {
  std::uint32_t first = nobody, last = nobody;  // the line
  unsigned present = 0;
  unsigned idle = 0;                            // how many of `idle_servers` are meant
  std::uint16_t idle_servers[most_servers()];
  double service_mean = 0, referred = 0;
  unsigned onward = 0;
  // Waits by Welford's method, present by its integral.
  std::uint64_t waits = 0;
  double wait_mean = 0, wait_squares = 0;
  std::int64_t since = 0;
  double present_area = 0;
};

struct Server {
  std::uint16_t node;
  std::uint32_t customer;
};

class Network {
 public:
  explicit Network(std::uint64_t seed) : streams_(seed) {
    unsigned node = 0, slot = sources, behind = 0;
    for (unsigned tier = 0; tier < tier_count; ++tier) {
      behind += tiers[tier].nodes;
      for (unsigned i = 0; i < tiers[tier].nodes; ++i, ++node) {
        nodes_[node].service_mean = tiers[tier].service_mean * ticks_per_unit;
        nodes_[node].referred = tiers[tier].referred;
        if (tier + 1 < tier_count) {
          nodes_[node].onward = behind + i * tiers[tier + 1].nodes / tiers[tier].nodes;
        }
        for (unsigned s = 0; s < tiers[tier].servers; ++s, ++slot) {
          servers_[slot - sources].node = static_cast<std::uint16_t>(node);
          nodes_[node].idle_servers[nodes_[node].idle++] = static_cast<std::uint16_t>(slot);
        }
      }
    }
    for (unsigned source = 0; source < sources; ++source) schedule_arrival(source);
  }

  void run(double length) {
    const std::uint64_t end = Tree::pack(std::llround(length * ticks_per_unit), 0);
    for (std::uint64_t key; (key = tree_.winner()) < end;) {
      now_ = Tree::tick(key);
      const unsigned slot = Tree::slot(key);
      if (slot < sources) {
        arrive(slot);
      } else {
        end_service(slot);
      }
    }
  }

  std::uint64_t customers() const { return customers_; }

  // Over all visits to all nodes.
  double mean_wait() const {
    double sum = 0, count = 0;
    for (const auto& node : nodes_) {
      sum += node.wait_mean * static_cast<double>(node.waits);
      count += static_cast<double>(node.waits);
    }
    return sum / count / ticks_per_unit;
  }

  // What nobody reads but must not be optimised away.
  double check() const {
    double sum = 0;
    for (const auto& node : nodes_) sum += node.present_area + node.wait_squares;
    return sum;
  }

 private:
  using Tree = WinnerTree<next_power_of_two(slots)>;

  std::int64_t draw_time(Purpose purpose, std::uint64_t entity, std::uint16_t occurrence,
                         double mean) {
    return std::llrint(gsl_ran_exponential(streams_.at(purpose, entity, occurrence), mean));
  }

  void schedule_arrival(unsigned source) {
    // Sources count separately: number and source together name a customer.
    const std::uint64_t entity = arrived_[source] << 8 | source;
    const std::int64_t gap = draw_time(gap_purpose, entity, 0, arrival_mean * ticks_per_unit);
    tree_.replace(source, Tree::pack(now_ + gap, source));
  }

  void arrive(unsigned source) {
    const std::uint32_t customer = take();
    pool_[customer].number = arrived_[source]++ << 8 | source;
    pool_[customer].visits = 0;
    ++customers_;
    schedule_arrival(source);
    enter(customer, source);
  }

  void enter(std::uint32_t customer, unsigned at) {
    Node& node = nodes_[at];
    pool_[customer].arrived = now_;
    set_present(node, node.present + 1);
    if (node.idle > 0) {
      begin(customer, node, node.idle_servers[--node.idle]);
    } else {
      pool_[customer].next = nobody;
      if (node.first == nobody) {
        node.first = customer;
      } else {
        pool_[node.last].next = customer;
      }
      node.last = customer;
    }
  }

  void begin(std::uint32_t customer, Node& node, unsigned slot) {
    const Customer& who = pool_[customer];
    const double wait = static_cast<double>(now_ - who.arrived);
    ++node.waits;
    const double off = wait - node.wait_mean;
    node.wait_mean += off / static_cast<double>(node.waits);
    node.wait_squares += off * (wait - node.wait_mean);
    servers_[slot - sources].customer = customer;
    const std::int64_t time = draw_time(service_purpose, who.number, who.visits, node.service_mean);
    tree_.replace(slot, Tree::pack(now_ + time, slot));
  }

  void end_service(unsigned slot) {
    const Server& server = servers_[slot - sources];
    Node& node = nodes_[server.node];
    const std::uint32_t customer = server.customer;
    set_present(node, node.present - 1);
    if (node.first != nobody) {
      const std::uint32_t next = node.first;
      node.first = pool_[next].next;
      begin(next, node, slot);
    } else {
      node.idle_servers[node.idle++] = static_cast<std::uint16_t>(slot);
      tree_.replace(slot, Tree::none);
    }
    Customer& who = pool_[customer];
    if (node.referred > 0 && streams_.uniform(route_purpose, who.number, who.visits) < node.referred) {
      ++who.visits;
      enter(customer, node.onward);
    } else {
      free_.push_back(customer);
    }
  }

  void set_present(Node& node, unsigned present) {
    node.present_area += static_cast<double>(node.present) * static_cast<double>(now_ - node.since);
    node.since = now_;
    node.present = present;
  }

  // A row for a newcomer.
  std::uint32_t take() {
    if (free_.empty()) {
      pool_.emplace_back();
      return static_cast<std::uint32_t>(pool_.size() - 1);
    }
    const std::uint32_t customer = free_.back();
    free_.pop_back();
    return customer;
  }

  Streams streams_;
  Tree tree_;
  std::int64_t now_ = 0;
  std::uint64_t customers_ = 0;
  std::uint64_t arrived_[sources] = {};
  Node nodes_[node_count()];
  Server servers_[server_count()];
  std::vector<Customer> pool_;
  std::vector<std::uint32_t> free_;
};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// In bytes; `getrusage` would count the parent's before the start.
long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    long kilobytes;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes * 1024;
  }
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  double customers = default_customers;
  std::uint64_t seed = 1;
  for (int i = 1; i + 1 < count; i += 2) {
    if (std::strcmp(arguments[i], "--customers") == 0) customers = std::atof(arguments[i + 1]);
    if (std::strcmp(arguments[i], "--seed") == 0) seed = std::strtoull(arguments[i + 1], nullptr, 10);
  }
  Network network(seed);
  const auto wall = std::chrono::steady_clock::now();
  const double processor = processor_seconds();
  network.run(customers * arrival_mean / sources);
  const double spent = processor_seconds() - processor;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - wall;
  if (!(network.check() > 0)) return 1;
  std::printf(
      "{\"engine\": \"twin\", \"model\": \"%s\", \"customers\": %llu, \"cpuSeconds\": %.6f, "
      "\"wallSeconds\": %.6f, \"meanWait\": %.9g, \"throughput\": %.9g, \"peakMemoryBytes\": %ld}\n",
      model_name, static_cast<unsigned long long>(network.customers()), spent, elapsed.count(),
      network.mean_wait(), static_cast<double>(network.customers()) / spent, peak_memory());
}
