import { Interval } from "../../exact/intervals/interval.js";
import { rational } from "../../exact/numbers/rational.js";
import { sigmoid } from "../activations/sigmoid.js";

/** Images of a range of z, for τ = σ − ½. */
export interface Shapes {
  readonly tau: Interval;
  /** τ' = ¼ − τ². */
  readonly slope: Interval;
  /** ττ'. */
  readonly drift: Interval;
  /** τ'² + ττ''. */
  readonly bend: Interval;
}

/** The images, as narrow as they are where τ is steep. */
export function shapes(z: Interval): Shapes {
  const { precision } = z;
  const tau = sigmoid(z).minus(Interval.enclosing(rational(1n, 2n), precision));
  const quarter = Interval.enclosing(rational(1n, 4n), precision);
  const slope = quarter.minus(tau.power(2));
  // ττ' = ¼τ − τ³ rises with τ where τ' > 1/6.
  const steep = slope.minus(Interval.enclosing(rational(1n, 6n), precision)).sign === 1;
  const drift = steep ? image(tau, (end) => end.scaled(-2).minus(end.power(3))) : tau.times(slope);
  // τ'² + ττ'' = τ'² − 2τ²τ' = 3τ'² − ½τ' rises with τ' where τ' > 1/12.
  const high = slope.minus(Interval.enclosing(rational(1n, 12n), precision)).sign === 1;
  const curve = (end: Interval): Interval => multiple(end.power(2), 3n).minus(end.scaled(-1));
  return { tau, slope, drift, bend: high ? image(slope, curve) : curve(slope) };
}

/** The image of an increasing function. */
function image({ lower, upper, precision }: Interval, at: (end: Interval) => Interval): Interval {
  const [from, to] = [at(Interval.of(lower, lower, precision)), at(Interval.of(upper, upper, precision))];
  return Interval.of(from.lower, to.upper, precision);
}

/** An interval multiplied by an integer, without rounding. */
export function multiple({ lower, upper, precision }: Interval, factor: bigint): Interval {
  const [from, to] = factor < 0n ? [upper, lower] : [lower, upper];
  return Interval.of(from * factor, to * factor, precision);
}
