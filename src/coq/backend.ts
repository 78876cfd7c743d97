import type { Theory } from "./theory.js";

/** Receives how many of all steps are done, and what the last one was. */
export type ReportProgress = (done: number, total: number, what: string) => void;

/** Something that checks proofs: Coq itself, or its port to JavaScript. */
export interface Backend {
  readonly kind: BackendKind;
  /** As in "8.16.1". */
  readonly version: string;
  /**
   * Compiles theories, which are given in an order in which each comes after those it requires. The result
   * says what Coq objected to in each theory. Theories that require a failed one fail too.
   */
  compile(theories: readonly Theory[], progress: ReportProgress): Promise<ReadonlyMap<string, string>>;
  /**
   * Compiles a file on top of the theories, and returns what Coq printed; throws CoqError if Coq refuses it.
   */
  audit(text: string): Promise<string>;
  /**
   * Checks the compiled files once more, by another program, and throws CoqError if that refuses them;
   * undefined where there is no such program.
   */
  readonly recheck: ((theories: readonly string[]) => Promise<void>) | undefined;
  /** Ends what is running, and removes all files that the backend made. */
  stop(): Promise<void>;
}

export type BackendKind = "native" | "embedded";

/**
 * Which Coq to use: the one named, or with `auto` the installed one, and the embedded one where none is
 * installed.
 */
export type BackendChoice = "auto" | BackendKind;

export const BACKEND_CHOICES: readonly BackendChoice[] = ["auto", "native", "embedded"];

/** The error that Coq did not accept a file. */
export class CoqError extends Error {
  override readonly name = "CoqError";
}
