/**
 * How natural is the rule for recursive functions? Counts, over the compiled files of a library, those that it
 * admits and those that it doesn't, by reason; and over the sources beside them the `Fixpoint`s.
 *
 *     npx tsx proofs/survey.ts [folder]
 *
 * Without a folder it takes the standard library of the installed Coq.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compiledFile } from "../src/coq/compiled/compiledFile.js";
import { judgedRecursions } from "../src/coq/compiled/recursion.js";
import { sentencesOf } from "../src/coq/sentences.js";
import { writtenRecursionObjection } from "../src/coq/writtenRecursion.js";

const folder =
  process.argv[2] ?? join(execFileSync("coqc", ["-where"], { encoding: "utf8" }).trim(), "theories");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));

const reasons = new Map<string, number>();
let functions = 0;
const compiled = files.filter((name) => name.endsWith(".vo"));
for (const name of compiled)
  for (const { problem } of judgedRecursions(compiledFile(readFileSync(name)).terms)) {
    functions += 1;
    if (problem !== undefined) reasons.set(problem, (reasons.get(problem) ?? 0) + 1);
  }

const written = files
  .filter((name) => name.endsWith(".v"))
  .flatMap((name) => sentencesOf(readFileSync(name, "utf8")))
  .filter(({ text }) => text.startsWith("Fixpoint "));
const unclear = written.filter(({ text }) => writtenRecursionObjection(text) !== undefined);

const outside = [...reasons.values()].reduce((sum, count) => sum + count, 0);
console.log(
  `${compiled.length} compiled files, ${functions} recursive functions, ${outside} outside the rule`,
);
for (const [reason, count] of [...reasons].sort(([, left], [, right]) => right - left))
  console.log(`  ${count} ${reason}`);
console.log(`${written.length} Fixpoints in the sources, ${unclear.length} refused by their text`);
