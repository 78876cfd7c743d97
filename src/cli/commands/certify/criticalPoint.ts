import type { Certificate } from "../../../certificate/certificate.js";
import { criticalCertificate } from "../../../certificate/criticalCertificate.js";
import { LabelledPartition } from "../../../combinatorics/partitions/labelledPartition.js";
import { type Rational, parseRational, rational } from "../../../exact/numbers/rational.js";
import { parseActivation } from "../../../landscape/activations/activationText.js";
import { expandCritical } from "../../../landscape/criticalPoints/criticalExpansion.js";
import { criticalPointOfIndex } from "../../../landscape/criticalPoints/criticalSearch.js";
import { criticalPoint } from "../../../landscape/criticalPoints/randomCriticalPoint.js";
import type { CRITICAL_CLAIMS } from "./criticalClaims.js";

/** The critical point that is to be found, and the point of Γ̄ above it. */
export interface CriticalRequest {
  readonly what: "critical";
  readonly claim: (typeof CRITICAL_CLAIMS)[number];
  readonly r: number;
  readonly inputDimension: number;
  readonly outputDimension: number;
  readonly points: number;
  readonly activation: string;
  readonly seed: number;
  /** How many negative eigenvalues the Hessian shall have at width r, and no zero ones; any if left out. */
  readonly index?: number;
  /** How often each of the r units is to stand in the wider network. */
  readonly copies: readonly number[];
  /** Their shares, of sum 1 for each unit; equal ones if left out. */
  readonly beta?: readonly string[];
}

/**
 * Finds the critical point, expands it and puts both down.
 *
 * @throws InputError if there is none to be found, or the shares don't fit.
 */
export function critical(request: CriticalRequest): Certificate {
  const { claim, index, copies, beta } = request;
  const wanted = { ...request, activation: parseActivation(request.activation) };
  const found = index === undefined ? criticalPoint(wanted) : criticalPointOfIndex(wanted, index);
  const { network: theta, data, activation } = found;
  const codes = copies.flatMap((count, unit) => new Array<number>(count).fill(unit + 1));
  const equal = copies.flatMap((count) => new Array<Rational>(count).fill(rational(1n, BigInt(count))));
  const shares = beta === undefined ? equal : beta.map(parseRational);
  const network = expandCritical(theta, LabelledPartition.of(codes, request.r), shares);
  return criticalCertificate(claim, { theta, network, beta: shares, data, activation });
}
