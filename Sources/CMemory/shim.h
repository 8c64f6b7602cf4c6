#pragma once

#include <stdint.h>
#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

/// Asks for a line of memory that will be needed soon. Swift has no word for it; any address will do, and
/// nobody waits for the answer.
static inline void telltale_prefetch(const void *address) {
  __builtin_prefetch(address);
}

/// Reserves that many bytes of heap, and asks the kernel to back them by huge pages. None of it is used before
/// it is allocated. Does nothing where the C library or the kernel does not know how.
static inline void telltale_use_huge_pages(size_t bytes) {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  // Blocks as large as glibc would ever take from the heap come from there, and it never shrinks.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, INT32_MAX);
  const uintptr_t start = ((uintptr_t)sbrk(0) + page - 1) & ~(page - 1);
  mallopt(M_TOP_PAD, (int)bytes);
  // More than the heap has left, so that it grows; volatile, lest the compiler see that nobody uses it.
  void *volatile block = malloc(1 << 20);
  free(block);
  mallopt(M_TOP_PAD, 128 << 10);
  const uintptr_t end = (uintptr_t)sbrk(0) & ~(page - 1);
  if (end > start) madvise((void *)start, end - start, MADV_HUGEPAGE);
#else
  (void)bytes;
#endif
}
