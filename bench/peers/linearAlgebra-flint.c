/* One determinant, solution or rank by FLINT.
 * Usage: peer det|solve|rank < matrix, where the matrix is "rows columns" and then the entries row by row; for
 * solve the last column is the right-hand side. Prints the milliseconds of the second of two runs and the answer:
 * the determinant, the first unknown as "p/q", or the rank. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <flint/flint.h>
#include <flint/fmpz.h>
#include <flint/fmpz_mat.h>
#include <flint/fmpq.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int count, char **words) {
  long rows, columns;
  if (count != 2 || scanf("%ld %ld", &rows, &columns) != 2) return 2;
  const char *task = words[1];
  long unknowns = strcmp(task, "solve") == 0 ? columns - 1 : columns;
  fmpz_mat_t a, b, x;
  fmpz_t answer, denominator;
  fmpz_mat_init(a, rows, unknowns);
  fmpz_mat_init(b, rows, 1);
  fmpz_mat_init(x, unknowns, 1);
  fmpz_init(answer);
  fmpz_init(denominator);
  for (long i = 0; i < rows; i++)
    for (long j = 0; j < columns; j++)
      if (!fmpz_read(j < unknowns ? fmpz_mat_entry(a, i, j) : fmpz_mat_entry(b, i, 0))) return 2;
  double spent = 0;
  for (int run = 0; run < 2; run++) {
    double start = now();
    if (strcmp(task, "det") == 0) fmpz_mat_det(answer, a);
    else if (strcmp(task, "rank") == 0) fmpz_set_si(answer, fmpz_mat_rank(a));
    else if (!fmpz_mat_solve(x, denominator, a, b)) return 1;
    spent = now() - start;
  }
  printf("%.6f ", spent);
  if (strcmp(task, "solve") == 0) {
    fmpq_t first;
    fmpq_init(first);
    fmpq_set_fmpz_frac(first, fmpz_mat_entry(x, 0, 0), denominator);
    fmpq_print(first);
    fmpq_clear(first);
  } else {
    fmpz_print(answer);
  }
  puts("");
  fmpz_mat_clear(a);
  fmpz_mat_clear(b);
  fmpz_mat_clear(x);
  fmpz_clear(answer);
  fmpz_clear(denominator);
  return 0;
}
