import { entry } from "../../../exact/entry.js";
import { formatRational } from "../../../exact/numbers/rational.js";
import type { ClassifiedLayer } from "../../../trained/pruning/classify.js";
import type { UnitGroup } from "../../../trained/pruning/layerGroups.js";
import type { ReportedGroup } from "./report.js";
import { roundedUp } from "../../options/rounded.js";

/** The groups of a layer that are of note: those of several neurons, and single ones that do little. */
export function groupsOf(layer: ClassifiedLayer): ReportedGroup[] {
  const zeros = new Set(layer.zeroGroups);
  const byIncoming = layer.groups.flatMap((group, number) => {
    const isZero = zeros.has(number);
    if (group.members.length === 1 && !isZero) return [];
    const outgoingSum = entry(layer.outgoingSums, number).toStrings();
    const kind = !isZero ? "copies" : group.members.length === 1 ? "silent" : "zero";
    return [{ kind, ...membersOf(group), outgoingSum } as const];
  });
  const together = (kind: ReportedGroup["kind"], units: readonly number[]): ReportedGroup[] =>
    units.length === 0 ? [] : [{ kind, units: units.map((unit) => unit + 1) }];
  return [
    ...byIncoming,
    ...together("constant", layer.constants),
    ...together("dead", layer.dead),
    ...together("linear", layer.linear),
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
