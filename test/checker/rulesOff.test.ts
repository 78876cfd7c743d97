import { readFileSync, readdirSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected, RuleName, CertificateVerdict } from "../../src/checker/verdict.js";
import { askedOf, damagedControls, damagedText } from "../../src/claims/controls/damage.js";
import { DAMAGED } from "../../src/claims/controls/damagedCertificates.js";
import { REJECTED, RULES } from "./corpus.js";

/** The demand that is switched off, by its rule or its place in the code, and where the last one failed. */
const off = vi.hoisted(() => ({
  rule: undefined as string | undefined,
  place: undefined as string | undefined,
  failed: undefined as string | undefined,
}));

vi.mock(import("../../src/checker/verdict.js"), async (importOriginal) => {
  const original = await importOriginal();
  const reject: typeof original.demand = original.demand;
  const demand: typeof original.demand = (holds, rule, where, reason) => {
    if (holds) return;
    const place = /src\/checker\/(\w+\.ts:\d+:\d+)/.exec(new Error().stack?.split("\n")[2] ?? "")?.[1];
    if (off.rule === rule || (off.place !== undefined && off.place === place)) return;
    off.failed = place;
    reject(holds, rule, where, reason);
  };
  return { ...original, demand };
});

/** A rejected file of the corpus or damaged control, and where in the code it is rejected. */
interface Case {
  readonly rule: RuleName;
  readonly text: string;
  readonly expected: Expected;
  readonly isControl: boolean;
  readonly place: string | undefined;
  readonly verdict: CertificateVerdict;
}

const cases: Case[] = [];

async function addCase(text: string, expected: Expected, rule: RuleName, isControl: boolean): Promise<void> {
  off.failed = undefined;
  const verdict = await checkCertificate(text, expected);
  expect(verdict).toMatchObject({ accepted: false, rule });
  cases.push({ rule, text, expected, isControl, place: off.failed, verdict });
}

beforeAll(async () => {
  for (const { text, expected, rule } of REJECTED) await addCase(text, expected, rule, false);
  for (const damage of DAMAGED) await addCase(await damagedText(damage), askedOf(damage), damage.rule, true);
});

afterEach(() => {
  Object.assign(off, { rule: undefined, place: undefined });
});

/** The calls of `demand` in the checker: file, line and column, with the line's text. */
function demands(): Map<string, string> {
  const folder = new URL("../../src/checker/", import.meta.url);
  const places = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      readFileSync(new URL(file, folder), "utf8")
        .split("\n")
        .flatMap((line, index) => {
          const column = line.search(/(?<!function )\bdemand\(/) + 1;
          return column > 0 ? [[`${file}:${index + 1}:${column}`, line.trim()] as const] : [];
        }),
    );
  return new Map(places);
}

/** What no small file can break. limits.test.ts and corpus.test.ts plant what large files can break. */
const NOT_SMALL = [
  /more than 2\^28 characters/,
  /more than 200001 neurons in a layer/,
  /more than 200001 neurons/,
  /the ends are too long over a common denominator/,
  /too long over a common denominator/,
  /the changes take more than 2\^27 units of work/,
  // Implied by `last` and `successor`.
  /not T\(r,m\) entries/,
  // The rules before ensure that every index is one of its list. entry.test.ts plants some that are not.
  /an index outside a list/,
];

describe("every demand of the checker", () => {
  it("is met by a control, but for what needs a large file", () => {
    const met = new Set(cases.filter(({ isControl }) => isControl).map(({ place }) => place));
    const others = [...demands()].filter(([place]) => !met.has(place)).map(([, line]) => line);
    expect(demands().size).toBeGreaterThan(90);
    expect(others.filter((line) => !NOT_SMALL.some((pattern) => pattern.test(line)))).toEqual([]);
    expect(others.length).toBe(NOT_SMALL.length);
  });

  it("is needed: with it off alone, no case that it rejects is rejected there as before", async () => {
    const places = [...new Set(cases.flatMap(({ place }) => place ?? []))];
    for (const place of places) {
      off.place = place;
      for (const { text, expected, verdict } of cases.filter((one) => one.place === place)) {
        expect(await checkCertificate(text, expected)).not.toEqual(verdict);
      }
    }
    expect(places.length).toBe(demands().size - NOT_SMALL.length);
  });
});

/** The rules by which the cases of one are rejected without it, "accepted" first. */
async function without(rule: RuleName, ofRule: readonly Case[]): Promise<string[]> {
  off.rule = rule;
  const verdicts = await Promise.all(ofRule.map(({ text, expected }) => checkCertificate(text, expected)));
  off.rule = undefined;
  const names = verdicts.map((verdict) => (verdict.accepted ? "accepted" : verdict.rule));
  return [...new Set(names)].sort((a, b) => (a === "accepted" ? -1 : b === "accepted" ? 1 : a < b ? -1 : 1));
}

describe("every rule of SPEC.md", () => {
  it.each(RULES.filter((rule) => rule !== "json"))(
    "%s, switched off, is missed by the controls",
    async (rule) => {
      off.rule = rule;
      const controls = damagedControls(DAMAGED.filter((damage) => damage.rule === rule));
      for (const control of controls) expect(await control.run()).toMatch(/^accepted$|^rejected by rule /);
      expect(controls.length).toBeGreaterThan(0);
    },
  );

  it("is in docs/rules.md, with who breaks it and what happens without the rule", async () => {
    const rows: string[][] = [["rule", "controls", "files", "without the rule"]];
    for (const rule of RULES) {
      const ofRule = cases.filter((one) => one.rule === rule);
      const controls = ofRule.filter(({ isControl }) => isControl).length;
      // A text without JSON's syntax has no value that the other rules could look at.
      const others = rule === "json" ? ["json"] : await without(rule, ofRule);
      rows.push([`\`${rule}\``, String(controls), String(ofRule.length - controls), others.join(", ")]);
    }
    await expect(document(rows)).toMatchFileSnapshot("../../docs/rules.md");
  });
});

function document(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [head = [], ...others] = rows.map(line);
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return `${INTRODUCTION}\n${[head, rule, ...others].join("\n")}\n`;
}

const INTRODUCTION = `# The checker's rules, and what breaks each

[SPEC.md](../src/checker/SPEC.md) says what each rule asks. A test makes this page, and fails when the page is
out of date. \`npx vitest run test/checker/rulesOff.test.ts -u\` writes it anew. The
folders named here are in the repository.

- _controls_: the number of damaged certificates that every run of \`equiloss verify\` shows the checker. The
  run fails unless the checker rejects each by this rule. They are in \`src/claims/controls\`.
- _files_: the number of rejected files in \`test/checker/corpus/reject\`, which only the tests show the
  checker.
- _without the rule_: the verdicts on all of these if the checker leaves out this rule alone. If some are
  _accepted_, no other rule stops them; the rules that stop the others are named. Either way the controls
  fail, as each asks for its own rule.

No file breaks \`count\` by a list that is too short: \`last\` or \`successor\` rejects each such list first. Limits
that only large files pass are tested in \`test/checker/limits.test.ts\` and \`corpus.test.ts\`.
`;
