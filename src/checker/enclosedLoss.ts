import {
  type Interval,
  NOUGHT,
  ONE,
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

type Vector = readonly Interval[];

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

/** Inputs x and targets y, row by row; an input has 1 at its end, for the biases. */
export type Data = Readonly<{ x: readonly Vector[]; y: readonly Vector[] }>;

export function enclosedData(value: unknown, { dIn, dOut }: Layers): Data {
  const { inputs, targets } = fields(value, ["inputs", "targets"], "body.data");
  const x = rows(inputs, "body.data.inputs");
  const y = rows(targets, "body.data.targets");
  const isEven = x.length > 0 && x.length === y.length;
  const fits = x.every(({ length }) => length === dIn) && y.every(({ length }) => length === dOut);
  demand(isEven && fits, "shape", "body.data", "not one target for each input, of the network's dimensions");
  return { x: x.map((row) => [...row.map(enclosing), ONE]), y: y.map((row) => row.map(enclosing)) };
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

/**
 * The gradient and the lower triangle of the Hessian of Σ_k ½|f(x_k) − y_k|² in all networks whose parameters
 * lie in these intervals. SPEC.md, "near-critical", has the formulas.
 */
export function enclosedLoss(
  layers: Layers,
  parameters: Vector,
  { x, y }: Data,
  jets: Jets,
): Readonly<{ gradient: Vector; hessian: readonly Vector[] }> {
  const { places, dOut, units } = layers;
  // A value of σ costs as much as a thousand products.
  demandAffordable(x.length * (places.length ** 2 * (dOut + 4) + 1000 * units), 64, 64);
  const points = x.map((input, k) => pointTerms(layers, parameters, input, entry(y, k), jets));
  return {
    gradient: places.map((_, p) => total(points.map(({ gradient }) => entry(gradient, p)))),
    hessian: places.map((_, p) =>
      places.slice(0, p + 1).map((__, q) => total(points.map(({ second }) => second(p, q)))),
    ),
  };
}

/** What a datum adds to the gradient, and to the second derivative in parameters p and q. */
type Terms = Readonly<{ gradient: Vector; second: (p: number, q: number) => Interval }>;

function pointTerms(
  { places, dOut, units }: Layers,
  parameters: Vector,
  input: Vector,
  target: Vector,
  jets: Jets,
): Terms {
  /** Σ of parameter times factor, over those that have a factor. */
  const combined = (factor: (place: Place) => Interval | undefined): Interval =>
    total(
      places.flatMap((place, p) => {
        const by = factor(place);
        return by === undefined ? [] : [times(entry(parameters, p), by)];
      }),
    );
  const sigma = Array.from({ length: units }, (_, i) =>
    jets(combined(({ unit, input: j }) => (unit === i && j >= 0 ? entry(input, j) : undefined))),
  );
  /** What a_oi, or c_o, is multiplied by in f. */
  const outer = (unit: number): Interval => (unit < 0 ? ONE : entry(sigma, unit)[0]);
  const errors = Array.from({ length: dOut }, (_, o) => {
    const output = combined(({ unit, output: own }) => (own === o ? outer(unit) : undefined));
    return plus(output, multiple(entry(target, o), -1n));
  });
  /** Σ_o v_o·a_oi for each unit i. */
  const carried = (v: Vector): Interval[] =>
    sigma.map((_, i) => combined(({ unit, output: o }) => (unit === i && o >= 0 ? entry(v, o) : undefined)));
  const pulls = carried(errors);
  const axes = errors.map((_, o) => carried(errors.map((__, other) => (other === o ? ONE : NOUGHT))));
  const slopes = places.map(({ unit, input: j, output }) =>
    axes.map((weights, o) => {
      if (output >= 0) return output === o ? outer(unit) : NOUGHT;
      return times(times(entry(weights, unit), entry(sigma, unit)[1]), entry(input, j));
    }),
  );
  const steps = places.map(({ input: j }) => (j < 0 ? NOUGHT : entry(input, j)));
  const shares = places.map(({ output: o }) => (o < 0 ? NOUGHT : entry(errors, o)));
  const inner = (v: Vector, w: Vector): Interval => total(v.map((factor, o) => times(factor, entry(w, o))));
  return {
    gradient: slopes.map((slope) => inner(slope, errors)),
    second: (p, q) => {
      const square = inner(entry(slopes, p), entry(slopes, q));
      const { unit } = entry(places, p);
      if (unit < 0 || unit !== entry(places, q).unit) return square;
      const [, s1, s2] = entry(sigma, unit);
      const bent = times(times(entry(steps, p), entry(steps, q)), times(s2, entry(pulls, unit)));
      const mixed = plus(times(entry(steps, p), entry(shares, q)), times(entry(steps, q), entry(shares, p)));
      return total([square, bent, times(s1, mixed)]);
    },
  };
}
