import { entry } from "../../../exact/entry.js";
import { formatRational } from "../../../exact/numbers/rational.js";
import type { ClassifiedLayer } from "../../../trained/pruning/classify.js";
import type { UnitGroup } from "../../../trained/pruning/layerGroups.js";
import type { ReportedGroup } from "./report.js";
import { rounded, roundedUp } from "./rounded.js";

/** The groups of a layer that are of note: those of several neurons, and single ones that do little. */
export function groupsOf(layer: ClassifiedLayer): ReportedGroup[] {
  const byIncoming = layer.groups.flatMap((group, number) => {
    const isZero = layer.zeroGroups.has(number);
    if (group.members.length === 1 && !isZero) return [];
    const outgoingSum = entry(layer.outgoingSums, number).toRationals().map(rounded);
    const kind = !isZero ? "copies" : group.members.length === 1 ? "silent" : "zero";
    return [{ kind, ...membersOf(group), outgoingSum } as const];
  });
  const single = (kind: ReportedGroup["kind"], units: Iterable<number>): ReportedGroup[] =>
    [...units].map((unit) => ({ kind, units: [unit + 1] }));
  return [
    ...byIncoming,
    ...single("constant", layer.constants.keys()),
    ...single("dead", layer.dead),
    ...single("linear", layer.linear),
  ];
}

function membersOf({ members, signs, scales, spread }: UnitGroup): Omit<ReportedGroup, "kind"> {
  const isScaled = scales.some((scale) => !scale.equals(1n));
  return {
    units: members.map((unit) => unit + 1),
    ...(signs.includes(-1) && { signs }),
    ...(isScaled && { scales: scales.map(formatRational) }),
    ...(members.length > 1 && { spread: roundedUp(spread) }),
  };
}
