import { everyPartition } from "./partition.js";
import { sizes } from "./request.js";
import { fields } from "./values.js";
import type { Expected } from "./verdict.js";

/**
 * Kind `enumeration`, claim `thm-3.1-count`. An acceptance proves that m neurons have exactly T(r,m) labelled
 * partitions with labels 1…r: the list has each of them once, and T(r,m) by its recurrence is the list's
 * length. It says nothing of subspaces. That distinct partitions have distinct subspaces is
 * `thm-3.1-distinct`.
 */
export function enumeration(body: unknown, expected: Expected): string {
  const members = fields(body, ["m", "partitions", "r"], "body");
  const [r, m] = sizes(members, expected);
  const partitions = everyPartition(members.partitions, r, m, "body.partitions");
  return `there are T(${r},${m}) = ${partitions.length} labelled partitions of ${m} neurons with ${r} labels, no other`;
}
