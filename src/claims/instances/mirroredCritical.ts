import type { Parity } from "../../combinatorics/signed/parity.js";
import { signedSurjectionsOf } from "../../combinatorics/signed/signedEnumeration.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Activation, rationalActivation } from "../../landscape/activations/activation.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { criticalPoint } from "../../landscape/criticalPoints/randomCriticalPoint.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { gradient } from "../../landscape/loss/gradient.js";
import { type Unit, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Evidence } from "../evidence/claim.js";
import { everyCase } from "../evidence/everyCase.js";
import { enoughPoints } from "./criticalInstances.js";

const quotient = (numerator: readonly bigint[], denominator: readonly bigint[]): Activation =>
  rationalActivation(
    numerator.map((coefficient) => rational(coefficient)),
    denominator.map((coefficient) => rational(coefficient)),
  );

/** x/(1 + x²), and (2 + x²)/(1 + x²), which isn't 0 at 0. */
const ACTIVATIONS: Readonly<Record<Parity, Activation>> = {
  odd: quotient([0n, 1n], [1n, 0n, 1n]),
  even: quotient([2n, 0n, 1n], [1n, 0n, 1n]),
};

/** A critical point, copies of its units with signs and shares, and further units with w = 0. */
export interface MirroredCritical {
  readonly below: CriticalPoint;
  readonly copies: SignedLabelledPartition;
  /** The outgoing vectors of further units with w = 0. */
  readonly silent: readonly RationalVector[];
}

/** For each parity, two points of one unit and two of two: 2^m·G(r, m) surjections for m = r and r + 1. */
const MIRRORED_CRITICAL = 4n * (2n + 4n) + 4n * (8n + 48n);

/**
 * Exact critical points with r, d_in, d_out ≤ 2 of an odd and of an even activation, expanded by every signed
 * surjection with m ≤ r + 1. At odd parity a unit with w = 0 and a = 0 follows.
 */
export function* mirroredCriticalCases(): Generator<MirroredCritical> {
  for (const parity of ["odd", "even"] as const) {
    for (const [r, inputDimension, outputDimension] of SHAPES) {
      const shape = { r, inputDimension, outputDimension };
      const points = enoughPoints(shape);
      const below = criticalPoint({ ...shape, points, activation: ACTIVATIONS[parity], seed: 1 });
      const silent = parity === "odd" ? [RationalVector.zero(outputDimension)] : [];
      for (const m of [r, r + 1])
        for (const copies of signedSurjectionsOf(r, m, parity)) yield { below, copies, silent };
    }
  }
}

const SHAPES = [
  [1, 1, 1],
  [1, 2, 2],
  [2, 2, 1],
  [2, 1, 2],
] as const;

/**
 * The gradient is exactly 0, and the residuals are not. The first copy of a unit has the share 1 + 2(k−1) of
 * k copies, each other one −2.
 */
export function checkMirroredCritical({ below, copies, silent }: MirroredCritical): string | undefined {
  const { network, data, activation, residuals } = below;
  const place = `at ${String(copies)}, ${copies.parity}, with ${silent.length} neurons at w = 0`;
  if (residuals.every((residual) => residual.isZero())) return `the loss is 0 ${place}`;
  const shares = copies.codes.map((code, unit) => {
    const block = entry(copies.labelledBlocks, code - 1);
    return rational(block[0] === unit ? BigInt(2 * block.length - 1) : -2n);
  });
  const expanded = expandCritical(network, copies.unsigned, shares);
  const units: Unit[] = expanded.units.map((unit, index) =>
    entry(copies.signs, index) < 0 ? mirrored(unit, copies.parity) : unit,
  );
  units.push(
    ...silent.map((outgoing) => ({ incoming: RationalVector.zero(network.inputDimension), outgoing })),
  );
  const above = twoLayerNetwork(network.inputDimension, network.outputDimension, units);
  const derivatives = gradient(above, data, activation, squaredError);
  return derivatives.isZero()
    ? undefined
    : `the gradient is (${derivatives.toStrings().join(", ")}) ${place}`;
}

function mirrored({ incoming, outgoing }: Unit, parity: Parity): Unit {
  return { incoming: incoming.negated(), outgoing: parity === "odd" ? outgoing.negated() : outgoing };
}

/** Copies and mirror images of critical units are critical, and units at (0, 0) if σ is odd. */
export const mirroredCritical: Evidence = everyCase("critical", {
  what:
    "the gradient is exactly 0 at copies, mirrored or not, of the units of a critical point, followed at " +
    "odd parity by a unit with w = 0 and a = 0",
  range: "critical points of r, d_in, d_out ≤ 2; every signed surjection with m ≤ r + 1, odd and even",
  expected: MIRRORED_CRITICAL,
  cases: mirroredCriticalCases,
  check: checkMirroredCritical,
});
