import { type Kind, KINDS } from "../checker/kinds.js";
import type { Expected } from "../checker/verdict.js";
import { Unjudged } from "./answers.js";
import type { Call } from "./calls.js";
import { connected } from "./connected.js";
import { critical } from "./critical.js";
import { enumeration } from "./enumeration.js";
import { inertia } from "./inertia.js";
import { layeredPath } from "./layeredPath.js";
import { mirroredPath } from "./mirroredPath.js";
import { path } from "./path.js";
import { demandWhole } from "./printed.js";
import { splitting } from "./splitting.js";

/** The kinds that there is a function for, and how their bodies are read. */
export const READERS: ReadonlyMap<string, (body: unknown, expected: Expected) => Call> = new Map([
  ["enumeration", enumeration],
  ["connected", connected],
  ["path", path],
  ["mirrored-path", mirroredPath],
  ["layered-path", layeredPath],
  ["inertia", inertia],
  ["critical", critical],
  ["splitting", splitting],
]);

/**
 * All kinds, with the claims that they settle and what the caller may give, as the checker has them; what a
 * body comes to is handed on, once it is clear that nothing of the body was lost.
 */
export function kindsFor(handOn: (call: Call) => string): readonly Kind[] {
  return KINDS.map((one) => ({
    ...one,
    run: (body, expected) => {
      const read = READERS.get(one.kind);
      if (read === undefined) throw new Unjudged(`certificates of kind ${one.kind}`);
      const call = read(body, expected);
      demandWhole(call, body, expected);
      return handOn(call);
    },
  }));
}
