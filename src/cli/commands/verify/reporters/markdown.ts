import type { ClaimResult, VerificationResult } from "../../../../claims/evidence/claimResult.js";
import {
  badges,
  controlsLine,
  foundTables,
  openPart,
  outcome,
  proofsLine,
  sentence,
  titleLines,
  unmetLines,
} from "./wording.js";

/** The table of claims in Markdown, each with its evidence, for a summary page of continuous integration. */
export function markdown(result: VerificationResult): string {
  const { maxM, seed, version, claims } = result;
  const rows = claims.map(
    (claim) =>
      `| ${claim.id} | ${badges(claim).join("<br>")} | ${titleLines(claim).map(cell).join("<br>")} | ${cell(claim.source)} |`,
  );
  const details = claims.flatMap((claim) =>
    claim.verdicts[0]?.kind === "missing"
      ? []
      : [
          `- **${claim.id}**: ${cell(claim.statement)}`,
          ...[...reasons(claim), openPart(claim), ...claim.verdicts.map(sentence)]
            .filter((line) => line !== undefined)
            .map((line) => `  - ${cell(line)}`),
        ],
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
    `Largest m ${maxM}, seed ${seed}. ${[proofsLine(result), controlsLine(result), ...unmetLines(result)].map(cell).join(". ")}.`,
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

/** Why it is so and what is not claimed, as far as the claim says. */
function reasons({ argument, limits }: ClaimResult): string[] {
  return [
    ...(argument === undefined ? [] : [`argument: ${argument}`]),
    ...(limits === undefined ? [] : [`limits: ${limits}`]),
  ];
}

function cell(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll("|", "\\|")
    .replaceAll("\n", " ")
    .replaceAll("<", "&lt;")
    .replaceAll("*", "\\*");
}
