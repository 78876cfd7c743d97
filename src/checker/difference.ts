import { type Layers, layers } from "./layeredPath.js";
import { demandAffordable, longest } from "./matrix.js";
import { type Named, image, named } from "./named.js";
import { type Interval, UNIT, greater, share, size } from "./interval.js";
import {
  type Rational,
  ZERO,
  entry,
  fields,
  integer,
  list,
  rational,
  rationals,
  rows,
  whole,
} from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * What a layer reads. Columns are functions of the input with their ranges: the units of g, then 1, then
 * those of f that others stand by. Unit j of f, or 1 after them all, is d times less than its value times its
 * column, plus its constant, but for an error.
 */
type Signals = Readonly<{ columns: readonly Interval[]; one: number; stands: readonly Stand[]; d: bigint }>;
type Stand = Readonly<{ column: number } & Record<"value" | "constant" | "error", bigint>>;

type Vector = readonly bigint[];

/** The weights of both networks in a layer, times d, each row with its bias, if any, as the last. */
type Weights = Readonly<{ f: readonly Vector[]; g: readonly Vector[]; d: bigint }>;

/** What the body says of f's units in a hidden layer. */
type Units = Readonly<{ codes: readonly number[]; factors: readonly Rational[]; at: string }>;

/**
 * Kind `difference`, claim `rem-4.2`. An acceptance proves that no output of the caller's network and of the
 * pruned one are farther apart than the bound, for his activation and all inputs of his box. It says nothing
 * of other activations and inputs, nor that the bound is the least.
 */
export function difference(body: unknown, expected: Expected): string {
  const keys = ["activation", "bound", "codes", "factors", "network", "pruned", "within"];
  const members = fields(body, keys, "body");
  const { network, activation, within } = expected;
  const isAsked = network !== undefined && activation !== undefined && within !== undefined;
  demand(isAsked, "parameters", "expected", "the caller names no network, activation or box");
  const sigma = named(members.activation, "body.activation");
  const bound = rational(members.bound, "body.bound");
  const box = boxOf(members.within);
  const [f, g] = [layers(members.network, "body.network"), layers(members.pruned, "body.pruned")];
  const codes = list(members.codes, "body.codes", (layer, at) => list(layer, at, integer));
  const factors = rows(members.factors, "body.factors");
  const [shape, other] = [f, g].map(({ widths }) => [widths[0], widths.at(-1), widths.length].join());
  const hidden = f.widths.slice(1, -1).join();
  const isFull = [codes, factors].every((lists) => lists.map(({ length }) => length).join() === hidden);
  demand(
    shape === other && isFull,
    "shape",
    "body",
    "not alike in inputs, outputs and layers, or units left out",
  );
  const matrices = f.matrices.map((_, l) => weightsOf(withBiases(f, l), withBiases(g, l)));
  let signals = inputs(box, entry(f.widths, 0));
  for (const [l, layer] of codes.entries()) {
    const units = { codes: layer, factors: entry(factors, l), at: `body.codes[${l}]` };
    signals = passed(signals, entry(matrices, l), units, sigma);
  }
  const most = largestGap(signals, entry(matrices, codes.length));
  demand(most * bound.d <= bound.n * UNIT, "difference", "body.bound", "not shown to be as small");
  return `outputs differ by at most ${bound.n}/${bound.d}, for the activation and all inputs in the box`;
}

function boxOf(value: unknown): Interval {
  const ends = rationals(value, "body.within");
  demand(ends.length === 2, "shape", "body.within", "not two ends");
  const [lo, hi] = [entry(ends, 0), entry(ends, 1)];
  demand(lo.n * hi.d <= hi.n * lo.d, "box", "body.within", "from a number to a smaller one");
  return { lo: share(UNIT, lo).lo, hi: share(UNIT, hi).hi };
}

/** The most by which an output of f is away from that of g. */
function largestGap(signals: Signals, { f, g, d }: Weights): bigint {
  demandCost(signals, { f, g, d }, []);
  const gaps = f.map((row, output) => {
    const other = entry(g, output).map((x) => -x);
    return size(enclosure(signals, row, other, d));
  });
  return gaps.reduce(greater);
}

/** The rows of a matrix, each with its bias, if any, as the last. */
function withBiases({ matrices, biases }: Layers, l: number): readonly (readonly Rational[])[] {
  const rowsOf = entry(matrices, l);
  return biases.length === 0 ? rowsOf : rowsOf.map((row, i) => [...row, entry(entry(biases, l), i)]);
}

function weightsOf(f: readonly (readonly Rational[])[], g: readonly (readonly Rational[])[]): Weights {
  const both = whole([...f, ...g]);
  return { f: both.rows.slice(0, f.length), g: both.rows.slice(f.length), d: both.d };
}

function inputs(box: Interval, count: number): Signals {
  const columns = [...Array<Interval>(count).fill(box), { lo: UNIT, hi: UNIT }];
  const stands = columns.map((_, column) => ({ column, value: 1n, constant: 0n, error: 0n }));
  return { columns, one: count, stands, d: 1n };
}

/** What the next layer reads. */
function passed(signals: Signals, weights: Weights, units: Units, sigma: Named): Signals {
  const { f, g, d } = weights;
  const { codes, factors, at } = units;
  demandCost(signals, weights, factors);
  const standards = [...new Set(codes.filter((code) => code < 0))];
  const names = [...g.map((_, unit) => unit + 1), 0, ...standards];
  const columnOf = new Map(names.map((code, column) => [code, column]));
  const areThere = codes.every((code) => columnOf.has(code) && -code <= f.length);
  demand(areThere, "units", at, "names a unit that is not there");
  const valueOf = (j: number): Interval => image(sigma, enclosure(signals, entry(f, j), [], d));
  const columns = [
    ...g.map((row) => image(sigma, enclosure(signals, [], row, d))),
    { lo: UNIT, hi: UNIT },
    ...standards.map((code) => valueOf(-code - 1)),
  ];
  const shares = whole(codes.map((code, j) => sharesOf(code, entry(factors, j), sigma, at)));
  const stands = codes.map((code, j): Stand => {
    const factor = entry(factors, j);
    const [value, constant] = [entry(entry(shares.rows, j), 0), entry(entry(shares.rows, j), 1)];
    const error =
      code === 0
        ? distance(valueOf(j), share(UNIT, factor))
        : share(size(change(signals, weights, code, j, factor)), sigma.lipschitz).hi;
    return { column: Number(columnOf.get(code)), value, constant, error };
  });
  const last = { column: g.length, value: shares.d, constant: 0n, error: 0n };
  return { columns, one: g.length, stands: [...stands, last], d: shares.d };
}

/** The largest |x − y| for x and y in two ranges. */
function distance(x: Interval, y: Interval): bigint {
  return size({ lo: x.lo - y.hi, hi: x.hi - y.lo });
}

/** Holds z − sζ for what unit j of f passes to σ, z, and what the unit does that it stands by, ζ. */
function change(signals: Signals, { f, g, d }: Weights, code: number, j: number, factor: Rational): Interval {
  const own = entry(f, j).map((x) => x * factor.d);
  if (code > 0) {
    const other = entry(g, code - 1).map((x) => -x * factor.n);
    return enclosure(signals, own, other, d * factor.d);
  }
  const other = entry(f, -code - 1);
  return enclosure(
    signals,
    own.map((x, i) => x - entry(other, i) * factor.n),
    [],
    d * factor.d,
  );
}

/** v and c with σ(sζ) = v·σ(ζ) + c for all ζ; for a unit that stands by a number s, that number. */
function sharesOf(code: number, s: Rational, { turn, twice }: Named, at: string): [Rational, Rational] {
  const isWhole = s.d === 1n;
  if (code === 0 || (isWhole && s.n === 1n)) return [s, ZERO];
  const isMirrored = isWhole && s.n === -1n;
  if (isMirrored && turn === "odd") return [s, twice];
  if (isMirrored && turn === "even") return [{ n: 1n, d: 1n }, ZERO];
  demand(turn === "scale" && s.n > 0n, "units", at, "a factor that the activation does not have");
  return [s, ZERO];
}

/** Holds (Σ_j x_j h_j + Σ_c y_c k_c)/d, for the units h_j of f and the columns k_c. */
function enclosure({ columns, stands, one, d: scale }: Signals, x: Vector, y: Vector, d: bigint): Interval {
  const sums = columns.map((_, c) => (c < y.length ? entry(y, c) * scale : 0n));
  const addTo = (column: number, term: bigint): void => {
    if (term !== 0n) sums[column] = entry(sums, column) + term;
  };
  let error = 0n;
  for (const [j, weight] of x.entries()) {
    const stand = entry(stands, j);
    addTo(stand.column, weight * stand.value);
    addTo(one, weight * stand.constant);
    error += greater(weight, -weight) * stand.error * scale;
  }
  let [lo, hi] = [-error, error];
  for (const [c, factor] of sums.entries()) {
    if (factor === 0n) continue;
    const range = entry(columns, c);
    lo += factor * (factor > 0n ? range.lo : range.hi);
    hi += factor * (factor > 0n ? range.hi : range.lo);
  }
  const unit = { n: 1n, d: d * scale };
  return { lo: share(lo, unit).lo, hi: share(hi, unit).hi };
}

/** Limits the products of numbers in a layer: each weight is read twice in either network. */
function demandCost({ columns, d }: Signals, { f, g }: Weights, factors: readonly Rational[]): void {
  const weights = [...f, ...g].flat();
  const parts = factors.flatMap((factor) => [factor.n, factor.d]);
  const ends = columns.flatMap(({ lo, hi }) => [lo, hi]);
  const length = longest(weights) + longest(parts);
  demandAffordable(2 * weights.length, length, longest(ends) + longest([d]));
}
