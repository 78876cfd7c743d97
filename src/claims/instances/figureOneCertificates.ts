import { certificateData } from "../../certificate/criticalCertificate.js";
import { endCertificate } from "../../certificate/endCertificate.js";
import { certificateLayers } from "../../certificate/layeredPathCertificate.js";
import { enclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { parseRational, rational } from "../../exact/numbers/rational.js";
import { PRECISION, startOf } from "../../landscape/ends/certifiedEnd.js";
import { endDerivatives } from "../../landscape/ends/endDerivatives.js";
import { type EndNetwork, endData, roundedData } from "../../landscape/ends/endNetwork.js";
import { figureOne } from "../../landscape/ends/figureOne.js";
import { reachAt } from "../../landscape/ends/isolatedEnd.js";
import { asMultiLayer } from "../../network/anyNetwork.js";
import type { Instance } from "../evidence/certified.js";
import type { FailurePoint } from "./figureOneEnds.js";

/**
 * The checker takes rational targets: the teacher's outputs, rounded down to multiples of 2^−120. That moves
 * a critical point by far less than its box is wide.
 */
const TARGET_BITS = 120;

/** A congruence is found with fewer bits, as the checker sees by itself whether it serves. */
const FEWER_BITS = 96;

/** A certificate for each point, with the index that is said. */
export function* failureCertificates(points: readonly FailurePoint[]): Generator<Instance> {
  const data = roundedData(figureOne, TARGET_BITS);
  const fewer = endData(figureOne, FEWER_BITS);
  const written = certificateData(data);
  for (const { end, center } of points) {
    const { matrix } = endDerivatives(rounded(center), 0n, fewer);
    const signs = enclosedSigns(matrix);
    if (signs === undefined) throw new RangeError("a Hessian without signs");
    const { network, verdict } = end;
    const box = {
      ...signs,
      negative: verdict.index,
      radius: rational(reachAt(PRECISION), 1n << BigInt(PRECISION)),
    };
    const radius = parseRational(verdict.radius);
    const apart = startOf(network, verdict.kind).start.members.filter(({ length }) => length > 1);
    const channel =
      verdict.kind === "infinity" ? { channel: { apart: apart.flat(), slope: verdict.slope } } : {};
    const certificate = endCertificate({ network, data, center, box, radius, ...channel });
    const theta = certificateLayers(asMultiLayer(network));
    yield { certificate, asked: { claim: "fig-1", theta, data: written, activation: "sigmoid" } };
  }
}

function rounded(center: EndNetwork): EndNetwork {
  const parameters = center.parameters.map((value) => value >> BigInt(PRECISION - FEWER_BITS));
  return { ...center, parameters, precision: FEWER_BITS };
}
