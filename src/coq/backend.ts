import type { Theory } from "./theory.js";

/** Told what was compiled, and how far the work is. */
export type ReportProgress = (done: number, total: number, what: string) => void;

/** Something that checks proofs: Coq itself, or its port to JavaScript. */
export interface Backend {
  readonly kind: BackendKind;
  /** As in "8.16.1". */
  readonly version: string;
  /** Compiles in the order given; what Coq objected to, by theory. Theories that need a failed one fail too. */
  compile(theories: readonly Theory[], progress: ReportProgress): Promise<ReadonlyMap<string, string>>;
  /** Compiles a file on top of the theories, and gives what it printed; throws CoqError. */
  audit(text: string): Promise<string>;
  /** Checks the compiled files once more, by another program; undefined where there is none. Throws CoqError. */
  readonly recheck: ((theories: readonly string[]) => Promise<void>) | undefined;
  /** Ends whatever it is at, and leaves no files. */
  stop(): Promise<void>;
}

export type BackendKind = "native" | "embedded";

/** Which Coq to use: the installed one if there is one and else the embedded one, or the one named. */
export type BackendChoice = "auto" | BackendKind;

export const BACKEND_CHOICES: readonly BackendChoice[] = ["auto", "native", "embedded"];

/** Coq did not accept a file. */
export class CoqError extends Error {
  override readonly name = "CoqError";
}
