import type { Claim } from "../../../claims/evidence/claim.js";
import type { ClaimResult, ProofsResult } from "../../../claims/evidence/claimResult.js";
import type { Proof } from "../../../coq/audit.js";
import { namedFromHere } from "../../files/packageFolder.js";
import { streams } from "../../terminal/streams.js";
import { fitted, layoutOf } from "../../terminal/wrapped.js";
import { badge, openPart, refutationLines, sentence, titleLines } from "../verify/reporters/wording.js";

/** The list of claims. */
const SOURCE = "src/claims/registry.ts";

/** A theorem about a claim, and the file under `proofs` that proves it. */
interface ExplainedTheorem {
  readonly theorem: string;
  readonly says: string;
  readonly file: string;
}

/** What `equiloss explain` tells of a claim: the claim, the verdicts of this run, and where all of it is. */
export interface Explanation extends ClaimResult {
  readonly theorems: readonly ExplainedTheorem[];
  /** Why the proofs have no verdict; absent if a kept run gave them one. */
  readonly proofsNotRun?: string;
  /** Where to look, in the source of the program. */
  readonly files: readonly string[];
}

/** What `equiloss explain` prints as JSON. */
export interface Explanations {
  readonly claims: readonly Explanation[];
}

/** Puts together what is known about a claim. */
export function explanation(
  { theorems = [], properties = [], evidence }: Claim,
  result: ClaimResult,
  proofs: ProofsResult,
  proofsInFolder: readonly Proof[],
): Explanation {
  const { id } = result;
  const proved = proofsInFolder.filter(({ statement }) => theorems.includes(statement.theorem));
  return {
    ...result,
    theorems: proved.map(({ statement: { theorem, says }, file }) => ({
      theorem,
      says,
      file: `proofs/${file}.v`,
    })),
    ...(proofs.ran || theorems.length === 0 ? {} : { proofsNotRun: proofs.reason }),
    files: [
      evidence.length === 0 ? SOURCE : `src/claims/${id}.ts`,
      ...(properties.length === 0 ? [] : [`properties/${id}.ts`]),
      ...(proved.length === 0 ? [] : ["proofs/Statements.v"]),
      "docs/claims.md",
    ],
  };
}

/** The explanation for a person, as wide as the terminal. */
export function explanationLines(explained: Explanation): string {
  const { id, source, statement, hypotheses, argument, limits, verdicts, theorems, files } = explained;
  const part = (name: string, texts: readonly string[]): string[] =>
    texts.length === 0 ? [] : ["", `${name}:`, ...texts.map((text) => `  - ${text}`)];
  const given = (text: string | undefined): string[] => (text === undefined ? [] : [text]);
  const [title, ...answers] = titleLines(explained);
  const lines = [
    ...[`${id}: ${title}`, ...answers],
    source,
    // A claim without evidence yet has its title only.
    ...part("States", statement === explained.title ? [] : [statement]),
    ...part("Needs", hypotheses),
    ...part("Because", given(argument)),
    ...part("Does not say", given(limits)),
    ...part(
      "Verdicts of this run",
      verdicts.map((verdict) =>
        verdict.kind === "refuted as stated" && verdict.held
          ? [badge(verdict), ...refutationLines(verdict)].join("\n    ")
          : `${badge(verdict)}: ${sentence(verdict)}`,
      ),
    ),
    ...part(
      "Theorems, in Coq",
      theorems.map(({ theorem, says, file }) => `${theorem} (${file}): ${says}`),
    ),
    ...part("Proofs", [...given(openPart(explained)), ...given(explained.proofsNotRun)]),
    ...part("Where to look", [files.map(namedFromHere).join(", ")]),
  ];
  // Prose is broken in a pipe too.
  return fitted(lines.join("\n"), { ...layoutOf(streams().stdout), isTerminal: true });
}
