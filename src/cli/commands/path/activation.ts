import { InputError } from "../../../exact/inputError.js";
import { type ActivationSymmetry, symmetryWords } from "../../../network/activations/activationSymmetry.js";
import { SYMMETRY_NAMES, parseSymmetry } from "../../../network/activations/namedSymmetries.js";
import { activationOption, symmetryOption } from "../../options/activationOption.js";
import { scaledToo } from "../../options/mirrorOptions.js";

/** What `--activation` of `path` asks for. */
export interface PathActivation {
  /** A form of which the loss is drawn. */
  readonly activation?: string;
  /** The name of an activation by which neurons may be mirrored. */
  readonly mirroredFor?: string;
}

/**
 * Reads the option `--activation` of `path`: a polynomial or a quotient of two, or the name of an odd or even
 * activation.
 *
 * @throws InputError that names the option for any other text, and for activations by which a mirrored neuron
 *   leaves a constant or a linear part, which networks of two layers without biases cannot hold.
 */
export function pathActivation(text: string | undefined): PathActivation {
  if (text === undefined) return {};
  if (/^(poly|ratio):/.test(text)) return { activation: activationOption(text).name };
  const symmetry = symmetryOption(text);
  const problem = leftBehind(symmetry);
  if (problem === undefined) return { mirroredFor: symmetry.name };
  const names = SYMMETRY_NAMES.filter((name) => leftBehind(parseSymmetry(name)) === undefined);
  const repair = `give one of ${names.join(", ")}, or leave it out, and no neuron is mirrored`;
  throw new InputError(problem, repair, "--activation");
}

/** Why a path cannot mirror neurons for an activation; undefined if it can. */
function leftBehind(symmetry: ActivationSymmetry): string | undefined {
  const { name, constant, slope, isHomogeneous } = symmetry;
  if (isHomogeneous) return scaledToo(name);
  const leaves = (part: string, place: string): string =>
    `${name} is ${symmetryWords(symmetry)}, so a mirrored neuron leaves a ${part}, and the networks have no ` +
    `${place} to take it`;
  if (!constant.equals(0n)) return leaves("constant", "output bias");
  return slope.equals(0n) ? undefined : leaves("linear part", "skip connection");
}
