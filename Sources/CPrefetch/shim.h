#ifndef COUNTYFLOW_CPREFETCH_SHIM_H
#define COUNTYFLOW_CPREFETCH_SHIM_H

/* Asks for a line of memory ahead of time. One instruction, which Swift has no word for; it changes
   nothing and cannot fail, whatever the address. */
static inline void countyflow_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }

#endif
