import { requireArguments } from "../../exact/plainJavaScript.js";
import { entry } from "../../exact/entry.js";
import { LabelledPartition } from "../partitions/labelledPartition.js";
import type { SignedLabelledPartition } from "./signedLabelledPartition.js";

/**
 * The labelled partition of 2m units and 2r labels that a signed one is: unit i and its mirror image m + i,
 * label t and its mirror image r + t. A block with a label has the units with sign 1, and the images of those
 * with sign −1; its own image has the others. So has a zero block; a silent one is its own image.
 *
 * Mirroring a unit twice gives it back, so a network and the images of its units together are a network that
 * mirroring leaves unchanged. Whatever is said of incoming vectors by blocks can be said of this one without
 * signs: which of them must be equal, which are ±w_t, and which must be 0, being equal to their own images.
 *
 * @example doubleCover(SignedLabelledPartition.of([1, 0, -1], [-1, 1, 0], 1, "odd")).codes
 * // [2, 0, -1, 1, -2, -1]
 */
export function doubleCover(partition: SignedLabelledPartition): LabelledPartition {
  requireArguments({ signedPartition: { partition } });
  const { codes, signs, r } = partition;
  const side = (image: 1 | -1): number[] =>
    codes.map((code, unit) => {
      const isMirrored = entry(signs, unit) * image < 0;
      if (code > 0) return isMirrored ? r + code : code;
      return isMirrored ? 2 * code - 1 : 2 * code;
    });
  return LabelledPartition.canonical([...side(1), ...side(-1)], 2 * r);
}
