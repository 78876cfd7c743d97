import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import { type Activation, polynomialActivation } from "../../landscape/activations/activation.js";
import { skewActivation, smoothRelu } from "../../landscape/activations/exampleActivations.js";
import type { Rectified } from "../../landscape/activations/rectified.js";
import { matrix, writtenNetwork } from "./written.js";
import { type ZeroLossPoint, zeroLossPoint } from "./zeroLossInstances.js";

/** A point of zero loss where the rank drops, and one for nearby data where it does not. */
export interface Repair {
  readonly kind: string;
  readonly degenerate: ZeroLossPoint;
  readonly rank: number;
  readonly repaired: ZeroLossPoint;
  /** How far a coordinate of the inputs and targets may have moved. */
  readonly bound: Rational;
}

/** A network with the rows w and the rows a, on the data that it makes of inputs. */
function pointOf(
  incoming: string,
  outgoing: string,
  inputs: string,
  activation: Activation | Rectified,
): ZeroLossPoint {
  return zeroLossPoint(writtenNetwork(incoming, outgoing), matrix(inputs), activation);
}

const identity = polynomialActivation([rational(0n), rational(1n)]);

/** Five kinds, each with data at most 8ε away. */
function repairsBy(epsilon: Rational): Repair[] {
  const step = formatRational(epsilon);
  const near = formatRational(epsilon.add(1n));
  const shifted = formatRational(epsilon.add(rational(1n, 2n)));
  const triple = (inputs: string) => pointOf("1; 2; -1", "1; 3; 2", inputs, skewActivation);
  /** Units at 1 and w. */
  const pair = (w: string, first: string, second: string) =>
    pointOf(`1; ${w}`, `${first}; ${second}`, "1/2; -1/2; 1", skewActivation);
  const single = (w: string, a: string, activation: Activation | Rectified) => pointOf(w, a, "1", activation);
  const kinds: readonly (readonly [
    string,
    rank: number,
    degenerate: ZeroLossPoint,
    repaired: ZeroLossPoint,
  ])[] = [
    ["one input twice", 2, triple("1/2; 1/2; -1/2"), triple(`1/2; ${shifted}; -1/2`)],
    ["one unit twice", 2, pair("1", "1", "1"), pair(near, "1", "1")],
    ["a unit with a = 0 at another's w", 2, pair("1", "2", "0"), pair(near, "2", step)],
    ["the crossing of aw = 0", 0, single("0", "0", identity), single("1", step, identity)],
    ["a rectified unit that is off", 0, single("-1", "1", smoothRelu), single("1", step, smoothRelu)],
  ];
  return kinds.map(([kind, rank, degenerate, repaired]) => {
    return { kind, degenerate, rank, repaired, bound: epsilon.mul(8n) };
  });
}

/** ε = 2^−power. */
export const POWERS = [3n, 20n, 60n];

/** The five kinds for each ε. */
export function repairs(): Repair[] {
  return POWERS.flatMap((power) => repairsBy(rational(1n, 1n << power)));
}
