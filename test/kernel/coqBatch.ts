/**
 * Damaged certificates, judged by the checker, by the verified kernel, and by Coq itself, to which the files
 * of many are put at once. Hundreds are a test; more on the command line:
 *
 *     npx tsx test/kernel/coqBatch.ts 20000 [seed]
 */
import { fileURLToPath } from "node:url";
import { checkCertificate } from "../../src/checker/check.js";
import { type CertificateVerdict, Rejection } from "../../src/checker/verdict.js";
import type { Backend } from "../../src/coq/backend.js";
import { readDevelopment } from "../../src/coq/development.js";
import { nativeCoq } from "../../src/coq/native.js";
import { neededBy } from "../../src/coq/shares.js";
import { requiredBy } from "../../src/coq/theory.js";
import { agree } from "../../src/kernel/agreement.js";
import { Unjudged } from "../../src/kernel/answers.js";
import { checkByKernel } from "../../src/kernel/checkByKernel.js";
import { coqFile } from "../../src/kernel/coqFile.js";
import type { Made } from "../checker/kinds/kind.js";
import { SEED, damagedCertificates } from "./mutations.js";

/** What two judges say of a certificate, and the file that is put to the third. */
export interface Put {
  readonly made: Made;
  readonly typescript: CertificateVerdict;
  /** Whether the function of the verified kernel is true. */
  readonly verified: boolean;
  readonly file: string;
}

/** Numbers and texts beyond these are slow where numbers are written in unary, or divided bit by bit. */
const LONGEST = { natural: 5_000, digits: 60, file: 20_000 };

/** The certificates that come to a call of a function, with the verdicts of both judges. */
export async function putToCoq(certificates: AsyncIterable<Made>): Promise<Put[]> {
  const put: Put[] = [];
  for await (const made of certificates) {
    const file = await fileOf(made);
    if (file === undefined) continue;
    const verified = await checkByKernel(made.text, made.expected);
    if (verified.accepted === undefined) continue;
    const typescript = await checkCertificate(made.text, made.expected);
    put.push({ made, typescript, verified: verified.accepted, file });
  }
  return put;
}

async function fileOf({ text, expected }: Made): Promise<string | undefined> {
  try {
    const file = await coqFile(text, expected);
    const naturals = [...file.replace(/q (?:\(-\d+\)|\d+) \d+/g, "").matchAll(/\d+/g)].map(Number);
    const isShort = file.length < LONGEST.file && !new RegExp(`\\d{${LONGEST.digits}}`).test(file);
    return isShort && naturals.every((n) => n < LONGEST.natural) ? file : undefined;
  } catch (error) {
    if (error instanceof Rejection || error instanceof Unjudged) return undefined;
    throw error;
  }
}

/** Of each file whether Coq finds that the function is true: the files' own theorems, but all in one text. */
export async function verdictsOfCoq(files: readonly string[], coq: Backend): Promise<boolean[]> {
  const required = new Set(files.flatMap((file) => file.match(/^From .*|^Import .*|^Local .*/gm) ?? []));
  const ordered = [...required].sort((a, b) => placeOf(a) - placeOf(b));
  const text = [
    ...ordered,
    "Definition q (n : Z) (d : positive) : rationals := Q2Qc (n # d).",
    ...files.map(moduleOf),
  ];
  const printed = await coq.audit(`${text.join("\n")}\n`);
  const answers = new Map([...printed.matchAll(/^(\d+) (true|false)$/gm)].map(([, i, said]) => [i, said]));
  return files.map((_, index) => {
    const said = answers.get(String(index));
    if (said === undefined) throw new Error(`Coq says nothing of ${index} of ${files.length}`);
    return said === "true";
  });
}

const placeOf = (line: string): number => ["From", "Impo", "Loca"].indexOf(line.slice(0, 4));

function moduleOf(file: string, index: number): string {
  const definitions = file.slice(file.indexOf("Local Open Scope nat_scope."), file.indexOf("\nTheorem "));
  const [, statement, by] =
    /\nTheorem certificate : ([^]*)\.\nProof\. apply (\([^]*\))\. lazy\. /.exec(file) ?? [];
  if (statement === undefined || by === undefined) throw new Error("not a file for Coq");
  const told = `match goal with |- true = true => idtac "${index} true" | |- _ => idtac "${index} false" end`;
  const proof = `first [apply ${by}; vm_compute; ${told} | idtac "${index} false"]`;
  return `Module M${index}.\n${definitions}\nGoal ${statement}.\nProof. ${proof}. Abort.\nEnd M${index}.`;
}

/** Those of which one of the three judges says something else than another. */
export function alarms(put: readonly Put[], coq: readonly boolean[]): Put[] {
  return put.filter(
    ({ typescript, verified }, index) =>
      coq[index] !== verified || !agree(typescript, verified) || !agree(typescript, coq[index]),
  );
}

/** Compiles what the files rest on. */
export async function prepared(coq: Backend, files: readonly string[]): Promise<void> {
  const required = [...new Set(files.flatMap(requiredBy))];
  const failures = await coq.compile(neededBy(required, readDevelopment("proofs").theories), () => undefined);
  if (failures.size > 0) throw new Error([...failures].join());
}

/** How many files are one text. */
export const AT_ONCE = 500;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const coq = await nativeCoq();
  if (coq === undefined) throw new Error("no Coq");
  try {
    const put = await putToCoq(
      damagedCertificates(Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? SEED)),
    );
    await prepared(
      coq,
      put.map(({ file }) => file),
    );
    let [accepted, found] = [0, 0];
    for (let from = 0; from < put.length; from += AT_ONCE) {
      const some = put.slice(from, from + AT_ONCE);
      const verdicts = await verdictsOfCoq(
        some.map(({ file }) => file),
        coq,
      );
      accepted += verdicts.filter(Boolean).length;
      for (const { made } of alarms(some, verdicts)) {
        found += 1;
        console.log(`${JSON.stringify(made.expected)}\n${made.text}`);
      }
      console.log(`${from + some.length} put to Coq, ${accepted} accepted, ${found} alarms`);
    }
    process.exitCode = found === 0 ? 0 : 1;
  } finally {
    await coq.stop();
  }
}
