import { readFileSync, readdirSync } from "node:fs";
import type { Expected, RuleName } from "../../src/checker/verdict.js";
import type { CallerRequest, Members } from "./kinds/kind.js";
import { TESTED_KINDS } from "./kinds/list.js";

/** The rules that SPEC.md lists, in its order. */
export const RULES: readonly RuleName[] = rulesOf(
  readFileSync(new URL("../../src/checker/SPEC.md", import.meta.url), "utf8"),
);

function rulesOf(spec: string): RuleName[] {
  const [, ...sections] = spec.split(/^## Rules/m);
  const [table = ""] = sections.join().split(/^## /m);
  return [...table.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, rule]) => rule as RuleName);
}

/** A certificate written by hand, and what its caller asks. */
export interface CorpusFile {
  readonly name: string;
  readonly text: string;
  /** Undefined if the text has no kind that the checker knows. */
  readonly kind: string | undefined;
  readonly expected: Expected;
}

/** A file that violates this rule and no other. Its name begins with the rule. */
export interface RejectedFile extends CorpusFile {
  readonly rule: RuleName;
}

export const ACCEPTED: readonly CorpusFile[] = filesIn("accept");

export const REJECTED: readonly RejectedFile[] = filesIn("reject").map((file) => ({
  ...file,
  rule: ruleOf(file.name),
}));

/** The longest rule that a name begins with. */
export function ruleOf(name: string): RuleName {
  const rules = RULES.filter((rule) => `${name}-`.startsWith(`${rule}-`));
  const [longest] = rules.sort((a, b) => b.length - a.length);
  if (longest === undefined) throw new Error(`${name} is not the name of a rule of SPEC.md; begin with one`);
  return longest;
}

export function acceptedFile(name: string): CorpusFile {
  const file = ACCEPTED.find((one) => one.name === name);
  if (file === undefined) throw new Error(`no ${name}.json in corpus/accept`);
  return file;
}

function filesIn(folder: "accept" | "reject"): CorpusFile[] {
  const url = new URL(`corpus/${folder}/`, import.meta.url);
  return readdirSync(url).map((file) => {
    const [name, text] = [file.replace(/\.json$/, ""), readFileSync(new URL(file, url), "utf8")];
    const members = membersOf(text);
    const kind = TESTED_KINDS.find((one) => one.kind === members.kind);
    return { name, text, kind: kind?.kind, expected: requestOf(members, kind?.otherwise[name]) };
  });
}

/** The top level of a text, if it is JSON. */
function membersOf(text: string): Members {
  try {
    return { ...(JSON.parse(text) as Members) };
  } catch {
    return {};
  }
}

/** What a caller asks: what a file says, or otherwise. For a file of no kind, the smallest enumeration. */
export function requestOf({ kind, claim, body }: Members, otherwise: CallerRequest = {}): Expected {
  const ofKind = TESTED_KINDS.find((one) => one.kind === kind);
  const request =
    ofKind === undefined
      ? { claim: "thm-3.1-count", r: 1, m: 1 }
      : { claim, ...ofKind.request({ ...(body as Members | null) }), ...otherwise };
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as Expected;
}
