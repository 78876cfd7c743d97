/* Inertia of symmetric integer matrices by FLINT: the signs of the characteristic polynomial's coefficients, which
 * change as often as there are positive roots, since all roots are real (Descartes).
 * Standard input: the number of matrices, then of each its size and entries. Prints the milliseconds of the second of
 * two runs, and the inertia of each as positive,negative,zero. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <flint/flint.h>
#include <flint/fmpz.h>
#include <flint/fmpz_mat.h>
#include <flint/fmpz_poly.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(void) {
  long count;
  if (scanf("%ld", &count) != 1 || count < 1) return 2;
  fmpz_mat_t *matrices = malloc(count * sizeof *matrices);
  long(*found)[3] = malloc(count * sizeof *found);
  for (long k = 0; k < count; k++) {
    long size;
    if (scanf("%ld", &size) != 1) return 2;
    fmpz_mat_init(matrices[k], size, size);
    for (long i = 0; i < size; i++)
      for (long j = 0; j < size; j++)
        if (!fmpz_read(fmpz_mat_entry(matrices[k], i, j))) return 2;
  }
  double spent = 0;
  for (int run = 0; run < 2; run++) {
    double start = now();
    for (long k = 0; k < count; k++) {
      fmpz_poly_t polynomial;
      fmpz_poly_init(polynomial);
      fmpz_mat_charpoly(polynomial, matrices[k]);
      long size = fmpz_mat_nrows(matrices[k]), changes = 0, zero = 0;
      int last = 0;
      for (long i = 0; i <= size; i++) {
        int sign = fmpz_sgn(polynomial->coeffs + i);
        if (sign == 0) {
          if (last == 0) zero++;
          continue;
        }
        if (last != 0 && sign != last) changes++;
        last = sign;
      }
      found[k][0] = changes;
      found[k][1] = size - zero - changes;
      found[k][2] = zero;
      fmpz_poly_clear(polynomial);
    }
    spent = now() - start;
  }
  printf("%.6f", spent);
  for (long k = 0; k < count; k++) printf(" %ld,%ld,%ld", found[k][0], found[k][1], found[k][2]);
  printf("\n");
  return 0;
}
