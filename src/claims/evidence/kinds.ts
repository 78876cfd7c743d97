import type { Claim } from "./claim.js";
import { evidenceOf } from "./evidenceOf.js";
import type { Verdict } from "./verdict.js";

/** The kinds of verdict in the order of tables, each with the letter that stands for it there. */
export const LETTERS = {
  proved: "P",
  exhaustive: "E",
  certified: "C",
  sampled: "S",
  numeric: "N",
  "refuted as stated": "R",
  missing: "M",
} as const satisfies Record<Verdict["kind"], string>;

/** What the letters mean, for the foot of a table. */
export const LEGEND =
  "P proved in Coq, p proved in part, E exhaustive on a range, C certified instances, S sampled, " +
  "N numeric in floats, R refuted as stated, M missing";

/** How many verdicts of each kind a claim gets, if its theorems and all its evidence are run. */
export type KindCounts = Readonly<Partial<Record<Verdict["kind"], number>>>;

/** The kinds of a claim's verdicts, from what the claim itself lists: nothing is run. */
export function kindsOf(claim: Claim): KindCounts {
  const { theorems = [] } = claim;
  const kinds: Verdict["kind"][] = theorems.map(() => "proved");
  kinds.push(...evidenceOf(claim).map(({ kind }) => kind));
  if (kinds.length === 0) return { missing: 1 };
  return Object.fromEntries(
    Object.keys(LETTERS).flatMap((kind) => {
      const count = kinds.filter((other) => other === kind).length;
      return count === 0 ? [] : [[kind, count]];
    }),
  );
}

/** The letters of a claim's kinds, such as "PES". */
export function kindLetters(claim: Claim): string {
  const kinds = kindsOf(claim);
  return Object.entries(LETTERS)
    .flatMap(([kind, letter]) => (kind in kinds ? [letter] : []))
    .join("")
    .replace("P", claim.provedInPart === undefined ? "P" : "p");
}
