import checkers from "#kernel";
import { fields } from "../checker/values.js";
import type { Expected } from "../checker/verdict.js";
import { demandTrue } from "./answers.js";
import { manyCodes, widths } from "./lists.js";

/** Kind `enumeration`: the theorem is `SoundEnumeration`. */
export function enumeration(body: unknown, expected: Expected): string {
  const members = fields(body, ["m", "partitions", "r"], "body");
  const [r, m] = widths(members, expected);
  const partitions = manyCodes(members.partitions, "body.partitions");
  demandTrue("check_enumeration", checkers.check_enumeration(r, m, partitions));
  return `check_enumeration is true of r = ${r}, m = ${m} and the ${partitions.length} partitions`;
}
