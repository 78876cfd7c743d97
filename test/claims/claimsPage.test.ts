import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { claims } from "../../src/claims/registry.js";
import type { Claim } from "../../src/claims/evidence/claim.js";

const PAGE = new URL("../../docs/claims.md", import.meta.url);

const OPENING = `# Claims

Every claim that equiloss settles or means to settle, in the order of the texts, extensions of ours last. This page is
made from the claims themselves, in the repository's \`src/claims\`. [paper.md](paper.md) goes through the paper assertion by assertion,
and lists the corrections. What a verdict means is in [verdicts.md](verdicts.md).

In the table, _theorems_ are Coq's, _checks_ are exhaustive, certified or refuting evidence, and _properties_ run on
random cases; "part" says that the theorems leave some of the statement open.`;

/** Text with what Markdown would read as marks escaped. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>|#~]/g, "\\$&");

function row({ id, title, provedInPart, theorems = [], evidence, properties = [], floats }: Claim): string {
  const link = `[\`${id}\`](#${id.replaceAll(".", "")})`;
  const proofs =
    theorems.length === 0 ? "" : `${theorems.length}${provedInPart === undefined ? "" : ", part"}`;
  const kinds = [proofs, evidence.length || "", properties.length || "", floats === true ? "yes" : ""];
  const settled = evidence.length > 0 || theorems.length > 0;
  return `| ${[link, plain(title), ...(settled ? kinds : ["missing", "", "", ""])].join(" | ")} |`;
}

const list = (name: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`_${name}_: ${items.join("; ")}.`];

const quoted = (names: readonly string[]): string[] =>
  names.length === 0 ? [] : [names.map((name) => `\`${name}\``).join(", ")];

function section(claim: Claim): string {
  const { id, title, statement, argument, limits, source, hypotheses, provedInPart } = claim;
  const parts = [
    `## ${id}`,
    `**${plain(title)}**${title.endsWith("?") ? "" : "."} ${plain(source)}.`,
    ...(statement === title ? ["_Missing_: no evidence yet."] : [`${plain(statement)}.`]),
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
  const head = ["| claim | about | theorems | checks | properties | floats |", "| - | - | - | - | - | - |"];
  const text = [OPENING, [...head, ...listed.map(row)].join("\n"), ...listed.map(section)].join("\n\n");
  return format(text, { ...(await resolveConfig(PAGE)), parser: "markdown" });
}

it("docs/claims.md lists every claim as it is; `vitest run -u` on this file makes it anew", async () => {
  const text = await page(claims);
  await expect(text).toMatchFileSnapshot(PAGE.pathname);
  expect(text.match(/^## /gm)?.length).toBe(claims.length);
  expect(await page(claims.slice(1))).not.toBe(text);
});
