import type { Proof } from "./audit.js";

const START = "<!-- theorems: written by npm run proofs -- --acknowledge -->";
const END = "<!-- end of theorems -->";

/** A table from claim to statement to theorem to file to axioms, in the order of `Statements.v`. */
export function theoremMap(
  proofs: readonly Proof[],
  assumptions: ReadonlyMap<string, readonly string[]>,
): string {
  const rows = proofs.map(({ statement: { name, theorem, claims, says }, file, check }) => {
    const axioms = assumptions.get(theorem);
    const rest = axioms === undefined ? "not asked" : axioms.length === 0 ? "none" : axioms.join(", ");
    const ofNone = check === undefined ? "(definitions)" : "(checkers)";
    const ids = claims.length === 0 ? ofNone : claims.join(", ");
    const stated = check === undefined ? name : `${name} ${check.name}`;
    const statement = `\`${stated}\`: ${says.replaceAll("|", "\\|")}`;
    return `| ${ids} | ${statement} | \`${theorem}\` in \`${file}.v\` | ${rest} |`;
  });
  return [
    "| claim | statement | theorem | axioms |",
    "| ----- | --------- | ------- | ------ |",
    ...rows,
  ].join("\n");
}

/** A text with its table between the two marks replaced by this one; without the marks it stays as it is. */
export function withTheoremMap(text: string, table: string): string {
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  return start < 0 || end < start
    ? text
    : `${text.slice(0, start)}${START}\n\n${table}\n\n${text.slice(end)}`;
}
