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
  const rows = claims.map((claim) => {
    const title = titleLines(claim).map(cell).join("<br>");
    return `| ${claim.id} | ${badges(claim).join("<br>")} | ${title} | ${cell(claim.source)} |`;
  });
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
  const tables = foundTables(result).flatMap(({ title, head, rows: values }) => [
    "",
    `## ${cell(title)}`,
    "",
    ...[head, head.map(() => "---"), ...values].map((row) => `| ${row.map(cell).join(" | ")} |`),
  ]);
  const notes = [proofsLine(result), controlsLine(result), ...unmetLines(result)];
  return [
    `# equiloss ${version}: ${outcome(result).toLowerCase()}`,
    "",
    `Largest m ${maxM}, seed ${seed}. ${notes.map(cell).join(". ")}.`,
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

/** The argument and the limits of a claim, if it has them. */
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
