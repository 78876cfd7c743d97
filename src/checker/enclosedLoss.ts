import { type Column, added, column, constant, inner, product } from "./column.js";
import { type Interval, NOUGHT, ONE, UNIT, enclosing, plus, total } from "./interval.js";
import type { Jets } from "./jets.js";
import { demandAffordable, longest } from "./matrix.js";
import { type Rational, entry, fields, list, rows } from "./values.js";
import { demand } from "./verdict.js";

/**
 * A parameter's place in a network of two layers, with biases b and c or without. Inner ones, a weight w_ij
 * or b_i with j = d_in, have `unit` i, `input` j, and `output` −1: they add p·x_j to z_i. Outer ones add
 * p·x_j times the derivative σ^(order) at z_i to f_o: a_oi has `input` d_in, where x is 1, and order 0.
 * Without a unit, −1, they add p·x_j: c_o.
 */
type Place = Readonly<{ unit: number; input: number; output: number; order: number }>;

/** A network's parameters in a list: W^(1) by rows, b, W^(2) by rows, c. */
export type Layers = Readonly<{
  parameters: readonly Rational[];
  places: readonly Place[];
  dIn: number;
  dOut: number;
  units: number;
}>;

export function twoLayers(value: unknown, at: string): Layers {
  const members = fields(value, ["biases", "weights"], at);
  const biases = rows(members.biases, `${at}.biases`);
  const weights = list(members.weights, `${at}.weights`, rows);
  const isTwo = weights.length === 2 && weights.every(({ length }) => length > 0);
  const hasBoth = biases.length === 0 || biases.length === 2;
  demand(isTwo && hasBoth, "shape", at, "not two layers of units, with biases or without");
  const w = entry(weights, 0);
  const a = entry(weights, 1);
  const [b, c] = biases.length === 2 ? [entry(biases, 0), entry(biases, 1)] : [[], []];
  const dIn = entry(w, 0).length;
  const isEven = w.every(({ length }) => length === dIn) && a.every(({ length }) => length === w.length);
  const fits = biases.length === 0 || (b.length === w.length && c.length === a.length);
  demand(dIn > 0 && isEven && fits, "shape", at, "its matrices and biases don't fit");
  return {
    parameters: [...w.flat(), ...b, ...a.flat(), ...c],
    places: [
      ...w.flatMap((row, unit) => row.map((_, input) => ({ unit, input, output: -1, order: 0 }))),
      ...b.map((_, unit) => ({ unit, input: dIn, output: -1, order: 0 })),
      ...a.flatMap((row, output) => row.map((_, unit) => ({ unit, input: dIn, output, order: 0 }))),
      ...c.map((_, output) => ({ unit: -1, input: dIn, output, order: 0 })),
    ],
    dIn,
    dOut: a.length,
    units: w.length,
  };
}

/** Inputs x and targets y, coordinate by coordinate; after the inputs comes 1, for the biases. */
export type Data = Readonly<{ x: readonly Column[]; y: readonly Column[]; count: number }>;

export function enclosedData(value: unknown, { dIn, dOut }: Layers): Data {
  const { inputs, targets } = fields(value, ["inputs", "targets"], "body.data");
  const x = rows(inputs, "body.data.inputs");
  const y = rows(targets, "body.data.targets");
  const isEven = x.length > 0 && x.length === y.length;
  const fits = x.every(({ length }) => length === dIn) && y.every(({ length }) => length === dOut);
  demand(isEven && fits, "shape", "body.data", "not one target for each input, of the network's dimensions");
  const columns = (matrix: readonly Rational[][], length: number): Column[] =>
    Array.from({ length }, (_, j) => column(matrix.map((row) => enclosing(entry(row, j)))));
  const ones = column(x.map(() => ONE));
  return { x: [...columns(x, dIn), ones], y: columns(y, dOut), count: x.length };
}

/** σ and its derivatives, f − y of each output, and Σ of parameter times factor, where there is one. */
type Pass = Readonly<{
  sigma: readonly (readonly Column[])[];
  errors: readonly Column[];
  combined: (factor: (place: Place) => Column | undefined) => Column;
}>;

/** What {@link enclosedLoss} encloses; `rise` is for limits of channels alone. */
export type EnclosedLoss = Readonly<{
  gradient: () => Interval[];
  hessian: () => Interval[][];
  rise: () => Interval;
}>;

/**
 * Gradient and Hessian of Σ_k ½|f(x_k) − y_k|² in all networks whose parameters lie in these intervals; the
 * Hessian as its lower triangle. SPEC.md, "near-critical" and "channel", has the formulas.
 */
export function enclosedLoss(
  layers: Layers,
  parameters: readonly Interval[],
  data: Data,
  jets: Jets,
): EnclosedLoss {
  const { places, dOut, units } = layers;
  // A value of σ costs as much as two hundred products, of up to four numbers.
  const numbers = [
    ...parameters.flatMap(({ lo, hi }) => [lo, hi]),
    ...[...data.x, ...data.y].flatMap(valuesOf),
  ];
  const length = 64 + 4 * Math.max(0, longest(numbers) - 64);
  demandAffordable(data.count * (places.length ** 2 * (dOut + 1) + 200 * units), length, length);
  const pass = passOf(layers, parameters, data, jets);
  const slopes = places.map((place) => slopesAt(place, pass, data));
  return {
    gradient: () => slopes.map((slope) => paired(slope, pass.errors)),
    hessian: () =>
      places.map((p, row) =>
        places.slice(0, row + 1).map((q, other) => {
          const square = paired(entry(slopes, row), entry(slopes, other));
          return p.unit < 0 || p.unit !== q.unit ? square : plus(square, bent(p, q, pass, data));
        }),
      ),
    rise: () => riseOf(pass, data),
  };
}

function valuesOf({ values }: Column): readonly bigint[] {
  return values;
}

function passOf(
  { places, units }: Layers,
  parameters: readonly Interval[],
  { x, y, count }: Data,
  jets: Jets,
): Pass {
  const combined = (factor: (place: Place) => Column | undefined): Column =>
    places.reduce(
      (sum, place, p) => {
        const by = factor(place);
        return by === undefined ? sum : added(sum, product(constant(entry(parameters, p), count), by));
      },
      constant(NOUGHT, count),
    );
  const sigma = Array.from({ length: units }, (_, i) => {
    const z = combined(({ unit, input, output }) => (unit === i && output < 0 ? entry(x, input) : undefined));
    const all = z.values.map((value) => jets({ lo: value - z.error, hi: value + z.error }));
    return entry(all, 0).map((_, order) => column(all.map((one) => entry(one, order))));
  });
  const errors = y.map((target, o) => {
    const f = combined((place) => (place.output === o ? outer(place, 0, sigma, x) : undefined));
    return added(f, product(target, constant({ lo: -UNIT, hi: -UNIT }, count)));
  });
  return { sigma, errors, combined };
}

/** What an outer parameter is multiplied by in f, or in a derivative of f in z of its unit. */
function outer(
  { unit, input, order }: Place,
  derivative: number,
  sigma: Pass["sigma"],
  x: Data["x"],
): Column {
  const factor = entry(x, input);
  return unit < 0 ? factor : product(factor, entry(entry(sigma, unit), order + derivative));
}

/** ∂f_o for each output o; undefined if it is 0. */
function slopesAt(own: Place, { sigma, errors, combined }: Pass, { x }: Data): (Column | undefined)[] {
  return errors.map((_, o) => {
    if (own.output >= 0) return own.output === o ? outer(own, 0, sigma, x) : undefined;
    const slope = combined((place) =>
      place.unit === own.unit && place.output === o ? outer(place, 1, sigma, x) : undefined,
    );
    return product(slope, entry(x, own.input));
  });
}

/** Σ_ko e_ko·∂²f_o for two parameters of a unit. */
function bent(p: Place, q: Place, { sigma, errors, combined }: Pass, { x }: Data): Interval {
  if (p.output >= 0 && q.output >= 0) return NOUGHT;
  const [{ unit: own, input }, other] = p.output >= 0 ? [q, p] : [p, q];
  const step = entry(x, input);
  if (other.output >= 0) return inner(product(entry(errors, other.output), outer(other, 1, sigma, x)), step);
  const pull = combined((place) =>
    place.unit === own && place.output >= 0
      ? product(entry(errors, place.output), outer(place, 2, sigma, x))
      : undefined,
  );
  return inner(pull, product(step, entry(x, other.input)));
}

/** Σ_k e_k((v·x)³σ''' − 8(m·x)³): v are the parameters of order 1, m those of inputs without a unit. */
function riseOf({ sigma, errors, combined }: Pass, { x, count }: Data): Interval {
  const ones = x.length - 1;
  const v = combined(({ input, order }) => (order === 1 ? entry(x, input) : undefined));
  const m = combined(({ unit, input }) => (unit < 0 && input < ones ? entry(x, input) : undefined));
  const cube = (one: Column): Column => product(product(one, one), one);
  const third = product(cube(v), entry(entry(sigma, 0), 3));
  const less = product(cube(m), constant({ lo: -8n * UNIT, hi: -8n * UNIT }, count));
  return inner(entry(errors, 0), added(third, less));
}

/** Σ_ko of the products. */
function paired(left: readonly (Column | undefined)[], right: readonly (Column | undefined)[]): Interval {
  return total(
    left.map((one, o) => {
      const other = right[o];
      return one === undefined || other === undefined ? NOUGHT : inner(one, other);
    }),
  );
}
