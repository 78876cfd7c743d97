import { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { placementCodes, placements, shortened, subspacesAlong } from "../paths/placementWay.js";
import { signedMeetingCriterion } from "./signedIntersection.js";

/**
 * A chain of subspaces with mirrored units between two of them, m > r, where each meets the next: that of
 * `placementWay`, where a label has a unit with a sign. It works at any size, but isn't always shortest.
 *
 * @throws RangeError if sizes or parities differ, or m = r.
 */
export function signedPlacementWay(
  start: SignedLabelledPartition,
  goal: SignedLabelledPartition,
): SignedLabelledPartition[] {
  const { r, m, parity } = start;
  if (goal.r !== r || goal.m !== m || goal.parity !== parity || m === r)
    throw new RangeError(`a way from (${r}, ${m}), ${parity}, to (${goal.r}, ${goal.m}), ${goal.parity}`);
  const subspaceOf = (...placed: readonly (readonly number[])[]): SignedLabelledPartition => {
    const signs = new Array<number>(m).fill(1);
    for (const place of placed.flat()) signs[place % m] = place < m ? 1 : -1;
    return SignedLabelledPartition.canonical(placementCodes(m, ...placed), signs, r, parity);
  };
  const [first, target] = placements(placesOf(start), placesOf(goal));
  const between = subspacesAlong(first, target, m, subspaceOf);
  return shortened([start, ...between, goal], signedMeetingCriterion);
}

/** The places of the units of each label: m + unit for one that is mirrored. */
function placesOf({ labelledBlocks, signs, m }: SignedLabelledPartition): number[][] {
  return labelledBlocks.map((block) => block.map((unit) => (signs[unit] === -1 ? m + unit : unit)));
}
