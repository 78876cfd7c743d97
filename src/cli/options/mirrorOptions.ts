import { type Mirroring, UNMIRRORED } from "../../combinatorics/mirroring.js";
import { InputError } from "../../exact/inputError.js";
import { rational } from "../../exact/numbers/rational.js";
import type { Parity } from "../../exact/parity.js";
import { type ActivationSymmetry, symmetryWords } from "../../network/activations/activationSymmetry.js";
import { SYMMETRY_NAMES, parseSymmetry } from "../../network/activations/namedSymmetries.js";
import { placed } from "./placed.js";
import { MAX_WIDTH } from "./sizeArguments.js";

const ZERO = rational(0n);

/** What was typed of the options by which neurons may be mirrored. */
export interface MirrorOptions {
  readonly activation?: string;
  readonly parity?: Parity;
}

/** How neurons may be mirrored, as plain data: not at all if there is no parity. */
export interface Mirrored {
  readonly parity?: Parity;
  /**
   * Whether a neuron of w = 0 is silent: for an odd part, and for an even one that is 0 at 0, as those of
   * SiLU and GELU.
   */
  readonly silent?: boolean;
  /** The activation in words, if one was named. */
  readonly activation?: string;
}

/**
 * Reads the options by which neurons may be mirrored.
 *
 * @throws InputError that names the option, unless it has the name of an activation whose neurons have one
 *   mirror image each.
 */
export function mirrorOptions({ activation, parity }: MirrorOptions): Mirrored {
  if (activation === undefined) return parity === undefined ? {} : { parity, silent: parity === "odd" };
  return placed("--activation", () => {
    const symmetry = parseSymmetry(activation);
    if (symmetry.parity === undefined || symmetry.isHomogeneous) refuseHomogeneous(symmetry);
    const silent = symmetry.parity === "odd" || symmetry.rationalValue(ZERO)?.equals(0n) === true;
    return { parity: symmetry.parity, silent, activation: inWords(symmetry) };
  });
}

/** The mirroring that the counts take. */
export function mirroringFor({ parity, silent }: Mirrored): Mirroring {
  return parity === undefined ? UNMIRRORED : { images: 2, silent: silent === true ? 1 : 0 };
}

/** The largest m whose counts are computed. */
export function largestWidth({ parity }: Mirrored): number {
  return parity === undefined ? MAX_WIDTH : MAX_WIDTH / 2 - 1;
}

/** For a person, how neurons are mirrored; no line if they aren't. */
export function mirrorLines({ parity, silent, activation }: Mirrored): string[] {
  if (parity === undefined) return [];
  const image = parity === "odd" ? "(−w, −a)" : "(−w, a)";
  const orSilent = silent === true ? ", and silent at w = 0" : "";
  return [`${activation ?? `${parity} activation`}: a neuron (w, a) may be mirrored to ${image}${orSilent}`];
}

function inWords(symmetry: ActivationSymmetry): string {
  const words = symmetryWords(symmetry);
  if (!symmetry.constant.equals(0n)) return `${symmetry.name} = ${words}, with an output bias`;
  if (!symmetry.slope.equals(0n)) return `${symmetry.name} = ${words}, with a linear skip connection`;
  return `${symmetry.name}, ${words}`;
}

function refuseHomogeneous({ name }: ActivationSymmetry): never {
  const others = SYMMETRY_NAMES.filter((other) => !parseSymmetry(other).isHomogeneous);
  throw new InputError(scaledToo(name), `give one of ${others.join(", ")}`);
}

/** What is in the way with a homogeneous activation. */
export function scaledToo(name: string): string {
  return `with ${name} neurons may be scaled too, so the networks that compute the same are no affine subspaces`;
}
