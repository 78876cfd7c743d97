/**
 * The loss of two-layer ReLU students in doubles, with no other derivatives than differences. It shares no
 * code with src/landscape/spurious.
 */

/** Σ_ij E relu(v_i·x) relu(w_j·x), by Cho and Saul's formula. */
function overlap(v: readonly number[][], w: readonly number[][]): number {
  let sum = 0;
  for (const a of v) {
    for (const b of w) {
      const [size, other] = [Math.hypot(...a), Math.hypot(...b)];
      const dot = a.reduce((total, x, j) => total + x * (b[j] ?? NaN), 0);
      const cosine = Math.min(1, Math.max(-1, dot / (size * other)));
      const angle = Math.acos(cosine);
      sum += (size * other * (Math.sin(angle) + (Math.PI - angle) * cosine)) / (2 * Math.PI);
    }
  }
  return sum;
}

/** ½E(Σ relu(w_i·x) − Σ relu(x_i))². */
export function floatLoss(w: readonly number[][]): number {
  const teacher = w.map((_, i) => w.map((__, j) => (i === j ? 1 : 0)));
  return overlap(w, w) / 2 - overlap(w, teacher) + overlap(teacher, teacher) / 2;
}

/** The student of five numbers, written out. */
export function floatStudent(k: number, five: readonly number[]): number[][] {
  const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN] = five;
  return Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (__, j) =>
      i === k - 1 ? (j === k - 1 ? e : d) : j === k - 1 ? c : i === j ? a : b,
    ),
  );
}

/** All second differences of a function at a point, of order h². */
export function secondDifferences(
  value: (x: readonly number[]) => number,
  at: readonly number[],
  h: number,
): number[][] {
  const moved = (i: number, j: number, s: number, t: number): number =>
    value(at.map((x, place) => x + (place === i ? s * h : 0) + (place === j ? t * h : 0)));
  const full = at.map((_, i) =>
    at
      .slice(0, i + 1)
      .map(
        (__, j) =>
          (moved(i, j, 1, 1) - moved(i, j, 1, -1) - moved(i, j, -1, 1) + moved(i, j, -1, -1)) / (4 * h * h),
      ),
  );
  return full.map((row, i) => full.map((other, j) => (j <= i ? row[j] : other[i]) ?? NaN));
}

/** The first differences, of order h². */
export function firstDifferences(
  value: (x: readonly number[]) => number,
  at: readonly number[],
  h: number,
): number[] {
  const moved = (i: number, s: number): number => value(at.map((x, place) => (place === i ? x + s * h : x)));
  return at.map((_, i) => (moved(i, 1) - moved(i, -1)) / (2 * h));
}

/** The eigenvalues of a symmetric matrix, by Jacobi's rotations, in ascending order. */
export function eigenvalues(symmetric: readonly (readonly number[])[]): number[] {
  const m = symmetric.map((row) => [...row]);
  const at = (i: number, j: number): number => m[i]?.[j] ?? NaN;
  const n = m.length;
  for (let sweep = 0; sweep < 12; sweep += 1) {
    for (let p = 0; p < n; p += 1) {
      for (let q = p + 1; q < n; q += 1) {
        if (Math.abs(at(p, q)) < 1e-14) continue;
        const ratio = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(1, ratio));
        const c = 1 / Math.hypot(1, t);
        rotate(m, p, q, c, t * c);
      }
    }
  }
  return m.map((row, i) => row[i] ?? NaN).sort((x, y) => x - y);
}

/** Rotates rows and columns p and q. */
function rotate(m: number[][], p: number, q: number, c: number, s: number): void {
  for (const row of m) {
    const [x, y] = [row[p] ?? NaN, row[q] ?? NaN];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  const [first = [], second = []] = [m[p], m[q]];
  for (const [j, x] of first.entries()) {
    const y = second[j] ?? NaN;
    first[j] = c * x - s * y;
    second[j] = s * x + c * y;
  }
}

/** Newton's method in the five numbers, by differences of the loss alone. */
export function floatCritical(k: number, start: readonly number[]): number[] {
  const value = (five: readonly number[]): number => floatLoss(floatStudent(k, five));
  let five = [...start];
  for (let step = 0; step < 12; step += 1) {
    const change = solve(secondDifferences(value, five, 1e-4), firstDifferences(value, five, 1e-5));
    five = five.map((x, place) => x - (change[place] ?? NaN));
  }
  return five;
}

/** Elimination with the largest pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? NaN]);
  for (let p = 0; p < rows.length; p += 1) {
    const rest = rows.slice(p).sort((x, y) => Math.abs(y[p] ?? NaN) - Math.abs(x[p] ?? NaN));
    rows.splice(p, rest.length, ...rest);
    const pivot = rows[p] ?? [];
    for (const [i, row] of rows.entries()) {
      if (i === p) continue;
      const factor = (row[p] ?? NaN) / (pivot[p] ?? NaN);
      rows[i] = row.map((x, j) => x - factor * (pivot[j] ?? NaN));
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? NaN) / (row[i] ?? NaN));
}
