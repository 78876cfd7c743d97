import { type Column, added, column, constant, inner, product } from "./column.js";
import {
  type Interval,
  NOUGHT,
  ONE,
  UNIT,
  enclosing,
  multiple,
  plus,
  sigmoid,
  softplus,
  times,
  total,
} from "./interval.js";
import { demandAffordable } from "./matrix.js";
import { mixture } from "./named.js";
import { type Rational, entry, fields, list, rows } from "./values.js";
import { demand } from "./verdict.js";

/**
 * A parameter's place in a network of two layers, with biases b and c or without: a weight w_ij, or b_i with
 * j = d_in, has `unit` i and `input` j; a weight a_oi has `unit` i and `output` o, and c_o has `output` o.
 * What it has not is −1.
 */
type Place = Readonly<{ unit: number; input: number; output: number }>;

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
      ...w.flatMap((row, unit) => row.map((_, input) => ({ unit, input, output: -1 }))),
      ...b.map((_, unit) => ({ unit, input: dIn, output: -1 })),
      ...a.flatMap((row, output) => row.map((_, unit) => ({ unit, input: -1, output }))),
      ...c.map((_, output) => ({ unit: -1, input: -1, output })),
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

/** σ, σ' and σ'' of the numbers of an interval. */
export type Jets = (z: Interval) => readonly [Interval, Interval, Interval];

/** The activations by their names: with s = 1/(1 + e^(−z)), s' = s(1 − s) and s'' = s'(1 − 2s). */
export function enclosedActivation(value: unknown, at: string): Jets {
  demand(typeof value === "string", "shape", at, "not a name");
  if (value === "sigmoid") return sigmoidJets;
  if (value === "softplus") return softplusJets;
  // tanh z = 2s(2z) − 1
  if (value === "tanh") {
    return (z) => {
      const [s, s1, s2] = sigmoidJets(multiple(z, 2n));
      return [plus(multiple(s, 2n), multiple(ONE, -1n)), multiple(s1, 4n), multiple(s2, 8n)];
    };
  }
  // softplus(z) + α·s(γz)
  const numbers = mixture(value, at);
  const [alpha, gamma] = [enclosing(numbers[0]), enclosing(numbers[1])];
  return (z) => {
    const [p, p1, p2] = softplusJets(z);
    const [s, s1, s2] = sigmoidJets(times(gamma, z));
    const slope = times(alpha, gamma);
    return [plus(p, times(alpha, s)), plus(p1, times(slope, s1)), plus(p2, times(times(slope, gamma), s2))];
  };
}

function sigmoidJets(z: Interval): [Interval, Interval, Interval] {
  const s = sigmoid(z);
  const s1 = times(s, plus(ONE, multiple(s, -1n)));
  return [s, s1, times(s1, plus(ONE, multiple(s, -2n)))];
}

function softplusJets(z: Interval): [Interval, Interval, Interval] {
  const [s, s1] = sigmoidJets(z);
  return [softplus(z), s, s1];
}

/** σ, σ', σ'' of each unit, f − y of each output, and Σ of parameter times factor, where there is one. */
type Pass = Readonly<{
  sigma: readonly (readonly Column[])[];
  errors: readonly Column[];
  combined: (factor: (place: Place) => Column | undefined) => Column;
}>;

/**
 * Gradient and Hessian of Σ_k ½|f(x_k) − y_k|² in all networks whose parameters lie in these intervals; the
 * Hessian as its lower triangle. SPEC.md, "near-critical", has the formulas.
 */
export function enclosedLoss(
  layers: Layers,
  parameters: readonly Interval[],
  data: Data,
  jets: Jets,
): Readonly<{ gradient: () => Interval[]; hessian: () => Interval[][] }> {
  const { places, dOut, units } = layers;
  // A value of σ costs as much as two hundred products.
  demandAffordable(data.count * (places.length ** 2 * (dOut + 1) + 200 * units), 64, 64);
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
  };
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
    const z = combined(({ unit, input }) => (unit === i && input >= 0 ? entry(x, input) : undefined));
    const all = z.values.map((value) => jets({ lo: value - z.error, hi: value + z.error }));
    return [0, 1, 2].map((order) => column(all.map((one) => entry(one, order))));
  });
  const errors = y.map((target, o) => {
    const f = combined(({ unit, output }) => (output === o ? outer(unit, sigma, x) : undefined));
    return added(f, product(target, constant({ lo: -UNIT, hi: -UNIT }, count)));
  });
  return { sigma, errors, combined };
}

/** What a_oi, or c_o, is multiplied by in f. */
function outer(unit: number, sigma: Pass["sigma"], x: Data["x"]): Column {
  return unit < 0 ? entry(x, x.length - 1) : entry(entry(sigma, unit), 0);
}

/** ∂f_o for each output o; undefined if it is 0. */
function slopesAt(
  { unit, input, output }: Place,
  { sigma, errors, combined }: Pass,
  { x }: Data,
): (Column | undefined)[] {
  return errors.map((_, o) => {
    if (output >= 0) return output === o ? outer(unit, sigma, x) : undefined;
    const carried = combined((place) =>
      place.unit === unit && place.output === o ? entry(x, input) : undefined,
    );
    return product(carried, entry(entry(sigma, unit), 1));
  });
}

/** Σ_ko e_ko·∂²f_o for two parameters of a unit. */
function bent(p: Place, q: Place, { sigma, errors, combined }: Pass, { x }: Data): Interval {
  if (p.output >= 0 && q.output >= 0) return NOUGHT;
  const [{ unit: own, input }, other] = p.output >= 0 ? [q, p] : [p, q];
  const step = entry(x, input);
  const jets = entry(sigma, own);
  if (other.output >= 0) return inner(product(entry(errors, other.output), entry(jets, 1)), step);
  const pull = combined(({ unit, output }) =>
    unit === own && output >= 0 ? entry(errors, output) : undefined,
  );
  return inner(product(pull, entry(jets, 2)), product(step, entry(x, other.input)));
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
