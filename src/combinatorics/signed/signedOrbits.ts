import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { binomial } from "../counts/binomial.js";
import { type Orbit, descendingSizes, orbitRepresentative, orbitSize, orbits } from "../partitions/orbits.js";
import { type Permutation, requirePermutation } from "../partitions/relabelling.js";
import { requireSize } from "../requireSize.js";
import type { Parity } from "./parity.js";
import { SignedLabelledPartition } from "./signedLabelledPartition.js";

/**
 * An orbit of the signed labelled partitions under the hyperoctahedral group, which permutes and mirrors
 * units, and the permutations of labels. It is named by the sizes of blocks. To mirror a label is to mirror
 * the units of its block, so this makes no orbits larger.
 *
 * @example signedOrbitOf(SignedLabelledPartition.of([0, 1], [0, -1], 1, "odd"))
 *   // { labelledSizes: [1], zeroSizes: [], silentSize: 1 }
 */
export interface SignedOrbit extends Orbit {
  /** How many units are silent; not counted among the zero blocks. */
  readonly silentSize: number;
}

/**
 * All orbits, each once: by the number of silent units, and then as those of labelled partitions of the
 * others. Their {@link signedOrbitSize}s add up to T(r, m) at this parity.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer; TypeError if the parity is none.
 * @example [...signedOrbits(1, 2, "odd")].length === 3
 */
export function* signedOrbits(r: number, m: number, parity: Parity): Generator<SignedOrbit, void, undefined> {
  requireArguments({ parity: { parity } });
  requireSize("r", r);
  requireSize("m", m);
  const most = parity === "odd" ? m - r : 0;
  for (let silentSize = 0; silentSize <= most; silentSize++)
    for (const orbit of orbits(r, m - silentSize)) yield { ...orbit, silentSize };
}

/**
 * The orbit that a signed labelled partition lies in: the sizes of its blocks, each list descending.
 *
 * @example signedOrbitOf(SignedLabelledPartition.of([1, 0, 0], [1, 1, -1], 1, "even")).zeroSizes // [2]
 */
export function signedOrbitOf(partition: SignedLabelledPartition): SignedOrbit {
  requireArguments({ signedPartition: { partition } });
  const { labelledBlocks, freeBlocks, silentUnits } = partition;
  return speaking({
    labelledSizes: descendingSizes(labelledBlocks),
    zeroSizes: descendingSizes(freeBlocks),
    silentSize: silentUnits.length,
  });
}

/**
 * The signed labelled partition that represents an orbit: blocks of consecutive units, none mirrored, silent
 * ones last.
 *
 * @throws InputError if there are silent units at even parity.
 * @example signedOrbitRepresentative({ labelledSizes: [1], zeroSizes: [], silentSize: 1 }, "odd").signs
 *   // [1, 0]
 */
export function signedOrbitRepresentative(orbit: SignedOrbit, parity: Parity): SignedLabelledPartition {
  requireArguments({ "{ labelledSizes, zeroSizes, silentSize }": { orbit } });
  const { codes, r, zeroBlockCount } = orbitRepresentative(orbit);
  const silent = new Array<number>(orbit.silentSize).fill(0);
  const signs = [...codes.map(() => 1), ...silent];
  return SignedLabelledPartition.of([...codes, ...silent.map(() => 0 - zeroBlockCount)], signs, r, parity);
}

/**
 * The number of signed labelled partitions in an orbit: the choices of silent units, times the labelled
 * partitions of the others, times their signings, 2 for each unit but one of each zero block.
 *
 * @throws RangeError if a size is not a nonnegative safe integer.
 * @example signedOrbitSize({ labelledSizes: [1], zeroSizes: [2], silentSize: 1 }) === 48n
 */
export function signedOrbitSize(orbit: SignedOrbit): bigint {
  requireArguments({ "{ labelledSizes, zeroSizes, silentSize }": { orbit } });
  const { labelledSizes, zeroSizes, silentSize } = orbit;
  const others = [...labelledSizes, ...zeroSizes].reduce((sum, size) => sum + size, 0);
  const signings = 1n << BigInt(others - zeroSizes.length);
  return binomial(others + silentSize, silentSize) * orbitSize(orbit) * signings;
}

/**
 * The signed labelled partition in which unit π(i) has the block of unit i, and its sign times the i-th of
 * the given ones: a left action of the hyperoctahedral group.
 *
 * @param signs 1 or −1 for each unit.
 * @throws InputError if π is not a permutation of 0…m−1, or if there is not a sign 1 or −1 for each.
 * @example mirrorUnits(SignedLabelledPartition.of([1], [1], 1, "odd"), [0], [-1]).signs // [-1]
 */
export function mirrorUnits(
  partition: SignedLabelledPartition,
  permutation: Permutation,
  signs: readonly number[],
): SignedLabelledPartition {
  requireArguments({ signedPartition: { partition }, codes: { permutation }, signs: { signs } });
  if (signs.length !== partition.m || signs.some((sign) => sign !== 1 && sign !== -1)) {
    throw new InputError(
      `[${signs.join(", ")}] are not ${partition.m} signs`,
      "give 1 or -1 for each neuron",
    );
  }
  requirePermutation(permutation, partition.m, "neurons");
  const moved = <Item>(items: readonly Item[]): Item[] => {
    const images = [...items];
    permutation.forEach((image, unit) => {
      images[image] = entry(items, unit);
    });
    return images;
  };
  const turned = partition.signs.map((sign, unit) => sign * entry(signs, unit));
  return SignedLabelledPartition.canonical(
    moved(partition.codes),
    moved(turned),
    partition.r,
    partition.parity,
  );
}
