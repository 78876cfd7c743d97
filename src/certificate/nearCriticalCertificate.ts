import { InputError } from "../exact/inputError.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import type { Interval } from "../exact/intervals/interval.js";
import { decimalAbove } from "../exact/numbers/decimal.js";
import { decimalValue } from "../exact/numbers/decimalText.js";
import { formatRational, rational } from "../exact/numbers/rational.js";
import type { DataSet } from "../landscape/loss/data.js";
import type { NearCritical } from "../landscape/nearCritical/nearCritical.js";
import type { MultiLayerNetwork } from "../network/multiLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { certificateData } from "./criticalCertificate.js";
import { certificateLayers } from "./layeredPathCertificate.js";

/**
 * A network with two layers, and the critical point of the squared error that lies close to it.
 *
 * @example nearCriticalCertificate({ network: asMultiLayer(minimum.network), data: fitted,
 *   activation: "sigmoid", critical: enclosedLandscape(minimum.network, { data: fitted,
 *   activation: smoothActivation("sigmoid"), cost: enclosedCost(squaredError) }).critical }).claim // "fig-1"
 */
export interface NearCriticalPoint {
  readonly network: MultiLayerNetwork;
  readonly data: DataSet;
  /** The name, as `realActivation` reads it. */
  readonly activation: string;
  /** As `enclosedLandscape` finds it. */
  readonly critical: NearCritical | undefined;
}

/** Digits of the radius, which is rounded up. */
const DIGITS = 4;

/**
 * A certificate of kind `near-critical`: the network with data and activation; a center in dyadic numbers,
 * with a box about it that holds exactly one critical point; and a congruence, by which the checker sees that
 * it does, and how many eigenvalues are negative.
 *
 * @throws InputError if there is no critical point, the network has more than two layers, or the checker
 *   doesn't know the activation.
 * @example nearCriticalCertificate({ network: asMultiLayer(minimum.network), data: fitted,
 *   activation: "sigmoid", critical: enclosedLandscape(minimum.network, { data: fitted,
 *   activation: smoothActivation("sigmoid"), cost: enclosedCost(squaredError) }).critical }).body.index // 0
 */
export function nearCriticalCertificate(point: NearCriticalPoint): Certificate {
  requireArguments({ "{ network, data, activation }": { point } });
  const { network, data, activation, critical } = point;
  if (critical === undefined)
    throw new InputError("no critical point was found close by", "give a network that is trained further");
  const { center, box, radius } = critical;
  const { weights, biases = [] } = center;
  if (network.weights.length !== 2) {
    throw new InputError("the checker computes networks of two layers only", "give one of these");
  }
  const rounded = decimalValue(decimalAbove({ numerator: radius.n, denominator: radius.d }, DIGITS));
  if (rounded === undefined) throw new RangeError("a radius that is no decimal");
  const texts = (values: readonly Interval[]): string[] =>
    values.map(({ midpoint }) => formatRational(midpoint));
  return {
    kind: "near-critical",
    claim: "fig-1",
    body: {
      activation: certificateActivationName(activation),
      box: formatRational(box.radius),
      center: { biases: biases.map(texts), weights: weights.map((rows) => rows.map(texts)) },
      congruence: box.congruence.map((vector) => vector.map(String)),
      data: certificateData(data),
      index: box.negative,
      radius: formatRational(rational(rounded.numerator, rounded.denominator)),
      theta: { ...certificateLayers(network) },
    },
  };
}

/**
 * The name of an activation, as the checker reads it.
 *
 * @param name as `realActivation` gives it.
 * @throws InputError for an activation that the checker doesn't know.
 * @example certificateActivationName("softplus+sigmoid:1,4") // "softplus+sigmoid:1,4"
 */
export function certificateActivationName(name: string): string {
  requireArguments({ text: { name } });
  if (/^(?:sigmoid|tanh|softplus|softplus\+sigmoid:[^:]*)$/.test(name)) return name;
  throw new InputError(
    `the checker doesn't know the activation ${name}`,
    "take sigmoid, tanh, softplus or softplus+sigmoid:1,4",
  );
}
