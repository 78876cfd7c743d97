import { fields } from "../checker/values.js";
import type { Expected } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import { manyCodes, widths } from "./lists.js";

/** Kind `enumeration`: the theorem is `SoundEnumeration`. */
export function enumeration(body: unknown, expected: Expected): Call {
  const members = fields(body, ["m", "partitions", "r"], "body");
  const [r, m] = widths(members, expected);
  const partitions = manyCodes(members.partitions, "body.partitions");
  return { name: "check_enumeration", arguments: [r, m, partitions] };
}
