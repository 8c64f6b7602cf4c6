#pragma once

/// Asks for a line of memory that will be needed soon. Swift has no word for it; any address will do, and
/// nobody waits for the answer.
static inline void telltale_prefetch(const void *address) {
  __builtin_prefetch(address);
}
