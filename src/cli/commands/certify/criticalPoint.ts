import type { Certificate } from "../../../certificate/certificate.js";
import { type ExpandedPoint, criticalCertificate } from "../../../certificate/criticalCertificate.js";
import { splittingCertificate } from "../../../certificate/splittingCertificate.js";
import { LabelledPartition } from "../../../combinatorics/partitions/labelledPartition.js";
import { type Rational, parseRational, rational } from "../../../exact/numbers/rational.js";
import { inertia } from "../../../exact/inertia/inertia.js";
import { parseActivation } from "../../../landscape/activations/activationText.js";
import { entry } from "../../../exact/entry.js";
import { expandCritical } from "../../../landscape/criticalPoints/criticalExpansion.js";
import { criticalPointOfIndex } from "../../../landscape/criticalPoints/criticalSearch.js";
import { inertiaAbove } from "../../../landscape/criticalPoints/inertiaAbove.js";
import { criticalPoint } from "../../../landscape/criticalPoints/randomCriticalPoint.js";
import { squaredError } from "../../../landscape/loss/cost.js";
import { hessian } from "../../../landscape/loss/hessian.js";
import { signsOf } from "../landscape/copies.js";
import { type CRITICAL_CLAIMS, SPLITTING_CLAIM } from "./criticalClaims.js";

/** The critical point to find, and the point of Γ̄ above it. */
export interface CriticalRequest {
  readonly what: "critical";
  readonly claim: (typeof CRITICAL_CLAIMS)[number] | typeof SPLITTING_CLAIM;
  readonly r: number;
  readonly inputDimension: number;
  readonly outputDimension: number;
  readonly points: number;
  readonly activation: string;
  readonly seed: number;
  /**
   * How many negative eigenvalues the Hessian must have at width r, where none may be zero; any inertia if
   * left out.
   */
  readonly index?: number;
  /** How many copies of each of the r units the wider network has. */
  readonly copies: readonly number[];
  /** The shares of the copies, of sum 1 for each unit; equal ones if left out. */
  readonly beta?: readonly string[];
}

/** A certificate, and what E_t, B_t and the shares predict of the inertia above, where it states one. */
export interface CertifiedExpansion {
  readonly certificate: Certificate;
  readonly inertias?: PredictedInertia;
}

/** Numbers of positive, negative and zero eigenvalues of the Hessians below and above, and as predicted. */
export interface PredictedInertia {
  readonly below: readonly number[];
  readonly above: readonly number[];
  readonly predicted: readonly number[];
}

/**
 * Finds the critical point, expands it, and makes the certificate of both.
 *
 * @throws InputError if none is found, or if the shares don't fit.
 */
export function critical(request: CriticalRequest): CertifiedExpansion {
  const { claim, index, copies, beta } = request;
  const options = { ...request, activation: parseActivation(request.activation) };
  const point = index === undefined ? criticalPoint(options) : criticalPointOfIndex(options, index);
  const { network: theta, data, activation } = point;
  const codes = copies.flatMap((count, unit) => new Array<number>(count).fill(unit + 1));
  const equal = copies.flatMap((count) => new Array<Rational>(count).fill(rational(1n, BigInt(count))));
  const shares = beta === undefined ? equal : beta.map(parseRational);
  const surjection = LabelledPartition.of(codes, request.r);
  const network = expandCritical(theta, surjection, shares);
  const expanded = { theta, network, beta: shares, data, activation };
  if (claim === SPLITTING_CLAIM) return split(expanded);
  const certificate = criticalCertificate(claim, expanded);
  const [below, above] = certificate.body.inertias.map(({ inertia }) => inertia);
  if (below === undefined || above === undefined) return { certificate };
  const lower = { positive: entry(below, 0), negative: entry(below, 1), zero: entry(below, 2) };
  const predicted = signsOf(inertiaAbove(point, lower, surjection, shares));
  return { certificate, inertias: { below, above, predicted } };
}

/** The prediction is what the certificate states, and the inertia above is found without it. */
function split(point: ExpandedPoint): CertifiedExpansion {
  const certificate = splittingCertificate(point);
  const { below, inertia: predicted } = certificate.body;
  const { numerators } = hessian(point.network, point.data, point.activation, squaredError);
  return { certificate, inertias: { below: below.inertia, above: signsOf(inertia(numerators)), predicted } };
}
