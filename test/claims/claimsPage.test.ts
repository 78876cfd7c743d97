import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { claims } from "../../src/claims/registry.js";
import type { Claim } from "../../src/claims/evidence/claim.js";
import { LETTERS, kindsOf } from "../../src/claims/evidence/kinds.js";
import { quickContext } from "./quickContext.js";

const PAGE = new URL("../../docs/claims.md", import.meta.url);

const OPENING = `# Claims

Every claim that equiloss settles or means to settle, in the order of the texts, extensions of ours last. This page is
made from the claims themselves, in the repository's \`src/claims\`. [paper.md](paper.md) goes through the paper assertion by assertion,
and lists the corrections. What a verdict means is in [verdicts.md](verdicts.md).

The table has the number of verdicts of each kind that a run gives: theorems that Coq proves, where "part" says that
they leave some of the statement open; checks of every case of a range; checks whose instances have certificates; laws
on random cases; comparisons in floats; counterexamples to what is printed. \`equiloss verify --list\` has it too, and
with \`--json\` for programs.`;

/** Text with what Markdown would read as marks escaped. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|#~]/g, "\\$&");

const KINDS = Object.keys(LETTERS) as (keyof typeof LETTERS)[];

function row(claim: Claim): string {
  const link = `[\`${claim.id}\`](#${claim.id.replaceAll(".", "")})`;
  const counts = kindsOf(claim);
  const cells = KINDS.map((kind) => {
    const count = counts[kind];
    if (count === undefined) return "";
    if (kind === "missing") return "×";
    return kind === "proved" && claim.provedInPart !== undefined ? `${count}, part` : count;
  });
  return `| ${[link, plain(claim.title), ...cells].join(" | ")} |`;
}

const list = (name: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`_${name}_: ${items.join("; ")}.`];

const quoted = (names: readonly string[]): string[] =>
  names.length === 0 ? [] : [names.map((name) => `\`${name}\``).join(", ")];

/** What the claim's evidence refutes of the text, as the run finds it. */
async function refutations({ evidence }: Claim): Promise<string[]> {
  const found: string[] = [];
  for (const { kind, run } of evidence) {
    if (kind !== "refuted as stated") continue;
    const verdict = await run(quickContext);
    const { what, counterexample, corrected } = verdict;
    const example = Object.entries(counterexample).map(([name, value]) => `${name}: ${value}`);
    found.push(
      ...list("Refuted as stated", [plain(what)]),
      ...list("Shown by", [example.map(plain).join("; ")]),
      ...list("Corrected", [plain(corrected)]),
    );
  }
  return found;
}

async function section(claim: Claim): Promise<string> {
  const { id, title, statement, argument, limits, source, hypotheses, provedInPart } = claim;
  const parts = [
    `## ${id}`,
    `**${plain(title)}**${title.endsWith("?") ? "" : "."} ${plain(source)}.`,
    ...(statement === title ? ["_Missing_: no evidence yet."] : [`${plain(statement)}.`]),
    ...(await refutations(claim)),
    ...list("Hypotheses", hypotheses.map(plain)),
    ...list("Argument", argument === undefined ? [] : [plain(argument)]),
    ...list("Limits", limits === undefined ? [] : [plain(limits)]),
    ...list("Theorems", quoted(claim.theorems ?? [])),
    ...list("Left open by the theorems", provedInPart === undefined ? [] : [plain(provedInPart.leavesOpen)]),
    ...list("Checks in every run", quoted(claim.evidence.map(({ name }) => name))),
    ...list("Random properties", quoted((claim.properties ?? []).map(({ name }) => name))),
  ];
  return parts.map((part) => part.replace(/\.\.$/, ".")).join("\n\n");
}

async function page(listed: readonly Claim[]): Promise<string> {
  const columns = ["claim", "about", ...KINDS.map((kind) => kind.replace(" as stated", ""))];
  const head = [columns, columns.map(() => "-")].map((cells) => `| ${cells.join(" | ")} |`);
  const sections = await Promise.all(listed.map(section));
  const text = [OPENING, [...head, ...listed.map(row)].join("\n"), ...sections].join("\n\n");
  return format(text, { ...(await resolveConfig(PAGE)), parser: "markdown" });
}

it("docs/claims.md lists every claim as it is; `vitest run -u` on this file makes it anew", async () => {
  const text = await page(claims);
  await expect(text).toMatchFileSnapshot(PAGE.pathname);
  expect(text.match(/^## /gm)?.length).toBe(claims.length);
  const refuted = claims.flatMap(({ evidence }) =>
    evidence.filter(({ kind }) => kind === "refuted as stated"),
  );
  expect(refuted.length).toBeGreaterThan(0);
  for (const label of ["Refuted as stated", "Shown by", "Corrected"])
    expect(text.match(new RegExp(`^_${label}_: `, "gm"))?.length).toBe(refuted.length);
  expect(await page(claims.slice(1))).not.toBe(text);
});
