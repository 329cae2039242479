// The hold model on a 4-ary heap, the usual event set.
//
//   heap_hold MODE PENDING HOLDS MEAN-GAP      prints one line of JSON
//
// Modes:
//   plain    the heap as simulators have it: an entry is the time, the number that settles ties and
//            the payload; the first is popped and another pushed
//   packed   the same with CountyFlow's keys: an entry is one word, the tick above the slot, and
//            payloads lie beside the heap by slot; as tight as a heap gets
//   replace  as `packed`, but pop and push are one sift from the top

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

namespace {

// An entry of the plain heap.
struct Entry {
  double time;
  std::uint64_t number;
  std::uint64_t payload;
  bool operator<(const Entry& other) const {
    return time != other.time ? time < other.time : number < other.number;
  }
};

template <typename Key>
class Heap {
 public:
  explicit Heap(std::size_t room) { keys_.reserve(room); }

  const Key& top() const { return keys_[0]; }

  void push(Key key) {
    std::size_t at = keys_.size();
    keys_.push_back(key);
    while (at > 0) {
      const std::size_t parent = (at - 1) / 4;
      if (!(key < keys_[parent])) break;
      keys_[at] = keys_[parent];
      at = parent;
    }
    keys_[at] = key;
  }

  void pop() {
    const Key last = keys_.back();
    keys_.pop_back();
    if (!keys_.empty()) replace_top(last);
  }

  // Puts a key in place of the first and sifts it down.
  void replace_top(Key key) {
    const std::size_t count = keys_.size();
    std::size_t at = 0;
    for (std::size_t child; (child = 4 * at + 1) < count;) {
      std::size_t least = child;
      const std::size_t end = std::min(child + 4, count);
      for (std::size_t other = child + 1; other < end; ++other) {
        if (keys_[other] < keys_[least]) least = other;
      }
      if (!(keys_[least] < key)) break;
      keys_[at] = keys_[least];
      at = least;
    }
    keys_[at] = key;
  }

 private:
  std::vector<Key> keys_;
};

// The same gaps in the same order as `Gaps.swift`.
class Gaps {
 public:
  explicit Gaps(double mean) : table_(8192) {
    for (std::size_t i = 0; i < table_.size(); ++i) {
      const double quantile = (static_cast<double>(i) + 0.5) / 8192;
      table_[i] = static_cast<std::uint32_t>(std::round(-mean * std::log(quantile)));
    }
  }
  std::uint64_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return table_[state_ >> 51];
  }

 private:
  std::vector<std::uint32_t> table_;
  std::uint64_t state_ = 1;
};

// What a run of holds leaves behind: checked to be equal for all event sets.
struct Outcome {
  std::uint64_t now = 0, sum = 0;
};

// Keys of one word; `in_one_sift` tells `replace` from `packed`.
template <bool in_one_sift>
class Packed {
 public:
  Packed(std::size_t pending, Gaps& gaps) : gaps_(gaps), heap_(pending), payloads_(pending) {
    for (std::size_t slot = 0; slot < pending; ++slot) {
      payloads_[slot] = slot;
      heap_.push(gaps_.next() << 20 | slot);
    }
  }
  Outcome run(long holds) {
    Outcome outcome;
    for (long i = 0; i < holds; ++i) {
      const std::uint64_t key = heap_.top();
      const std::uint64_t slot = key & 0xFFFFF;
      outcome.now = key >> 20;
      const std::uint64_t payload = payloads_[slot];
      outcome.sum += payload;
      const std::uint64_t later = (outcome.now + gaps_.next()) << 20 | slot;
      if constexpr (in_one_sift) {
        heap_.replace_top(later);
      } else {
        heap_.pop();
        heap_.push(later);
      }
      payloads_[slot] = payload;
    }
    return outcome;
  }

 private:
  Gaps& gaps_;
  Heap<std::uint64_t> heap_;
  std::vector<std::uint64_t> payloads_;
};

// Entries of three fields.
class Plain {
 public:
  Plain(std::size_t pending, Gaps& gaps) : gaps_(gaps), heap_(pending) {
    for (std::size_t slot = 0; slot < pending; ++slot) {
      heap_.push({static_cast<double>(gaps_.next()), slot, slot});
    }
  }
  Outcome run(long holds) {
    Outcome outcome;
    for (long i = 0; i < holds; ++i) {
      Entry entry = heap_.top();
      outcome.now = static_cast<std::uint64_t>(entry.time);
      outcome.sum += entry.payload;
      entry.time += static_cast<double>(gaps_.next());
      heap_.pop();
      heap_.push(entry);
    }
    return outcome;
  }

 private:
  Gaps& gaps_;
  Heap<Entry> heap_;
};

template <typename EventSet>
void measure(const char* mode, long pending, long holds, double mean_gap) {
  Gaps gaps(mean_gap);
  EventSet events(static_cast<std::size_t>(pending), gaps);
  // So many that every event has moved on about once: then the pending times have settled.
  events.run(std::max(pending, 100'000L));
  const std::clock_t start = std::clock();
  const Outcome outcome = events.run(holds);
  const double spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  std::printf(
      "{\"engine\": \"heap-%s\", \"pending\": %ld, \"nanoseconds\": %.3f, \"now\": %llu, \"sum\": "
      "%llu}\n",
      mode, pending, 1e9 * spent / static_cast<double>(holds),
      static_cast<unsigned long long>(outcome.now), static_cast<unsigned long long>(outcome.sum));
}

}  // namespace

int main(int count, char** arguments) {
  const char* mode = count == 5 ? arguments[1] : "";
  const auto start = std::strcmp(mode, "plain") == 0     ? measure<Plain>
                     : std::strcmp(mode, "packed") == 0  ? measure<Packed<false>>
                     : std::strcmp(mode, "replace") == 0 ? measure<Packed<true>>
                                                         : nullptr;
  if (start == nullptr) {
    std::fputs("usage: heap_hold plain|packed|replace PENDING HOLDS MEAN-GAP\n", stderr);
    return 2;
  }
  start(mode, std::atol(arguments[2]), std::atol(arguments[3]), std::atof(arguments[4]));
}
