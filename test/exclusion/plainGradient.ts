import { entry } from "../../src/exact/entry.js";

/** Weights of the teacher of Figure 1, and the grid, written down once more. */
const TEACHER = [
  [0.6, 0.5],
  [-0.5, 0.5],
  [-0.2, -0.6],
  [0.1, -0.6],
] as const;
const SIDE = Array.from({ length: 41 }, (_, place) => place / 4 - 5);
const GRID = SIDE.flatMap((x) => SIDE.map((y) => [x, y] as const));

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const TARGETS = GRID.map(([x, y]) =>
  TEACHER.reduce((sum, [first, second]) => sum + sigmoid(first * x + second * y), 0),
);

/** For w = (w_11, w_12, w_21, w_22): the best a, and half of Σe·σ'(w_i·x)·x_α over the whole grid. */
export function plainGradient(w: readonly number[]): { readonly a: number[]; readonly g: number[] } {
  const units = [0, 1].map((unit) =>
    GRID.map(([x, y]) => sigmoid(entry(w, 2 * unit) * x + entry(w, 2 * unit + 1) * y)),
  );
  const [s, t] = units as [number[], number[]];
  const dot = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((sum, value, k) => sum + value * entry(v, k), 0);
  const [ss, st, tt, sy, ty] = [dot(s, s), dot(s, t), dot(t, t), dot(s, TARGETS), dot(t, TARGETS)];
  const determinant = ss * tt - st * st;
  const a = [(tt * sy - st * ty) / determinant, (ss * ty - st * sy) / determinant];
  const error = TARGETS.map((y, k) => entry(a, 0) * entry(s, k) + entry(a, 1) * entry(t, k) - y);
  const g = units.flatMap((unit) =>
    [0, 1].map((alpha) =>
      dot(
        error,
        unit.map((value, k) => (value * (1 - value) * entry(entry(GRID, k), alpha)) / 2),
      ),
    ),
  );
  return { a, g };
}

/** ∂g by central differences, row by row. */
export function plainJacobian(w: readonly number[]): number[][] {
  const columns = w.map((_, k) => {
    const at = (step: number): number[] =>
      plainGradient(w.map((value, other) => (other === k ? value + step : value))).g;
    const [ahead, behind] = [at(1e-5), at(-1e-5)];
    return ahead.map((value, i) => (value - entry(behind, i)) / 2e-5);
  });
  return columns.map((_, i) => columns.map((column) => entry(column, i)));
}
