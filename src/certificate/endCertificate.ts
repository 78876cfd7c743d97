import { Interval } from "../exact/intervals/interval.js";
import type { DataSet } from "../landscape/loss/data.js";
import type { EndNetwork } from "../landscape/ends/endNetwork.js";
import type { CriticalBox } from "../landscape/nearCritical/criticalBox.js";
import { type Rational, formatRational } from "../exact/numbers/rational.js";
import { asMultiLayer } from "../network/anyNetwork.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { nearCriticalCertificate } from "./nearCriticalCertificate.js";

/** The end of a run, and the critical point that lies close to it. */
export interface EndPoint {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  /** A network, or the limit of one. */
  readonly center: EndNetwork;
  readonly box: CriticalBox;
  readonly radius: Rational;
  /** Of a limit the units that run off, from 0, and the sign of L₂. */
  readonly channel?: Readonly<{ apart: readonly number[]; slope: number }>;
}

/**
 * A certificate of kind `near-critical` for the end of a run of sigmoid networks, of kind `channel` if some
 * of its units run off.
 *
 * @throws InputError as {@link nearCriticalCertificate}.
 */
export function endCertificate({ network, data, center, box, radius, channel }: EndPoint): Certificate {
  const { inputs, units, parameters, precision } = center;
  const at = (from: number, count: number): Interval[] =>
    parameters.slice(from, from + count).map((value) => Interval.of(value, value, precision));
  const incoming = Array.from({ length: units }, (_, unit) => at(unit * inputs, inputs));
  const weights = [incoming, [at(units * inputs, units)]];
  const layers = { precision, weights, biases: undefined };
  const certificate = nearCriticalCertificate({
    network: asMultiLayer(network),
    data,
    activation: "sigmoid",
    critical: { radius, center: layers, box },
  });
  if (channel === undefined) return certificate;
  const last = units * (inputs + 1);
  const texts = (from: number, count: number): string[] =>
    at(from, count).map(({ midpoint }) => formatRational(midpoint));
  const drift = texts(last, inputs);
  const affine = texts(last + inputs, center.isAffine ? inputs + 1 : 0);
  return { ...certificate, kind: "channel", body: { ...certificate.body, ...channel, drift, affine } };
}
