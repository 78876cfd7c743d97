import type { ReportedClaim, Site } from "./data/site.js";

/**
 * The claims of a site in Markdown: a table of all, then each with what it says, what is refuted of it, its
 * verdicts and its theorems; and the figures by their files.
 */
export function claimsMarkdown(site: Site): string {
  const { version, claims, run, figures, folders } = site;
  const told =
    run === undefined
      ? ["No run was given, so these are no verdicts but the kinds of verdict that a run gives."]
      : [`Verdicts of the run that ${run.file} tells of:`, "", ...[...run.lines, run.digest].map(item)];
  return [
    `# equiloss ${version}: claims`,
    "",
    ...told,
    "",
    "| claim | by | title | source |",
    "| --- | --- | --- | --- |",
    ...claims.map(
      (claim) =>
        `| [${claim.id}](#${anchorOf(claim.id)}) | ${badgesOf(claim).map(safe).join("<br>")} | ` +
        `${safe(claim.title)} | ${safe(claim.source)} |`,
    ),
    "",
    ...claims.flatMap(claimLines),
    "## Figures",
    "",
    ...[...figures, folders].map(({ name, title, csv }) => {
      const files = [
        `[SVG](figures/${name}.svg)`,
        ...(csv === undefined ? [] : [`[CSV](figures/${name}.csv)`]),
      ];
      return `- ${safe(title)}: ${files.join(", ")}`;
    }),
    "",
  ].join("\n");
}

/** The badges of the run's verdicts, or without them the kinds that a run gives. */
function badgesOf({ verdicts, kinds }: ReportedClaim): readonly string[] {
  return verdicts?.badges ?? kinds.map(([kind, count]) => (kind === "missing" ? kind : `${kind} × ${count}`));
}

function claimLines(claim: ReportedClaim): string[] {
  const { id, statement, refutations, theorems, leavesOpen, limits, verdicts } = claim;
  const items = [
    ...refutations.map(({ what, corrected }) => `refuted as stated: ${what}. Corrected: ${corrected}`),
    ...(verdicts?.answer === undefined ? [] : [`answer: ${verdicts.answer}`]),
    ...(verdicts?.note === undefined ? [] : [verdicts.note]),
    ...(verdicts === undefined ? [] : verdicts.sentences.map(({ text }) => text)),
    ...(limits === undefined ? [] : [`limits: ${limits}`]),
    ...(leavesOpen === undefined ? [] : [`left open by the theorems: ${leavesOpen}`]),
  ];
  const cited =
    theorems.length === 0 ? [] : [`- in Coq: ${theorems.map((name) => `\`${name}\``).join(", ")}`];
  return [`## ${id}`, "", safe(statement), "", ...items.map(item), ...cited, ""];
}

const item = (text: string): string => `- ${safe(text)}`;

/** As GitHub names headings. */
const anchorOf = (id: string): string => id.replaceAll(/[^\w-]/g, "").toLowerCase();

/** Text without what Markdown would take for marks. */
const safe = (text: string): string =>
  text.replaceAll(/[\\`*_|[\]<>#]/g, (mark) => (mark === "<" ? "&lt;" : `\\${mark}`)).replaceAll(/\s+/g, " ");
