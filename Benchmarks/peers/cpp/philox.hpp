// Philox4x32-10 as a GSL generator whose stream is addressed, as CountyFlow's is: one state, moved to
// the start of an address before each draw.
//
// Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11.
#pragma once

#include <gsl/gsl_rng.h>

#include <cstdint>
#include <cstdlib>

// A key, the next counter, and the words not yet handed out.
struct PhiloxState {
  std::uint32_t key[2];
  std::uint32_t counter[4];
  std::uint32_t block[4];
  unsigned spent;
};

inline void philox_block(const std::uint32_t counter[4], const std::uint32_t key[2],
                         std::uint32_t out[4]) {
  std::uint32_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
  std::uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t even = std::uint64_t{0xD2511F53} * c0;
    const std::uint64_t odd = std::uint64_t{0xCD9E8D57} * c2;
    c0 = static_cast<std::uint32_t>(odd >> 32) ^ c1 ^ k0;
    c1 = static_cast<std::uint32_t>(odd);
    c2 = static_cast<std::uint32_t>(even >> 32) ^ c3 ^ k1;
    c3 = static_cast<std::uint32_t>(even);
    k0 += 0x9E3779B9;
    k1 += 0xBB67AE85;
  }
  out[0] = c0, out[1] = c1, out[2] = c2, out[3] = c3;
}

inline std::uint32_t next_word(PhiloxState& state) {
  if (state.spent == 4) {
    philox_block(state.counter, state.key, state.block);
    ++state.counter[0];
    state.spent = 0;
  }
  return state.block[state.spent++];
}

inline std::uint64_t next_pair(PhiloxState& state) {
  const std::uint64_t low = next_word(state);
  return std::uint64_t{next_word(state)} << 32 | low;
}

// 53 bits, centred in their cell, so that neither 0 nor 1 comes out.
inline double open_unit(std::uint64_t bits) {
  const double unit = static_cast<double>(bits >> 11) * 0x1p-53 + 0x1p-54;
  return unit < 1 ? unit : 1 - 0x1p-53;
}

// SplitMix64, which turns a seed into a key.
inline std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

// What GSL calls; the state behind its untyped pointer is always a `PhiloxState`.
inline void philox_set(void* raw, unsigned long seed) {
  constexpr std::uint64_t step = 0x9E3779B97F4A7C15;
  const std::uint64_t word = mix(mix(seed + step) + step);
  *static_cast<PhiloxState*>(raw) = {
      {static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(word >> 32)}, {}, {}, 4};
}
inline unsigned long philox_get(void* raw) { return next_word(*static_cast<PhiloxState*>(raw)); }
inline double philox_get_double(void* raw) {
  return open_unit(next_pair(*static_cast<PhiloxState*>(raw)));
}

inline const gsl_rng_type philox_type = {
    "philox4x32-10",     0xFFFFFFFFul, 0,           sizeof(PhiloxState),
    philox_set, philox_get,   philox_get_double};

// All the chance of a run: every draw addressed by what it decides, for whom, and which time round.
class Streams {
 public:
  explicit Streams(std::uint64_t seed) : generator_(gsl_rng_alloc(&philox_type)) {
    if (generator_ == nullptr) std::abort();
    gsl_rng_set(generator_, seed);
    state_ = static_cast<PhiloxState*>(generator_->state);
  }
  ~Streams() { gsl_rng_free(generator_); }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  // The generator at the start of an address.
  const gsl_rng* at(std::uint16_t purpose, std::uint64_t entity, std::uint16_t occurrence) {
    state_->counter[0] = 0;
    state_->counter[1] = std::uint32_t{purpose} << 16 | occurrence;
    state_->counter[2] = static_cast<std::uint32_t>(entity);
    state_->counter[3] = static_cast<std::uint32_t>(entity >> 32);
    state_->spent = 4;
    return generator_;
  }

  // A number strictly between 0 and 1.
  double uniform(std::uint16_t purpose, std::uint64_t entity, std::uint16_t occurrence) {
    return gsl_rng_uniform(at(purpose, entity, occurrence));
  }

 private:
  gsl_rng* generator_;
  PhiloxState* state_;
};
