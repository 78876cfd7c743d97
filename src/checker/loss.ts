import { jetsAt } from "./activation.js";
import { type Vector, demandAffordable, dot, longest, pairings } from "./matrix.js";
import { type Whole, entry, fields, rows, whole } from "./values.js";
import { demand } from "./verdict.js";

/**
 * The loss L = Σ_k ½|e_k|² with e_k = f(x_k) − y_k and f(x) = Σ_i a_i σ(w_i·x): all e_k in turn, and gradient
 * and Hessian up to positive factors, in coordinates w_1, …, w_m, a_1, …, a_m. SPEC.md, "critical", has the
 * formulas. That of the Hessian is `scale`; with it too come the `bends` Σ_k e_k·∇²f(x_k), which with JᵀJ are
 * the Hessian.
 */
export type Loss = Readonly<{
  errors: Vector;
  gradient: Vector;
  hessian: () => bigint[][];
  bends: () => bigint[][];
  scale: bigint;
}>;

/** The loss at a network that has already been read. */
export function lossAt(network: unknown, data: unknown, activation: unknown): Loss {
  const numbers = read(network, data, activation);
  const errors = errorsOf(numbers);
  const coordinates = coordinatesOf(numbers);
  const slopes = coordinates.map((one) => slopesOf(one, numbers));
  const gradient = pairings(slopes, [errors.flat()]).flat();
  const { a, x, y, s } = numbers;
  const bends = (): bigint[][] => bendsOf(coordinates, errors, numbers);
  const hessian = (): bigint[][] => {
    const squares = pairings(slopes, slopes);
    return bends().map((row, i) => row.map((bend, j) => 2n * y.d * entry(entry(squares, i), j) + bend));
  };
  const scale = 2n * y.d * (a.d * s.d * x.d) ** 2n;
  return { errors: errors.flat(), gradient, hessian, bends, scale };
}

/**
 * All numbers are whole, over the denominators a.d, x.d, y.d and s.d. The rows of a are the a_i, those of x
 * and y the data. Those of s have σ, σ' and σ'' at w_i·x_k, for k = 1 and all i first: `sigma` finds them by
 * order, k and i.
 */
type Numbers = Readonly<{
  a: Whole;
  x: Whole;
  y: Whole;
  s: Whole;
  dIn: number;
  sigma: (order: 0 | 1 | 2, k: number, i: number) => bigint;
}>;

function read(network: unknown, data: unknown, activation: unknown): Numbers {
  const { incoming, outgoing } = fields(network, ["incoming", "outgoing"], "body");
  const { inputs, targets } = fields(data, ["inputs", "targets"], "body.data");
  const w = whole(rows(incoming, "body"));
  const a = whole(rows(outgoing, "body"));
  const x = whole(rows(inputs, "body.data.inputs"));
  const y = whole(rows(targets, "body.data.targets"));
  const dIn = entry(w.rows, 0).length;
  const dOut = entry(a.rows, 0).length;
  const points = x.rows.length;
  const isEven = points > 0 && points === y.rows.length;
  const fits = x.rows.every(({ length }) => length === dIn) && y.rows.every(({ length }) => length === dOut);
  demand(isEven && fits, "shape", "body.data", "not one target for each input, of the network's dimensions");
  const places = pairings(x.rows, w.rows).flat();
  const s = whole(jetsAt(places, x.d * w.d, activation));
  // SPEC.md, "Limits": the pairs of derivatives at N·d_out outputs in n² pairs of coordinates.
  const units = w.rows.length;
  const coordinates = units * (dIn + dOut);
  const lengths = [x, y, a, s].map((numbers) => 2 * longest([numbers.d, ...numbers.rows.flat()]));
  const length = Math.max(...lengths);
  demandAffordable(points * dOut * coordinates ** 2, length, length);
  const sigma = (order: number, k: number, i: number): bigint => entry(entry(s.rows, k * units + i), order);
  return { a, x, y, s, dIn, sigma };
}

/** e_k for each k, over a.d·s.d·y.d. */
function errorsOf({ a, y, s, sigma }: Numbers): bigint[][] {
  return y.rows.map((target, k) =>
    target.map((value, o) => {
      const output = a.rows.reduce((total, one, i) => total + entry(one, o) * sigma(0, k, i), 0n);
      return y.d * output - a.d * s.d * value;
    }),
  );
}

/**
 * A coordinate of unit i. A step in it changes w_i·x_k by `place`, entry k: x_kj for coordinate j of w_i, and
 * 0 for one of a_i. It changes a_i by `share`: a unit vector for a coordinate of a_i, and 0 for one of w_i.
 */
type Coordinate = Readonly<{ unit: number; place: Vector; share: Vector }>;

/** `place` is over x.d, and `share` over a.d·x.d: so both terms of a slope have one denominator. */
function coordinatesOf({ a, x, dIn }: Numbers): Coordinate[] {
  const noPlace = x.rows.map(() => 0n);
  const noShare = entry(a.rows, 0).map(() => 0n);
  const columns = Array.from({ length: dIn }, (_, j) => x.rows.map((input) => entry(input, j)));
  const shares = noShare.map((_, output) => noShare.map((zero, o) => (o === output ? a.d * x.d : zero)));
  const units = [...a.rows.keys()];
  return [
    ...units.flatMap((unit) => columns.map((place) => ({ unit, place, share: noShare }))),
    ...units.flatMap((unit) => shares.map((share) => ({ unit, place: noPlace, share }))),
  ];
}

/** ∂f_o(x_k) = a_io·σ'·place + share_o·σ in one coordinate, for k = 1 and all o first, over a.d·s.d·x.d. */
function slopesOf({ unit, place, share }: Coordinate, { a, sigma }: Numbers): bigint[] {
  return place.flatMap((step, k) =>
    share.map((part, o) => {
      const weight = entry(entry(a.rows, unit), o);
      return weight * sigma(1, k, unit) * step + part * sigma(0, k, unit);
    }),
  );
}

/** Σ_o e_ko·(a_io·σ''·place + 2·share_o·σ') in one coordinate, for each k. */
function turnsOf({ unit, place, share }: Coordinate, errors: bigint[][], { a, sigma }: Numbers): bigint[] {
  return errors.map((error, k) => {
    const step = entry(place, k);
    return error.reduce((total, e, o) => {
      const weight = entry(entry(a.rows, unit), o);
      return total + e * (weight * sigma(2, k, unit) * step + 2n * entry(share, o) * sigma(1, k, unit));
    }, 0n);
  });
}

/**
 * Σ e_ko·∇²f_o(x_k), times 2(a.d·s.d·x.d)²·y.d. The sum of second derivatives for two coordinates of one unit
 * is half of place·turn + turn·place, and 0 for coordinates of two.
 */
function bendsOf(coordinates: readonly Coordinate[], errors: bigint[][], numbers: Numbers): bigint[][] {
  const turns = coordinates.map((one) => turnsOf(one, errors, numbers));
  return coordinates.map((p, i) =>
    coordinates.map((q, j) =>
      p.unit === q.unit ? dot(p.place, entry(turns, j)) + dot(q.place, entry(turns, i)) : 0n,
    ),
  );
}
