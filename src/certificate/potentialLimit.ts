import { lcm } from "../exact/numbers/integer.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";

/**
 * The limits of SPEC.md for θ and for the ends of a path under a potential. The second leaves room for sums.
 */
const [MOST_CHARACTERS, MOST_DIGITS] = [2 ** 16, 4090];

/**
 * Whether the checker takes a potential with these networks: over one denominator, their outgoing vectors are
 * short enough to test membership thousands of times.
 */
export function fitsPotential(networks: readonly TwoLayerNetwork[]): boolean {
  const units = networks.flatMap(({ units }) => units);
  const common = units.reduce((multiple, { outgoing }) => lcm(multiple, outgoing.denominator), 1n);
  if (String(common).length > MOST_DIGITS) return false;
  const scaled = units.map(({ outgoing: { numerators, denominator } }) =>
    numerators.map((numerator) => String(numerator * (common / denominator))),
  );
  // The checker spells whole numbers as n/1.
  const incoming = units.map(({ incoming }) => incoming.toStrings().map((text) => `${text}/1`));
  const length = [...scaled, ...incoming].join().length + units.length;
  return length <= MOST_CHARACTERS && scaled.flat().every((text) => text.length <= MOST_DIGITS);
}
