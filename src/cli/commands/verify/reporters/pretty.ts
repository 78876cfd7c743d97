import { counted } from "../../../../exact/counted.js";
import Table from "cli-table3";
import pc from "picocolors";
import type { Colors } from "picocolors/types.js";
import { type VerificationResult, failed } from "../../../../claims/evidence/claimResult.js";
import { type Layout, layoutOf, fitted } from "../../../terminal/wrapped.js";
import { streams } from "../../../terminal/streams.js";
import { foundTable } from "./foundTable.js";
import {
  KEY,
  badges,
  controlsLine,
  foundTables,
  outcome,
  proofsLine,
  refutationLines,
  sentence,
  titleLines,
  unmetLines,
} from "./wording.js";

/**
 * The table of claims for a person, with findings and failures below it. On a terminal it is as wide as that.
 * Elsewhere each claim, finding and failure is one line, for programs that search lines.
 */
export function pretty(result: VerificationResult, layout: Layout = layoutOf(streams().stdout)): string {
  return [
    ...(layout.isTerminal ? table(result, layout) : lines(result)),
    ...foundValues(result, layout),
    ...findings(result, layout),
    ...failures(result, layout),
    ...summary(result, layout),
  ].join("\n");
}

function lines({ claims }: VerificationResult): string[] {
  const longest = Math.max(0, ...claims.map(({ id }) => id.length));
  return claims.map(
    (claim) => `${claim.id.padEnd(longest)}  ${badges(claim).join("; ")}; ${titleLines(claim).join("; ")}`,
  );
}

/** Borders and the spaces in cells of a table of three columns. */
const FRAME = 10;

/** The least characters that a column has for words. */
const LEAST_COLUMN = 10;

function table({ claims }: VerificationResult, layout: Layout): string[] {
  const palette = colours(layout);
  const rows = claims.map((claim) => [
    claim.id,
    badges(claim).flatMap(badgeLines),
    titleLines(claim),
  ]) satisfies [string, string[], string[]][];
  const ids = Math.max("claim".length, ...rows.map(([id]) => id.length));
  const room = Math.max(layout.width - FRAME - ids, 2 * LEAST_COLUMN);
  // A column that needs less than half leaves the rest to the other.
  const [wanted, titles] = [
    longestOf(rows.map(([, words]) => words)),
    longestOf(rows.map(([, , title]) => title)),
  ];
  const verdicts = Math.min(wanted, Math.max(room - titles, Math.ceil(room / 2)));
  const shown = new Table({
    head: ["claim", "verdicts", "title"],
    colWidths: [ids, verdicts, Math.min(titles, room - verdicts)].map((size) => size + 2),
    style: { head: [], border: [], compact: true },
    wordWrap: true,
  });
  for (const [id, words, title] of rows)
    shown.push([id, words.map((text) => coloured(text, palette)).join("\n"), title.join("\n")]);
  return [shown.toString()];
}

const longestOf = (cells: readonly (readonly string[])[]): number =>
  Math.max("verdicts".length, ...cells.flat().map(({ length }) => length));

/** A badge; how much is proved in part stands on a line of its own. */
const badgeLines = (text: string): string[] =>
  text.startsWith("proved in part") ? text.split("; ") : [text];

/** Colours for a terminal, unless NO_COLOR is set. By itself picocolors colours pipes where CI is set. */
const colours = ({ isTerminal }: Layout): Colors => pc.createColors(isTerminal && pc.isColorSupported);

function coloured(text: string, { red, dim, yellow, green }: Colors): string {
  if (text.startsWith("FAILED")) return red(text);
  if (text.startsWith("missing")) return dim(text);
  if (text.startsWith("refuted") || text.includes("(kept run)")) return yellow(text);
  return green(text);
}

function foundValues(result: VerificationResult, layout: Layout): string[] {
  return foundTables(result).flatMap((found) => ["", ...foundTable(found, layout)]);
}

/** What is refuted as stated: on a terminal in lines with labels, elsewhere one line for each. */
function findings({ claims }: VerificationResult, layout: Layout): string[] {
  const found = claims.flatMap(({ id, verdicts }) =>
    verdicts.flatMap((verdict) => {
      if (verdict.kind !== "refuted as stated" || !verdict.held) return [];
      if (!layout.isTerminal) return [`  ${colours(layout).yellow(id)}: ${sentence(verdict)}`];
      const parts = refutationLines(verdict).map((line) => fitted(`    ${line}`, layout));
      return ["", `  ${colours(layout).yellow(id)}`, ...parts];
    }),
  );
  return found.length === 0 ? [] : ["", "Refuted as stated:", ...found];
}

function failures({ claims }: VerificationResult, layout: Layout): string[] {
  const found = claims.flatMap(({ id, verdicts }) =>
    verdicts
      .filter(failed)
      .map((verdict) => fitted(`  ${colours(layout).red(id)}: ${sentence(verdict)}`, layout, "    ")),
  );
  return found.length === 0 ? [] : ["", "Failed:", ...found];
}

function summary(result: VerificationResult, layout: Layout): string[] {
  const { claims, maxM, seed, version } = result;
  const missing = claims.filter(({ verdicts }) => verdicts.every(({ kind }) => kind === "missing")).length;
  const counts = `${counted(claims.length - missing, "claim")} with evidence, ${missing} missing`;
  const settings = `max m ${maxM} · seed ${seed} · equiloss ${version}`;
  const notes = [
    KEY,
    proofsLine(result),
    controlsLine(result),
    ...unmetLines(result),
    `${outcome(result)}: ${counts} · ${settings}`,
  ];
  return ["", ...notes.map((note) => fitted(note, layout, "  "))];
}
