import type { VerificationResult } from "../../claims/claimResult.js";
import { badges, controlsLine, foundTables, outcome, proofsLine, sentence } from "./wording.js";

/** The table of claims in Markdown, each with its evidence, for a summary page of continuous integration. */
export function markdown(result: VerificationResult): string {
  const { maxM, seed, version, claims } = result;
  const rows = claims.map(
    (claim) =>
      `| ${claim.id} | ${badges(claim).join("<br>")} | ${cell(claim.title)} | ${cell(claim.source)} |`,
  );
  const details = claims.flatMap(({ id, statement, verdicts }) =>
    verdicts[0]?.kind === "missing"
      ? []
      : [`- **${id}**: ${cell(statement)}`, ...verdicts.map((verdict) => `  - ${cell(sentence(verdict))}`)],
  );
  const tables = foundTables(result).flatMap(({ title, head, rows: found }) => [
    "",
    `## ${cell(title)}`,
    "",
    ...[head, head.map(() => "---"), ...found].map((row) => `| ${row.map(cell).join(" | ")} |`),
  ]);
  return [
    `# equiloss ${version}: ${outcome(result).toLowerCase()}`,
    "",
    `Largest m ${maxM}, seed ${seed}. ${cell(proofsLine(result))}. ${cell(controlsLine(result))}.`,
    "",
    "| claim | verdicts | title | source |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "## Evidence",
    "",
    ...details,
    ...tables,
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
