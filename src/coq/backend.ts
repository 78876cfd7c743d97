import type { Theory } from "./theory.js";

/** Receives the number of steps done, of all steps, and the name of the last. */
export type ReportProgress = (done: number, total: number, what: string) => void;

/** Something that checks proofs: Coq itself, or its port to JavaScript. */
export interface Backend {
  readonly kind: BackendKind;
  /** The version of Coq, as "8.16.1". */
  readonly version: string;
  /**
   * Compiles theories. Each comes after those that it requires. The result has Coq's objection to each theory
   * that fails. A theory that requires a failed one fails too.
   */
  compile(theories: readonly Theory[], progress: ReportProgress): Promise<ReadonlyMap<string, string>>;
  /**
   * Groups of these compiled theories such that it takes little time to audit all of a group at once. For
   * native Coq they are one group; the embedded one has several documents, none of which holds all theories.
   */
  together(theories: readonly string[]): readonly (readonly string[])[];
  /** Compiles a file that uses the theories, and returns Coq's output. @throws CoqError if Coq refuses it. */
  audit(text: string): Promise<string>;
  /**
   * Checks the compiled files a second time, by another program, and throws CoqError if it refuses them.
   * Undefined if there is no such program.
   */
  readonly recheck: ((theories: readonly string[]) => Promise<void>) | undefined;
  /** Ends what is running, and removes all files that the backend made. */
  stop(): Promise<void>;
}

export type BackendKind = "native" | "embedded";

/** Which Coq to use. `auto` takes the installed one, or the embedded one if none is installed. */
export type BackendChoice = "auto" | BackendKind;

export const BACKEND_CHOICES: readonly BackendChoice[] = ["auto", "native", "embedded"];

/** Coq did not accept a file. */
export class CoqError extends Error {
  override readonly name = "CoqError";
}
