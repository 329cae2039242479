// The pending events of a network: a tournament among slots, each with at most one event, as in
// CountyFlow. A key is one word: the tick above, the slot in the low 20 bits.
#pragma once

#include <cstdint>

template <unsigned leaves>
class WinnerTree {
  static_assert((leaves & (leaves - 1)) == 0, "a power of two");

 public:
  static constexpr std::uint64_t none = ~std::uint64_t{0};

  WinnerTree() {
    for (auto& key : keys_) key = none;
  }

  static std::uint64_t pack(std::int64_t tick, unsigned slot) {
    return static_cast<std::uint64_t>(tick) << 20 | slot;
  }
  static std::int64_t tick(std::uint64_t key) { return static_cast<std::int64_t>(key >> 20); }
  static unsigned slot(std::uint64_t key) { return key & 0xFFFFF; }

  std::uint64_t winner() const { return keys_[1]; }

  // Writes a slot's key and replays its matches.
  void replace(unsigned slot, std::uint64_t key) {
    unsigned node = leaves + slot;
    keys_[node] = key;
    while (node > 1) {
      const std::uint64_t rival = keys_[node ^ 1];
      key = key < rival ? key : rival;
      node >>= 1;
      keys_[node] = key;
    }
  }

 private:
  std::uint64_t keys_[2 * leaves];
};
