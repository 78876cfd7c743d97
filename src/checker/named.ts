import { type Interval, UNIT, greater, lesser, share, size } from "./interval.js";
import { type Rational, entry, ratio, rational } from "./values.js";
import { demand } from "./verdict.js";

/**
 * What holds of σ for all z: its Lipschitz constant; σ(z) − ρ(z) is from `least` to `most`, where ρ(z) =
 * above·z for z > 0 and below·z for others; and what σ(0) is, unless it is irrational. With the turn "odd"
 * σ(−z) = twice − σ(z), with "even" σ(−z) = σ(z), and with "scale" σ(sz) = sσ(z) for s > 0.
 */
export type Named = Readonly<
  Record<"lipschitz" | "least" | "most" | "above" | "below" | "twice", Rational> & {
    atZero: Rational | undefined;
    turn: "odd" | "even" | "scale" | "none";
  }
>;

const ZERO_TO_ONE = [0, 100] as const;
const AROUND = [-100, 100] as const;

/** The members of `Named` that are the same for most, in hundredths. */
function facts(
  [lipschitz, above]: readonly [number, number],
  [least, most]: readonly [number, number],
  atZero: number | undefined,
  turn: Named["turn"],
): Named {
  const numbers = { above: hundredths(above), lipschitz: hundredths(lipschitz), least: hundredths(least) };
  const value = atZero === undefined ? undefined : hundredths(atZero);
  return {
    ...numbers,
    most: hundredths(most),
    below: hundredths(0),
    twice: hundredths(0),
    atZero: value,
    turn,
  };
}

function hundredths(count: number): Rational {
  return ratio(BigInt(count), 100n);
}

const RAMP = facts([100, 100], [0, 0], 0, "scale");

const BY_NAME: ReadonlyMap<string, Named> = new Map([
  ["tanh", facts([100, 0], AROUND, 0, "odd")],
  ["erf", facts([113, 0], AROUND, 0, "odd")],
  ["arctan", facts([100, 0], [-158, 158], 0, "odd")],
  ["softsign", facts([100, 0], AROUND, 0, "odd")],
  ["sigmoid", { ...facts([25, 0], ZERO_TO_ONE, 50, "odd"), twice: hundredths(100) }],
  ["softplus", facts([100, 100], [0, 70], undefined, "none")],
  ["silu", facts([110, 100], [-28, 0], 0, "none")],
  ["gelu", facts([113, 100], [-17, 0], 0, "none")],
  ["gaussian", facts([86, 0], ZERO_TO_ONE, 100, "even")],
  ["relu", RAMP],
]);

/** Reads the name of an activation. SPEC.md, "difference", says where these facts are from. */
export function named(value: unknown, at: string): Named {
  demand(typeof value === "string", "shape", at, "not a name");
  const known = BY_NAME.get(value);
  if (known !== undefined) return known;
  if (value.startsWith("leaky:")) {
    const below = rational(value.slice("leaky:".length), at);
    const steepness = greater(below.d, greater(below.n, -below.n));
    return { ...RAMP, below, lipschitz: ratio(steepness, below.d) };
  }
  const [alpha, gamma] = mixture(value, at);
  const steepest = ratio(4n * alpha.d * gamma.d + alpha.n * gamma.n, 4n * alpha.d * gamma.d);
  const most = ratio(7n * alpha.d + 10n * alpha.n, 10n * alpha.d);
  return { ...facts([100, 100], [0, 0], undefined, "none"), lipschitz: steepest, most };
}

/** α and γ of softplus(z) + α·sigmoid(γz). */
export function mixture(name: string, at: string): readonly [Rational, Rational] {
  const prefix = "softplus+sigmoid:";
  const parts = name.slice(prefix.length).split(",");
  demand(name.startsWith(prefix) && parts.length === 2, "activation", at, "nothing is known of it");
  const [alpha, gamma] = [rational(entry(parts, 0), at), rational(entry(parts, 1), at)];
  demand(alpha.n > 0n && gamma.n > 0n, "activation", at, "not two positive numbers");
  return [alpha, gamma];
}

/** A range that holds σ(z) for all z of a range. */
export function image(sigma: Named, range: Interval): Interval {
  const { lo, hi } = range;
  const ends = lo < 0n && hi > 0n ? [0n, lo, hi] : [lo, hi];
  const ramps = ends.map((z) => share(z, z > 0n ? sigma.above : sigma.below));
  const least = ramps.map((ramp) => ramp.lo).reduce(lesser) + share(UNIT, sigma.least).lo;
  const most = ramps.map((ramp) => ramp.hi).reduce(greater) + share(UNIT, sigma.most).hi;
  if (sigma.atZero === undefined) return { lo: least, hi: most };
  const reach = share(size(range), sigma.lipschitz).hi;
  const atZero = share(UNIT, sigma.atZero);
  return { lo: greater(least, atZero.lo - reach), hi: lesser(most, atZero.hi + reach) };
}
