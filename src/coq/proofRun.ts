import type { BackendKind } from "./backend.js";
import type { Statement } from "./statements.js";

/** The result of a run of Coq for one statement. */
export interface TheoremVerdict extends Statement {
  /** The theory that proves it, as in `Counting/Counts`; undefined if none does. */
  readonly file: string | undefined;
  /** Axioms that the theorem rests on; empty if there are none, undefined if Coq gave no answer. */
  readonly assumptions: readonly string[] | undefined;
  /** Why the statement doesn't count as proved; undefined if it does. */
  readonly problem: string | undefined;
  /** Whether this run left the theorem out, as only native Coq can do its long computation. */
  readonly leftOut: boolean;
}

/** A run of Coq over all proofs. */
export interface ProofRun {
  readonly backend: BackendKind;
  /** The version of Coq, as "8.16.1". */
  readonly version: string;
  /** Whether the compiled files were checked a second time, by coqchk. */
  readonly rechecked: boolean;
  /** The hash of the files that were read; see Development. */
  readonly hash: string;
  readonly theorems: readonly TheoremVerdict[];
  /** Problems of the development as a whole. */
  readonly problems: readonly string[];
}

/** Whether there are no problems, and every statement has its theorem. */
export function isProved(run: ProofRun): boolean {
  return run.problems.length === 0 && run.theorems.every(({ problem }) => problem === undefined);
}

/** The programs that checked, for badges and reports. */
export function checkedBy({ backend, version, rechecked }: ProofRun): string {
  return backend === "embedded" ? `Coq ${version}` : `Coq ${version}${rechecked ? " and coqchk" : ""}`;
}
