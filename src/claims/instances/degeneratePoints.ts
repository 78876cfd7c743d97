import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Activation, polynomialActivation } from "../../landscape/activations/activation.js";
import { skewActivation, smoothRelu } from "../../landscape/activations/exampleActivations.js";
import type { Rectified } from "../../landscape/activations/rectified.js";
import { unitOf, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type ZeroLossPoint, zeroLossPoint } from "./zeroLossInstances.js";

/** A point of zero loss where the rank drops, and one for data next to those where it doesn't. */
export interface Repair {
  readonly kind: string;
  readonly degenerate: ZeroLossPoint;
  readonly rank: number;
  readonly repaired: ZeroLossPoint;
  /** How far inputs and targets may have moved, by any coordinate. */
  readonly bound: Rational;
}

type Weights = readonly (readonly [incoming: string, outgoing: string])[];

/** One-dimensional units, and the data that they make of inputs. */
function pointOf(
  weights: Weights,
  inputs: readonly string[],
  activation: Activation | Rectified,
): ZeroLossPoint {
  const units = weights.map(([incoming, outgoing]) => unitOf([incoming], [outgoing]));
  const points = inputs.map((input) => RationalVector.parse(input));
  return zeroLossPoint(twoLayerNetwork(1, 1, units), points, activation);
}

const identity = polynomialActivation([rational(0n), rational(1n)]);
const THREE: Weights = [
  ["1", "1"],
  ["2", "3"],
  ["-1", "2"],
];
const INPUTS = ["1/2", "-1/2", "1"];

/** Five kinds, each with data next to it that are no more than 8ε away. */
function repairsBy(epsilon: Rational): Repair[] {
  const step = formatRational(epsilon);
  const near = formatRational(epsilon.add(1n));
  const shifted = formatRational(epsilon.add(rational(1n, 2n)));
  const bound = epsilon.mul(8n);
  const repair = (kind: string, rank: number, degenerate: ZeroLossPoint, repaired: ZeroLossPoint): Repair => {
    return { kind, degenerate, rank, repaired, bound };
  };
  /** Units at 1 and w. */
  const pair = (first: string, w: string, second: string) =>
    pointOf(
      [
        ["1", first],
        [w, second],
      ],
      INPUTS,
      skewActivation,
    );
  return [
    repair(
      "one input twice",
      2,
      pointOf(THREE, ["1/2", "1/2", "-1/2"], skewActivation),
      pointOf(THREE, ["1/2", shifted, "-1/2"], skewActivation),
    ),
    repair("one unit twice", 2, pair("1", "1", "1"), pair("1", near, "1")),
    repair("a unit with a = 0 at another's w", 2, pair("2", "1", "0"), pair("2", near, step)),
    repair(
      "the crossing of aw = 0",
      0,
      pointOf([["0", "0"]], ["1"], identity),
      pointOf([["1", step]], ["1"], identity),
    ),
    repair(
      "a rectified unit that is off",
      0,
      pointOf([["-1", "1"]], ["1"], smoothRelu),
      pointOf([["1", step]], ["1"], smoothRelu),
    ),
  ];
}

/** ε = 2^−power. */
export const POWERS = [3n, 20n, 60n];

/** The five kinds for ever smaller ε. */
export function repairs(): Repair[] {
  return POWERS.flatMap((power) => repairsBy(rational(1n, 1n << power)));
}
