import type { FloatRule } from "./noFloats.js";
import type { Finding } from "./tree.js";

/** What one file may do against the rules, and why every value in it is exact all the same. */
export interface Allowance {
  readonly rules: readonly FloatRule[];
  readonly reason: string;
}

export type AllowList = Readonly<Record<string, Allowance>>;

/** Kernels whose doubles are integers below 2^53 throughout; each file's first comment proves it. */
export const ALLOWED: AllowList = {};

/** What the list leaves over of the findings, and those of its own entries that leave nothing out. */
export function withAllowances(
  findings: readonly Finding<FloatRule>[],
  allowed: AllowList,
): { left: Finding<FloatRule>[]; unneeded: string[] } {
  const left = findings.filter(({ file, rule }) => allowed[file]?.rules.includes(rule) !== true);
  const used = new Set(findings.map(({ file, rule }) => `${file}: ${rule}`));
  const entries = Object.entries(allowed).flatMap(([file, { rules }]) =>
    rules.map((rule) => `${file}: ${rule}`),
  );
  return { left, unneeded: entries.filter((entry) => !used.has(entry)) };
}
