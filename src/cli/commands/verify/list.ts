import type { Claim } from "../../../claims/evidence/claim.js";
import { type KindCounts, LEGEND, kindLetters, kindsOf } from "../../../claims/evidence/kinds.js";
import { EXIT } from "../../terminal/errors.js";
import { printResult } from "../outputs.js";

/** A claim, and how many verdicts of each kind it gets. */
interface ListedClaim extends Pick<Claim, "id" | "title" | "source"> {
  readonly verdicts: KindCounts;
  /** Which part the theorems prove, if not the whole. */
  readonly provedInPart?: string;
}

/** What `equiloss verify --list` prints as JSON. */
export interface ClaimsList {
  readonly claims: readonly ListedClaim[];
}

/** Prints the ids, kinds of verdict and titles of claims, and runs nothing. Returns the exit code. */
export function printList(claims: readonly Claim[], options: { readonly json?: boolean }): number {
  const list: ClaimsList = { claims: claims.map(listedClaim) };
  printResult(options, "claims", list, () => table(claims).join("\n"));
  return EXIT.held;
}

function listedClaim(claim: Claim): ListedClaim {
  const { id, title, source, provedInPart } = claim;
  const part = provedInPart === undefined ? {} : { provedInPart: provedInPart.part };
  return { id, title, source, verdicts: kindsOf(claim), ...part };
}

/** A line for each claim, and the meaning of the letters. */
function table(claims: readonly Claim[]): string[] {
  const rows = claims.map((claim) => ({ id: claim.id, letters: kindLetters(claim), title: claim.title }));
  const ids = Math.max(...rows.map(({ id }) => id.length));
  const kinds = Math.max(...rows.map(({ letters }) => letters.length));
  const lines = rows.map(({ id, letters, title }) => `${id.padEnd(ids)}  ${letters.padEnd(kinds)}  ${title}`);
  return [...lines, "", `Verdicts: ${LEGEND}.`];
}
