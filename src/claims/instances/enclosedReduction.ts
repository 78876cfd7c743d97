import { entry } from "../../exact/entry.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { namedValues } from "../../landscape/activations/namedValues.js";
import {
  enclosed,
  intervalMultiLayer,
  intervalOutput,
} from "../../landscape/enclosures/intervalMultiLayer.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { SYMMETRY_NAMES, parseSymmetry } from "../../network/activations/namedSymmetries.js";
import {
  type SymmetricMultiLayerReduction,
  reduceMultiLayerFor,
} from "../../network/activations/symmetricReduction.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { inputOf, mirroredNetwork } from "./mirroredNetworks.js";

/** Enclosures must be narrower than 2^−100; the other bits absorb what weights and layers add. */
const WIDTH = 100;
const PRECISION = WIDTH + 50;

/** A network and its input, for an activation. */
export interface EnclosedCase {
  readonly symmetry: ActivationSymmetry;
  readonly network: MultiLayerNetwork;
  readonly input: RationalVector;
}

/** The named activations, and one whose slopes below and above 0 have different signs. */
export const ENCLOSED_NAMES: readonly string[] = [...SYMMETRY_NAMES, "leaky:-1"];

/** A network with mirrored, scaled, constant and silent units for every seed below a number. */
export function* enclosedCases(networks: number, names = ENCLOSED_NAMES): Generator<EnclosedCase> {
  for (const symmetry of names.map(parseSymmetry)) {
    for (let seed = 0; seed < networks; seed += 1) {
      const network = mirroredNetwork(seed);
      yield { symmetry, network, input: inputOf(network, seed) };
    }
  }
}

/**
 * Encloses the outputs of a network and of its reduced one at the input. If the functions are equal, the
 * enclosures intersect; if outputs differ by 2^−99 or more, they don't.
 */
export function checkEnclosed(
  { symmetry, network, input }: EnclosedCase,
  { matrices }: Pick<SymmetricMultiLayerReduction, "matrices"> = reduceMultiLayerFor(network, symmetry),
): string | undefined {
  const activation = namedValues(symmetry.name);
  const [before, after] = [network, matrices].map((net) =>
    intervalOutput(intervalMultiLayer(net, PRECISION), enclosed(input, PRECISION), activation),
  );
  if (before === undefined || before.length !== after?.length) return "outputs of different dimensions";
  const at = `for ${symmetry.name} at x = ${input.toStrings().join(", ")}`;
  for (const [output, value] of before.entries()) {
    const other = entry(after, output);
    if ([value, other].some(({ lower, upper }) => (upper - lower) >> BigInt(PRECISION - WIDTH) > 0n))
      return `an enclosure wider than 2^−${WIDTH}, ${at}`;
    if (value.intersection(other) === undefined) return `output ${output + 1} differs, ${at}`;
  }
  return undefined;
}
