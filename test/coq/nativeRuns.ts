import { expect } from "vitest";
import type { Backend } from "../../src/coq/backend.js";
import { checkProofs } from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import { nativeCoq } from "../../src/coq/native.js";
import { isProved } from "../../src/coq/proofRun.js";
import { replaced } from "./tinyProofs.js";

/** What is said of each theorem, "proved" or what is wrong, and of the whole. */
export interface Outcome {
  readonly grows: string;
  readonly grows_twice: string;
  readonly double_zero: string;
  readonly problems: readonly string[];
}

export const NOTHING = (): void => undefined;

export async function withCoq<Result>(work: (coq: Backend) => Promise<Result>): Promise<Result> {
  const coq = await nativeCoq();
  if (coq === undefined) throw new Error("coqc was there and is gone");
  try {
    return await work(coq);
  } finally {
    await coq.stop();
  }
}

export async function outcomeOf(folder: string): Promise<Outcome> {
  const run = await withCoq((coq) =>
    checkProofs(readDevelopment(folder), coq, { recheck: false, progress: NOTHING }),
  );
  const said = Object.fromEntries(run.theorems.map(({ theorem, problem }) => [theorem, problem ?? "proved"]));
  const outcome = { ...said, problems: run.problems } as unknown as Outcome;
  expect(isProved(run)).toBe(
    Object.values(said).every((word) => word === "proved") && run.problems.length === 0,
  );
  return outcome;
}

/** The file with this in place of the theorem's proof. */
export const zero = (text: string) =>
  replaced("Theorem double_zero : DoubleZero.\nProof. reflexivity. Qed.", text);

export const PROVE = "Theorem double_zero : DoubleZero.\nProof. reflexivity. Qed.";
