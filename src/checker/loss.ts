import { type Vector, affordable, digits, dot, pairings } from "./matrix.js";
import { type Rational, fields, list, ratio, rational, rows, whole } from "./values.js";
import { demand } from "./verdict.js";

/** What a coordinate of the network moves: w·x_k for all k, or a. */
type Coordinate = Readonly<{ unit: number; place: Vector; share: Vector }>;

/** All e_k, and gradient and Hessian of L up to positive factors, in coordinates w_1, …, w_m, a_1, …, a_m. */
export type Loss = Readonly<{ errors: Vector; gradient: Vector; hessian: () => bigint[][] }>;

/**
 * L = Σ_k ½|e_k|² with e_k = f(x_k) − y_k, f(x) = Σ_i a_i σ(w_i·x), at a network that has been read before. SPEC.md has
 * the formulas; all numbers below are whole, over the denominators x.d, y.d, a.d and jets.d.
 */
export function lossAt(network: unknown, data: unknown, activation: unknown): Loss {
  const { incoming, outgoing } = fields(network, "incoming outgoing", "body");
  const { inputs, targets } = fields(data, "inputs targets", "body.data");
  const [w, a] = [whole(rows(incoming, "body")), whole(rows(outgoing, "body"))];
  const [x, y] = [whole(rows(inputs, "body.data.inputs")), whole(rows(targets, "body.data.targets"))];
  const [ins = [], outs = [], points] = [w.rows[0], a.rows[0], x.rows.length];
  const fits = [...x.rows, ...y.rows].every((row, k) => row.length === (k < points ? ins : outs).length);
  demand(fits && points === y.rows.length && points > 0, "shape", "body.data", "not for such a network");
  const jets = whole(jetsAt(pairings(x.rows, w.rows).flat(), x.d * w.d, activation));
  const products = points * outs.length * (w.rows.length * (ins.length + outs.length)) ** 2;
  const lengths = [x, y, a, jets].map(({ rows, d }) => 2 * digits([d, ...rows.flat()]));
  affordable(products, Math.max(...lengths), Math.max(...lengths));
  const s = (order: number, k: number, i: number): bigint => jets.rows[k * w.rows.length + i]?.[order] ?? 0n;
  const output = (k: number, o: number): bigint =>
    a.rows.reduce((sum, out, i) => sum + (out[o] ?? 0n) * s(0, k, i), 0n);
  const errors = y.rows.map((row, k) => row.map((target, o) => y.d * output(k, o) - a.d * jets.d * target));
  const coordinates = [ins, outs].flatMap((side, type) =>
    a.rows.flatMap((_, unit) =>
      side.map((_, at) => ({
        unit,
        place: x.rows.map((row) => (type === 0 ? (row[at] ?? 0n) : 0n)),
        share: outs.map((_, o) => (type === 1 && o === at ? a.d * x.d : 0n)),
      })),
    ),
  );
  const change = (order: number, { unit, place, share }: Coordinate, k: number, o: number): bigint =>
    (a.rows[unit]?.[o] ?? 0n) * s(order, k, unit) * (place[k] ?? 0n) +
    BigInt(order) * (share[o] ?? 0n) * s(order - 1, k, unit);
  const slopes = coordinates.map((p) => errors.flatMap((row, k) => row.map((_, o) => change(1, p, k, o))));
  const turnOf = (p: Coordinate): bigint[] =>
    errors.map((row, k) => row.reduce((sum, e, o) => sum + e * change(2, p, k, o), 0n));
  const hessian = (): bigint[][] => {
    const gram = pairings(slopes, slopes);
    const turns = coordinates.map(turnOf);
    return coordinates.map((p, i) =>
      coordinates.map((q, j) => {
        const bend = p.unit === q.unit ? dot(p.place, turns[j] ?? []) + dot(q.place, turns[i] ?? []) : 0n;
        return 2n * y.d * (gram[i]?.[j] ?? 0n) + bend;
      }),
    );
  };
  return { errors: errors.flat(), gradient: pairings(slopes, [errors.flat()]).flat(), hessian };
}

/** σ, σ' and σ'' at u/v for each u. */
function jetsAt(places: Vector, v: bigint, activation: unknown): Rational[][] {
  const { denominator, numerator } = fields(activation, "denominator numerator", "body.activation");
  const pair = [
    list(numerator, "body.activation.numerator", rational),
    list(denominator, "body.activation.denominator", rational),
  ];
  const degree = Math.max(...pair.map(({ length }) => length)) - 1;
  const isFull = pair.every(({ length }) => length > 0);
  demand(isFull, "shape", "body.activation", "no coefficients");
  const derived = (terms: Vector): bigint[] => terms.slice(1).map((term, j) => term * BigInt(j + 1));
  const lists = whole(pair).rows.flatMap((terms) => [terms, derived(terms), derived(derived(terms))]);
  const length = 3 * (degree * digits([v, ...places]) + digits(lists.flat()));
  // For each place, three greatest common divisors, which cost some hundred products.
  affordable(300 * places.length, length, length);
  return places.map((u) => {
    // Over v to the degree, which cancels like the coefficients' common denominator.
    const powers = Array.from({ length: degree + 1 }, (_, j) => u ** BigInt(j) * v ** BigInt(degree - j));
    const [n = 0n, n1 = 0n, n2 = 0n, q = 0n, q1 = 0n, q2 = 0n] = lists.map((terms) => dot(terms, powers));
    demand(q !== 0n, "activation", "body.activation", "its denominator vanishes at some w·x");
    const turn = n1 * q - n * q1;
    return [ratio(n, q), ratio(turn, q * q), ratio((n2 * q - n * q2) * q - 2n * q1 * turn, q * q * q)];
  });
}
