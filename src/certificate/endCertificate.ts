import { Interval } from "../exact/intervals/interval.js";
import type { DataSet } from "../landscape/loss/data.js";
import type { EndNetwork } from "../landscape/ends/endNetwork.js";
import type { CriticalBox } from "../landscape/nearCritical/criticalBox.js";
import type { Rational } from "../exact/numbers/rational.js";
import { asMultiLayer } from "../network/anyNetwork.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { nearCriticalCertificate } from "./nearCriticalCertificate.js";

/** The end of a run, and the critical point that lies close to it. */
export interface EndPoint {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  /** A network without channels. */
  readonly center: EndNetwork;
  readonly box: CriticalBox;
  readonly radius: Rational;
}

/**
 * A certificate of kind `near-critical` for the end of a run of sigmoid networks.
 *
 * @throws InputError as {@link nearCriticalCertificate}.
 */
export function endCertificate({ network, data, center, box, radius }: EndPoint): Certificate {
  const { inputs, units, parameters, precision } = center;
  const at = (from: number, count: number): Interval[] =>
    parameters.slice(from, from + count).map((value) => Interval.of(value, value, precision));
  const incoming = Array.from({ length: units }, (_, unit) => at(unit * inputs, inputs));
  const weights = [incoming, [at(units * inputs, units)]];
  const layers = { precision, weights, biases: undefined };
  return nearCriticalCertificate({
    network: asMultiLayer(network),
    data,
    activation: "sigmoid",
    critical: { radius, center: layers, box },
  });
}
