import { bitLength } from "../../../exact/numbers/integer.js";
import type { LandscapePoint } from "../../../landscape/criticalPoints/landscapeAt.js";
import { counted } from "../../../exact/counted.js";

/** Seconds for the square of a bit: of the greatest common divisors that sums of fractions take. */
const SECONDS = 1e-9;

/** From here on a person is told. */
const LEAST_SECONDS = 10;

/**
 * How long the exact computation may take; undefined if that is a few seconds. A quotient has another
 * denominator at each w_i·x_k, so a sum over N data has a denominator of B bits, the sum of theirs, and each
 * of N additions takes greatest common divisors of such numbers: N·B² in all, times a constant that was
 * fitted to runs with 5 to 40 data. A polynomial's denominators divide one another.
 */
export function exactEstimate({ network, data, activation }: LandscapePoint): string | undefined {
  if (activation.kind === "polynomial") return undefined;
  const bits = data.inputs.reduce(
    (sum, input) =>
      network.units.reduce((own, { incoming }) => {
        const { s, n, d } = incoming.dot(input);
        return own + bitLength(activation.taylor(s * n, d, 1).denominator);
      }, sum),
    0,
  );
  const seconds = SECONDS * data.inputs.length * bits ** 2;
  if (seconds < LEAST_SECONDS) return undefined;
  return `about ${duration(seconds)}, for numbers of ${counted(bits, "bit")}; --enclose takes far less`;
}

/** In the largest unit that fits. */
function duration(seconds: number): string {
  const [size, unit] = seconds < 90 ? [1, "second"] : seconds < 5400 ? [60, "minute"] : [3600, "hour"];
  return counted(Math.ceil(seconds / size), unit);
}
