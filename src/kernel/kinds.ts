import { type Kind, KINDS } from "../checker/kinds.js";
import { Unjudged } from "./answers.js";
import { connected } from "./connected.js";
import { enumeration } from "./enumeration.js";
import { path } from "./path.js";

/** For each kind that the kernel judges, what reads a body and hands it to Coq's function. */
export const RUNS: ReadonlyMap<string, Kind["run"]> = new Map([
  ["enumeration", enumeration],
  ["connected", connected],
  ["path", path],
]);

/** All kinds, with the claims that they settle and what the caller may give, as the checker has them. */
export const KERNEL_KINDS: readonly Kind[] = KINDS.map((one) => ({
  ...one,
  run: RUNS.get(one.kind) ?? unjudged(one.kind),
}));

function unjudged(kind: string): Kind["run"] {
  return () => {
    throw new Unjudged(`certificates of kind ${kind}`);
  };
}
