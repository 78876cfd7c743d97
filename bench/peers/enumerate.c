/* Visits all labelled partitions of [m] with r labels, for comparison with forEachLabelledPartition: the same
   order, the same codes, the same work at each. Prints "<milliseconds> <visited> <sum>".
   Usage: enumerate r m */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int r, m;
static int32_t codes[64];
static uint64_t visited;
static uint32_t sum;

static inline void visit(void) { sum += 31u * (uint32_t)codes[0] + (uint32_t)codes[m - 1]; }

static void descend(int neuron, uint32_t used, int missing, int zero_blocks) {
  int left = m - neuron;
  if (left == 1 && missing == 0) {
    for (int label = 1; label <= r; label++) codes[neuron] = label, visit();
    for (int block = 0; block <= zero_blocks; block++) codes[neuron] = -block, visit();
    visited += (uint64_t)(r + zero_blocks + 1);
    return;
  }
  if (left == 1) {
    codes[neuron] = __builtin_ctz(~used) + 1;
    visit();
    visited++;
    return;
  }
  for (int label = 1; label <= r; label++) {
    uint32_t bit = 1u << (label - 1);
    int opens = !(used & bit);
    if (missing == left && !opens) continue;
    codes[neuron] = label;
    descend(neuron + 1, used | bit, missing - opens, zero_blocks);
  }
  if (missing == left) return;
  for (int block = 0; block <= zero_blocks; block++) {
    codes[neuron] = -block;
    descend(neuron + 1, used, missing, zero_blocks + (block == zero_blocks));
  }
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  r = atoi(arguments[1]);
  m = atoi(arguments[2]);
  if (r < 0 || r > 31 || m < 1 || m > 64 || r > m) return 2;
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  descend(0, 0, r, 0);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double milliseconds = (double)(end.tv_sec - start.tv_sec) * 1e3 + (double)(end.tv_nsec - start.tv_nsec) / 1e6;
  printf("%.3f %llu %d\n", milliseconds, (unsigned long long)visited, (int32_t)sum);
  return 0;
}
