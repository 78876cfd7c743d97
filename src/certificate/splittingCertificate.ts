import { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { certifiedInertia } from "../exact/inertia/inertia.js";
import { overOneDenominator } from "../exact/inertia/symmetricMatrix.js";
import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { type Rational, formatRational, rational } from "../exact/numbers/rational.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import { inertiaAbove, unitCurvature } from "../landscape/criticalPoints/inertiaAbove.js";
import { mixedDerivative } from "../landscape/criticalPoints/saddleDirection.js";
import { type UnitsOnData, unitsOnData } from "../landscape/criticalPoints/unitsOnData.js";
import { squaredError } from "../landscape/loss/cost.js";
import { hessian } from "../landscape/loss/hessian.js";
import { sameNetwork } from "../network/twoLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { certificateNetwork } from "./certificateNetwork.js";
import { type ExpandedPoint, certificateActivation, certificateData } from "./criticalCertificate.js";
import { type InertiaBlock, inertiaBlock } from "./inertiaCertificate.js";

/** How copies move in coordinates that split the Hessian: k − 1 directions, with a factor for each copy. */
interface Directions {
  readonly incoming: readonly (readonly Rational[])[];
  readonly outgoing: readonly (readonly Rational[])[];
}

/**
 * A certificate of kind `splitting` for claim `ext-inertia`: coordinates in which the Hessian above a network
 * θ is the direct sum of that of θ and of one block (γB_t E_tᵀ; E_t 0) for each further copy of unit t, and
 * evidence for the inertias of these. Its length doesn't grow with the Hessian above. No gradient need be 0.
 *
 * @param point θ irreducible, and a point of Γ̄ (Def. 4.1) above it by the shares.
 * @throws InputError if the network is no such point, if a number has too many digits, or where the
 *   activation has no value.
 * @example splittingCertificate({ theta, network: theta, beta: [rational(1n)], data, activation })
 *   .body.units.length // 1
 */
export function splittingCertificate(point: ExpandedPoint): SplittingCertificate {
  requireArguments({ "{ theta, network, beta, data, activation }": { point } });
  const { theta, network, beta, data, activation } = point;
  const labels = new Map(theta.units.map(({ incoming }, unit) => [incoming.key, unit + 1]));
  const codes = network.units.map(({ incoming }) => labels.get(incoming.key) ?? 0);
  const surjection = LabelledPartition.of(codes, theta.units.length);
  if (!sameNetwork(expandCritical(theta, surjection, beta), network))
    throw new InputError(
      "the network is not the point with these shares",
      "give both as `expandCritical` does",
    );
  const units = unitsOnData({ network: theta, data, activation, cost: squaredError });
  const below = certifiedInertia(hessian(theta, data, activation, squaredError).numerators);
  const { positive, negative, zero } = inertiaAbove(units, below.inertia, surjection, beta);
  return {
    kind: "splitting",
    claim: "ext-inertia",
    body: {
      activation: certificateActivation(activation),
      below: { ...inertiaBlock(below) },
      beta: beta.map(formatRational),
      data: certificateData(data),
      inertia: [positive, negative, zero],
      network: { ...certificateNetwork(network) },
      theta: { ...certificateNetwork(theta) },
      units: surjection.labelledBlocks.map((members, unit) => {
        const { curvature, mixed } = blocksOf(units, unit);
        const { incoming, outgoing } = directions(members.map((member) => entry(beta, member)));
        const written = (rows: typeof incoming): string[][] => rows.map((row) => row.map(formatRational));
        return {
          curvature: { ...curvature },
          incoming: written(incoming),
          mixed: { ...mixed },
          outgoing: written(outgoing),
        };
      }),
    },
  };
}

/** A certificate that states the inertias below and above. */
export interface SplittingCertificate extends Certificate {
  readonly body: Certificate["body"] & {
    readonly below: Pick<InertiaBlock, "inertia">;
    readonly inertia: readonly number[];
    readonly units: readonly unknown[];
  };
}

/**
 * With the copies in an order of falling shares, the sums S_q of the first q are positive: they rise, and
 * then fall to 1. Direction q moves w of the first q by β_{q+1}/S_q and of the next by −1, and a of the first
 * by β_i/S_{q+1} and of the next by −S_q/S_{q+1}. These are dual, orthogonal for the shares as weights, and
 * Σβ_i·factor² is β_{q+1}S_{q+1}/S_q: it has the sign of β_{q+1}.
 */
function directions(shares: readonly Rational[]): Directions {
  const order = [...shares.keys()].sort((i, j) => entry(shares, j).compare(entry(shares, i)));
  const zeros = (): Rational[] => shares.map(() => rational(0n));
  const [incoming, outgoing]: [Rational[][], Rational[][]] = [[], []];
  let sum = rational(0n);
  for (const [q, next] of order.entries()) {
    const share = entry(shares, next);
    const longer = sum.add(share);
    if (q > 0) {
      const [w, a] = [zeros(), zeros()];
      for (const i of order.slice(0, q)) {
        w[i] = share.div(sum);
        a[i] = entry(shares, i).div(longer);
      }
      w[next] = rational(-1n);
      a[next] = rational(0n).sub(sum).div(longer);
      incoming.push(w);
      outgoing.push(a);
    }
    sum = longer;
  }
  return { incoming, outgoing };
}

/** The inertias of (B_t E_tᵀ; E_t 0) and of (0 E_tᵀ; E_t 0), with their evidence. */
function blocksOf(units: UnitsOnData, unit: number): Readonly<Record<"curvature" | "mixed", InertiaBlock>> {
  const mixed = mixedDerivative(units, unit);
  const { inputDimension, outputDimension } = units.network;
  const evidence = (bent: readonly RationalVector[]): InertiaBlock => {
    const upper = bent.map((row, j) =>
      row.followedBy(RationalVector.fromRationals(mixed.map((slopes) => slopes.at(j)))),
    );
    const lower = mixed.map((row) => row.followedBy(RationalVector.zero(outputDimension)));
    return inertiaBlock(certifiedInertia(overOneDenominator([...upper, ...lower]).numerators));
  };
  const flat = Array.from({ length: inputDimension }, () => RationalVector.zero(inputDimension));
  return { curvature: evidence(unitCurvature(units, unit)), mixed: evidence(flat) };
}
