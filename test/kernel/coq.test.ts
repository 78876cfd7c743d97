import { describe, expect, it } from "vitest";
import { readDevelopment } from "../../src/coq/development.js";
import { CoqError } from "../../src/coq/backend.js";
import { nativeCoq } from "../../src/coq/native.js";
import { requiredBy } from "../../src/coq/theory.js";
import { checkByKernel } from "../../src/kernel/checkByKernel.js";
import { coqFile } from "../../src/kernel/coqFile.js";
import { READERS } from "../../src/kernel/kinds.js";
import { ACCEPTED } from "../checker/corpus.js";
import { HAS_COQ } from "../coq/tinyProofs.js";

/** Certificates of each kind that the kernel accepts, as files for Coq; those that aren't long. */
async function files(): Promise<{ kind: string; file: string }[]> {
  const found: { kind: string; file: string }[] = [];
  for (const { text, expected, kind } of ACCEPTED) {
    if (kind === undefined || !READERS.has(kind) || text.length > 20_000) continue;
    const { accepted } = await checkByKernel(text, expected);
    if (accepted === true) found.push({ kind, file: await coqFile(text, expected) });
  }
  return found;
}

describe.skipIf(!HAS_COQ)("Coq", () => {
  it(
    "proves what accepted certificates show, and nothing of changed ones",
    { timeout: 900_000 },
    async () => {
      const coq = await nativeCoq();
      if (coq === undefined) throw new Error("no Coq, though coqc answered");
      try {
        const all = await files();
        expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(READERS.keys()));
        const { theories } = readDevelopment("proofs");
        const needed = new Set(all.flatMap(({ file }) => requiredBy(file)));
        for (const { name, requires } of [...theories].reverse())
          if (needed.has(name)) for (const required of requires) needed.add(required);
        const failures = await coq.compile(
          theories.filter(({ name }) => needed.has(name)),
          () => undefined,
        );
        expect([...failures]).toEqual([]);
        for (const { file } of all) {
          expect(await coq.audit(`${file}Print Assumptions certificate.\n`)).toContain("Closed under");
          // Each number that isn't 0 or 1 is another.
          const changed = file.replace(/q \(?(-?[2-9])\)? 1\b/, "q 77 1").replace(/q 1 ([2-9])\b/, "q 78 $1");
          if (changed !== file) await expect(coq.audit(changed)).rejects.toThrow(CoqError);
        }
      } finally {
        await coq.stop();
      }
    },
  );
});
