import type { VerificationResult } from "../../claims/claimResult.js";
import { badges, sentence } from "./wording.js";

/** The table of claims in Markdown, each with its evidence, for a summary page of continuous integration. */
export function markdown({ ok, maxM, seed, version, claims }: VerificationResult): string {
  const rows = claims.map(
    (claim) =>
      `| ${claim.id} | ${badges(claim).join("<br>")} | ${cell(claim.title)} | ${cell(claim.source)} |`,
  );
  const details = claims.flatMap(({ id, statement, verdicts }) =>
    verdicts[0]?.kind === "missing"
      ? []
      : [`- **${id}**: ${cell(statement)}`, ...verdicts.map((verdict) => `  - ${cell(sentence(verdict))}`)],
  );
  return [
    `# equiloss ${version}: ${ok ? "every check held" : "some checks failed"}`,
    "",
    `Largest m ${maxM}, seed ${seed}.`,
    "",
    "| claim | verdicts | title | source |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "## Evidence",
    "",
    ...details,
  ].join("\n");
}

function cell(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("|", "\\|")
    .replaceAll("\n", " ")
    .replaceAll("<", "&lt;")
    .replaceAll("*", "\\*");
}
