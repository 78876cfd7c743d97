import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { enclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { type ThresholdSigns, defaultThreshold, thresholdSigns } from "../../exact/inertia/thresholdSigns.js";
import { Interval } from "../../exact/intervals/interval.js";
import { bitLength, squareRoot } from "../../exact/numbers/integer.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { type AnyNetwork, asMultiLayer } from "../../network/anyNetwork.js";
import { type LossSetting, enclosedDerivatives } from "../enclosures/enclosedDerivatives.js";
import { intervalMultiLayer } from "../enclosures/intervalMultiLayer.js";
import { enclosedHessian } from "./enclosedHessian.js";
import { type NearCritical, nearCritical } from "./nearCritical.js";

/**
 * What the loss is like at a network, in enclosures.
 *
 * @example enclosedLandscape(minimum.network, { data: minimum.data,
 *   activation: smoothActivation("poly:1,1,0,1"), cost: enclosedCost(squaredError) })
 *   .counts // {"above":2,"below":0,"within":0}
 */
export interface EnclosedLandscape {
  /** The sum over the data. */
  readonly loss: Interval;
  /** |∇L|. */
  readonly gradientNorm: Interval;
  readonly threshold: Rational;
  /** How many eigenvalues of the Hessian are beyond the threshold; undefined if one is too close to it. */
  readonly counts: ThresholdSigns | undefined;
  /** A critical point close by, if one was found. */
  readonly critical: NearCritical | undefined;
  /**
   * Why none was found: the Hessian is "flat", nearly singular, so that a critical point need not be
   * isolated; or it is "far": Newton's method leads away, or to where the Hessian changes too fast.
   */
  readonly notFound: "flat" | "far" | undefined;
}

/**
 * What {@link enclosedLandscape} may be told.
 *
 * @example enclosedLandscape(minimum.network, { data: minimum.data,
 *   activation: smoothActivation("poly:1,1,0,1"), cost: enclosedCost(squaredError) },
 *   { threshold: rational(1n, 1_000_000n) }).threshold.toFraction() === "1/1000000"
 */
export interface EnclosedLandscapeOptions {
  /** What counts as an eigenvalue of 0. If left out, what doubles can't tell from 0. */
  readonly threshold?: Rational;
  /** Called after each datum of each pass, with what the pass is for. */
  readonly hear?: (done: number, total: number, pass: string) => void;
}

/** Bits after the binary point, and how many there are at least beyond those of the threshold. */
const PRECISION = 160;
const BEYOND = 96;

/**
 * Loss, gradient and the signs of the Hessian's eigenvalues at a network of any number of layers, for a C²
 * activation, with certainty; and whether exactly one critical point lies close by.
 *
 * @throws InputError if the data don't fit the network or the cost, or the activation has no value there.
 * @example enclosedLandscape(minimum.network, { data: minimum.data,
 *   activation: smoothActivation("poly:1,1,0,1"), cost: enclosedCost(squaredError) })
 *   .notFound // undefined
 */
export function enclosedLandscape(
  network: AnyNetwork,
  setting: LossSetting,
  options: EnclosedLandscapeOptions = {},
): EnclosedLandscape {
  requireArguments({
    anyNetwork: { network },
    "{ data, activation, cost }": { setting },
    options: { options },
  });
  const { threshold, hear = () => undefined } = options;
  const wanted = threshold === undefined ? 0 : bitLength(threshold.d) - bitLength(threshold.n);
  const precision = Math.max(PRECISION, BEYOND + wanted);
  const layers = intervalMultiLayer(asMultiLayer(network), precision);
  const { loss, gradient, hessian } = enclosedDerivatives(layers, setting, (done, total) => {
    hear(done, total, "derivatives");
  });
  const matrix = enclosedHessian(hessian);
  const limit = threshold ?? defaultThreshold(matrix.midpoints, precision + 1);
  const counts = thresholdSigns(matrix, precision + 1, limit);
  const signs = counts?.within === 0 ? enclosedSigns(matrix) : undefined;
  const steps = (done: number, total: number): void => {
    hear(done, total, "Newton's method");
  };
  const point = signs && { layers, gradient, matrix, signs };
  const critical = point && nearCritical(point, setting, steps);
  return speaking({
    loss,
    gradientNorm: norm(gradient, precision),
    threshold: limit,
    counts,
    critical,
    notFound: critical !== undefined ? undefined : point === undefined ? "flat" : "far",
  });
}

/** |v|, between neighbouring units around the square roots. */
function norm(vector: readonly Interval[], precision: number): Interval {
  const squares = vector.map((value) => value.power(2));
  const { lower, upper } = Interval.sum(squares, precision);
  const scale = BigInt(precision);
  return Interval.of(squareRoot(lower << scale), squareRoot(upper << scale) + 1n, precision);
}
