/**
 * Damaged certificates, judged by both checkers. Thousands are a test; more on the command line:
 *
 *     npx tsx test/kernel/mutations.ts 1000000 [seed]
 */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected } from "../../src/checker/verdict.js";
import { type BothVerdicts, bothVerdicts } from "../../src/cli/commands/check/both.js";
import { checkByKernel } from "../../src/kernel/checkByKernel.js";
import { READERS } from "../../src/kernel/kinds.js";
import { type Edit, damage } from "../checker/damage.js";
import type { Made } from "../checker/kinds/kind.js";
import { TESTED_KINDS } from "../checker/kinds/list.js";

export const SEED = Number(process.env.EQUILOSS_SEED ?? 20210523);

/** Both verdicts, or why the verified kernel gives none. */
export async function judged(text: string, expected: Expected): Promise<BothVerdicts | string> {
  const typescript = await checkCertificate(text, expected);
  const verified = await checkByKernel(text, expected);
  return verified.accepted === undefined ? verified.unjudged : bothVerdicts(typescript, { verified });
}

/** What came of damaged certificates, and those of which the checkers disagree. */
export interface Tally {
  accepted: number;
  rejected: number;
  /** Rejected by a function of Coq's, and not by the frame or the grammar. */
  rejectedByCoq: number;
  /** The functions of Coq's that were true of some certificates, and false of others. */
  readonly whenTrue: Set<string>;
  readonly whenFalse: Set<string>;
  readonly unjudged: Map<string, number>;
  readonly disagreements: { readonly text: string; readonly both: BothVerdicts }[];
}

/** How many certificates are made of paths: with bounds of all rules, and few without. */
const MADE: Readonly<Record<string, number>> = { path: 300, "mirrored-path": 300 };

/** Judges so many certificates of the kernel's kinds, one in nine of them whole, the others damaged. */
export async function mutations(cases: number, seed: number): Promise<Tally> {
  const tally: Tally = {
    accepted: 0,
    rejected: 0,
    rejectedByCoq: 0,
    whenTrue: new Set(),
    whenFalse: new Set(),
    unjudged: new Map(),
    disagreements: [],
  };
  for await (const { text, expected } of damagedCertificates(cases, seed)) await count(text, expected, tally);
  return tally;
}

/** So many certificates, and what they are asked. */
export async function* damagedCertificates(cases: number, seed: number): AsyncGenerator<Made> {
  const whole = await wholeCertificates(seed);
  const random = numbersFrom(seed, 1_000_001);
  for (let i = 0; i < cases; i += 1) {
    const { text, expected } = whole[random() % whole.length] ?? { text: "", expected: { claim: "" } };
    const edits = Array.from({ length: 1 + (random() % 2) }, (): Edit => [
      random(),
      random(),
      random(),
      random(),
    ]);
    const isWhole = random() % 9 === 0;
    yield { text: isWhole ? text : damage(text, edits, random() % 8 === 0 ? "text" : "sealed"), expected };
  }
}

async function count(text: string, expected: Expected, tally: Tally): Promise<void> {
  const both = await judged(text, expected);
  if (typeof both === "string") {
    tally.unjudged.set(both, (tally.unjudged.get(both) ?? 0) + 1);
    return;
  }
  if (!both.agree) tally.disagreements.push({ text, both });
  const verified = "verified" in both ? both.verified : both.coq;
  if (verified.accepted) {
    tally.accepted += 1;
    tally.whenTrue.add(verified.shows.split(" ")[0] ?? "");
    return;
  }
  tally.rejected += 1;
  if (!verified.rule.startsWith("check_")) return;
  tally.rejectedByCoq += 1;
  tally.whenFalse.add(verified.rule);
}

/** Certificates for small sizes, of the kinds that the kernel has: those about which it says something. */
async function wholeCertificates(seed: number): Promise<Made[]> {
  const made = TESTED_KINDS.filter(({ kind }) => READERS.has(kind)).flatMap(({ certificates, kind }) =>
    fc.sample(certificates, { numRuns: MADE[kind] ?? 100, seed }),
  );
  const verdicts = await Promise.all(made.map(({ text, expected }) => checkByKernel(text, expected)));
  return made.filter((_, index) => verdicts[index]?.accepted !== undefined);
}

/** Whole numbers below a bound, by the generator mulberry32. */
function numbersFrom(seed: number, bound: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  };
}

/** A line about a tally. */
export function wordsOf({ accepted, rejected, rejectedByCoq, unjudged, disagreements }: Tally): string {
  const others = [...unjudged].map(([what, times]) => `; ${times} not judged: ${what}`).join("");
  return (
    `${accepted} accepted, ${rejected} rejected, ${rejectedByCoq} of them by Coq's functions, ` +
    `${disagreements.length} disagreements${others}`
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tally = await mutations(Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? SEED));
  console.log(wordsOf(tally));
  for (const { text, both } of tally.disagreements.slice(0, 10))
    console.log(`${JSON.stringify(both)}\n${text}`);
  process.exitCode = tally.disagreements.length === 0 ? 0 : 1;
}
