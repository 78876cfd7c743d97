import { InputError } from "../exact/inputError.js";
import { parseRational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { seededIntegers } from "./seededIntegers.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "./twoLayerNetwork.js";

/** Weights are p/q with |p| and q up to these bounds. */
const NUMERATOR = 9;
const DENOMINATOR = 6;

/**
 * A random irreducible network (Def. 3.1): distinct incoming vectors and nonzero outgoing ones, with weights
 * of small numerators and denominators. The same arguments give the same network.
 *
 * @param r its width, 0 or more.
 * @param inputDimension d_in ≥ 1.
 * @param outputDimension d_out ≥ 1.
 * @param seed a 32-bit integer.
 * @throws InputError if the draws don't give r distinct incoming vectors, since there are too few weights.
 * @example randomIrreducible(3, 2, 1, 7).units.length === 3
 */
export function randomIrreducible(
  r: number,
  inputDimension: number,
  outputDimension: number,
  seed: number,
): TwoLayerNetwork {
  const draw = seededIntegers(seed, `network ${inputDimension}-${r}-${outputDimension}`);
  const weight = (): string => `${draw(-NUMERATOR, NUMERATOR)}/${draw(1, DENOMINATOR)}`;
  const vector = (dimension: number): RationalVector =>
    RationalVector.fromRationals(Array.from({ length: dimension }, () => parseRational(weight())));
  const units = new Map<string, Unit>();
  for (let tries = 0; units.size < r; tries += 1) {
    if (tries > 1000 + 10 * r) {
      throw new InputError(
        `no ${r} distinct incoming vectors of dimension ${inputDimension} found`,
        "use a larger d_in",
      );
    }
    const [incoming, outgoing] = [vector(inputDimension), vector(outputDimension)];
    if (!outgoing.isZero()) units.set(incoming.key, { incoming, outgoing });
  }
  return twoLayerNetwork(inputDimension, outputDimension, [...units.values()]);
}
