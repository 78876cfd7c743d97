/*
 * T and G in FLINT, for bench/counts.ts:  counts-flint <task> <r> <m>
 *   T      r! * sum over n of S2(m,n) C(n,r), from one row of Stirling numbers
 *   G      r! * S2(m,r)
 *   table  all T(k,n), k <= n <= m, by the recurrence; answers with the sum of the last row
 * Prints milliseconds and the answer modulo 10^9 + 7.
 */
#include <flint/arith.h>
#include <flint/flint.h>
#include <flint/fmpz.h>
#include <flint/fmpz_vec.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void count_subspaces(fmpz_t total, slong r, slong m) {
  fmpz *row = _fmpz_vec_init(m + 1);
  fmpz_t choices;
  fmpz_init_set_ui(choices, 1);
  fmpz_zero(total);
  arith_stirling_number_2_vec(row, m, m + 1);
  for (slong n = r; n <= m; n++) {
    fmpz_addmul(total, row + n, choices);
    fmpz_mul_ui(choices, choices, n + 1);
    fmpz_divexact_ui(choices, choices, n + 1 - r);
  }
  fmpz_fac_ui(choices, r);
  fmpz_mul(total, total, choices);
  fmpz_clear(choices);
  _fmpz_vec_clear(row, m + 1);
}

static void count_surjections(fmpz_t total, slong r, slong m) {
  fmpz_t labels;
  fmpz_init(labels);
  arith_stirling_number_2(total, m, r);
  fmpz_fac_ui(labels, r);
  fmpz_mul(total, total, labels);
  fmpz_clear(labels);
}

/* Keeps every row, as a table is for looking things up. */
static void fill_table(fmpz_t total, slong m) {
  slong width = m + 2;
  fmpz *table = _fmpz_vec_init((m + 1) * width);
  fmpz_set_ui(table, 1);
  for (slong n = 0; n < m; n++) {
    fmpz *row = table + n * width;
    fmpz *next = row + width;
    for (slong r = 0; r <= n + 1; r++) {
      fmpz_set(next + r, row + r + 1);
      if (r > 0) fmpz_addmul_ui(next + r, row + r - 1, r);
      fmpz_addmul_ui(next + r, row + r, r + 1);
    }
  }
  _fmpz_vec_sum(total, table + m * width, m + 1);
  _fmpz_vec_clear(table, (m + 1) * width);
}

int main(int count, char **argument) {
  if (count != 4) return 2;
  slong r = atol(argument[2]), m = atol(argument[3]);
  fmpz_t total;
  fmpz_init(total);
  /* The first run fills FLINT's tables of primes and its memory pools. */
  double spent = 0;
  for (int run = 0; run < 2; run++) {
    double start = milliseconds();
    if (strcmp(argument[1], "T") == 0) count_subspaces(total, r, m);
    else if (strcmp(argument[1], "G") == 0) count_surjections(total, r, m);
    else fill_table(total, m);
    spent = milliseconds() - start;
  }
  printf("%.4f %lu\n", spent, fmpz_fdiv_ui(total, 1000000007));
  fmpz_clear(total);
  flint_cleanup();
  return 0;
}
