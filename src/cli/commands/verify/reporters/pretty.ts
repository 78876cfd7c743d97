import Table from "cli-table3";
import pc from "picocolors";
import { type VerificationResult, failed } from "../../../../claims/evidence/claimResult.js";
import type { Verdict } from "../../../../claims/evidence/verdict.js";
import {
  badges,
  controlsLine,
  foundTables,
  outcome,
  proofsLine,
  sentence,
  titleLines,
  unmetLines,
} from "./wording.js";

/** The table of claims for a terminal, with findings and failures below it. */
export function pretty(result: VerificationResult): string {
  return [table(result), ...values(result), ...findings(result), summary(result)].join("\n");
}

/** The tables of values that the evidence found. */
function values(result: VerificationResult): string[] {
  return foundTables(result).flatMap(({ title, head, rows }) => {
    const shown = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
    for (const row of rows) shown.push([...row]);
    return ["", `${title}:`, shown.toString()];
  });
}

function table({ claims }: VerificationResult): string {
  const rows = new Table({
    head: ["claim", "verdicts", "title"],
    style: { head: [], border: [], compact: true },
    wordWrap: true,
  });
  for (const claim of claims)
    rows.push([claim.id, badges(claim).flatMap(badgeLines).join("\n"), titleLines(claim).join("\n")]);
  return rows.toString();
}

/**
 * A badge. The part that is proved has a line, and the number of theorems the next, since one line would
 * widen the table.
 */
function badgeLines(text: string): string[] {
  const [first, ...rest] = text.startsWith("proved in part") ? text.split("; ") : [text];
  return [...(first === undefined ? [] : [coloured(first)]), ...rest.map((line) => pc.green(`  ${line}`))];
}

function coloured(text: string): string {
  if (text.startsWith("FAILED")) return pc.red(text);
  if (text.startsWith("missing")) return pc.dim(text);
  if (text.startsWith("refuted") || text.includes("(kept run)")) return pc.yellow(text);
  return pc.green(text);
}

function findings({ claims }: VerificationResult): string[] {
  const isFinding = (verdict: Verdict): boolean => verdict.kind === "refuted as stated" && verdict.held;
  return [
    ...section("Refuted as stated:", claims, isFinding, pc.yellow),
    ...section("Failed:", claims, failed, pc.red),
  ];
}

/** The verdicts of a kind below their title; nothing if there are none. */
function section(
  title: string,
  claims: VerificationResult["claims"],
  belongs: (verdict: Verdict) => boolean,
  colour: (text: string) => string,
): string[] {
  const lines = claims.flatMap(({ id, verdicts }) =>
    verdicts.filter(belongs).map((verdict) => `  ${colour(id)}: ${sentence(verdict)}`),
  );
  return lines.length === 0 ? [] : ["", title, ...lines];
}

function summary(result: VerificationResult): string {
  const { claims, maxM, seed, version } = result;
  const missing = claims.filter(({ verdicts }) => verdicts.every(({ kind }) => kind === "missing")).length;
  const notes = [proofsLine(result), controlsLine(result), ...unmetLines(result)].join("\n");
  const counts = `${claims.length - missing} claims with evidence, ${missing} missing`;
  const settings = `max m ${maxM} · seed ${seed} · equiloss ${version}`;
  return `\n${notes}\n${outcome(result)}: ${counts} · ${settings}`;
}
