import { describe, expect, it } from "vitest";
import { readDevelopment } from "../../src/coq/development.js";
import { CoqError } from "../../src/coq/backend.js";
import { nativeCoq } from "../../src/coq/native.js";
import { neededBy } from "../../src/coq/shares.js";
import { requiredBy } from "../../src/coq/theory.js";
import kernel from "#kernel";
import { checkByKernel } from "../../src/kernel/checkByKernel.js";
import { coqFile } from "../../src/kernel/coqFile.js";
import { READERS } from "../../src/kernel/kinds.js";
import { ACCEPTED } from "../checker/corpus.js";
import { HAS_COQ } from "../coq/tinyProofs.js";
import { AT_ONCE, type Put, alarms, prepared, putToCoq, verdictsOfCoq } from "./coqBatch.js";
import { SEED, damagedCertificates } from "./mutations.js";

/** The function of a verdict, and for a bound its rule. */
function judgeOf(text: string, { shows }: { readonly shows: string }): string {
  const [, rule = "no bound"] = /"rule":"(\w+)"/.exec(text) ?? [];
  return `${shows.split(" ")[0] ?? ""}, ${rule}`;
}

/** Certificates that the kernel accepts, two for each function and rule at most, as files for Coq. */
async function files(): Promise<{ judge: string; file: string }[]> {
  const found: { judge: string; file: string }[] = [];
  for (const { text, expected, kind } of ACCEPTED) {
    if (kind === undefined || !READERS.has(kind) || text.length > 20_000) continue;
    const verdict = await checkByKernel(text, expected);
    if (verdict.accepted !== true) continue;
    const judge = judgeOf(text, verdict);
    if (found.filter((one) => one.judge === judge).length === 2) continue;
    found.push({ judge, file: await coqFile(text, expected) });
  }
  return found;
}

/** The file with one thing else: a code, or the first, the middle or the last number. Not all are wrong. */
function changed(file: string): string[] {
  const numbers = [...file.matchAll(/q (?:\(-\d+\)|\d+) \d+/g)];
  const places = [0, Math.trunc(numbers.length / 2), numbers.length - 1].flatMap(
    (at) => numbers[at]?.index ?? [],
  );
  const others = places.map((at) => file.slice(0, at) + file.slice(at).replace(/q \S+ \d+/, "q 77 1"));
  return [file.replace("Label 0", "Zero 7"), ...others].filter((one) => one !== file);
}

async function isRefused(audited: Promise<string>): Promise<boolean> {
  try {
    await audited;
    return false;
  } catch (error) {
    if (error instanceof CoqError) return true;
    throw error;
  }
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
        const functions = all.map(({ judge }) => judge.split(",")[0]);
        expect(new Set(functions)).toEqual(new Set(Object.keys(kernel)));
        const { theories } = readDevelopment("proofs");
        const required = all.flatMap(({ file }) => requiredBy(file));
        const failures = await coq.compile(neededBy(required, theories), () => undefined);
        expect([...failures]).toEqual([]);
        for (const { file } of all) {
          expect(await coq.audit(`${file}Print Assumptions certificate.\n`)).toContain("Closed under");
          const refusals: boolean[] = [];
          for (const other of changed(file)) refusals.push(await isRefused(coq.audit(other)));
          expect(refusals).toContain(true);
        }
      } finally {
        await coq.stop();
      }
    },
  );

  it("says of damaged certificates what both other judges say", { timeout: 1_800_000 }, async () => {
    const coq = await nativeCoq();
    if (coq === undefined) throw new Error("no Coq, though coqc answered");
    try {
      const put = await putToCoq(damagedCertificates(1_500, SEED));
      const textOf = ({ file }: Put): string => file;
      await prepared(coq, put.map(textOf));
      const verdicts = await verdictsOfCoq(put.slice(0, AT_ONCE).map(textOf), coq);
      expect(alarms(put.slice(0, AT_ONCE), verdicts)).toEqual([]);
      expect(new Set(verdicts)).toEqual(new Set([true, false]));
      expect(verdicts.length).toBeGreaterThan(400);
      // A file that Coq refuses, where the checker accepts the certificate; and one that it accepts besides.
      const accepted = put.find(({ typescript }) => typescript.accepted);
      const rejected = put.find(({ verified }) => !verified);
      if (accepted === undefined || rejected === undefined) throw new Error("all are alike");
      const crossed = [
        { ...accepted, file: rejected.file },
        { ...rejected, file: accepted.file },
      ];
      const said = await verdictsOfCoq(crossed.map(textOf), coq);
      expect(said).toEqual([false, true]);
      expect(alarms(crossed, said)).toEqual(crossed);
    } finally {
      await coq.stop();
    }
  });
});
