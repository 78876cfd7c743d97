import type { CurveView, Frame, PlayedPath, PlayedShape } from "./player.js";

/** The largest file of a network that the page takes, in MiB: exact work on a larger one takes hours. */
export const MOST_NETWORK_MEBIBYTES = 16;

/** A file of the reader's. */
export interface GivenFile {
  readonly place: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the reader says beside the files; undefined where nothing is said. */
export interface GivenChoices {
  readonly activation: string | undefined;
  readonly tolerance: string | undefined;
}

/** What the page asks of the worker that has the mathematics of networks. */
export type NetworkAsk =
  /** Takes files, of which others ask then. */
  | { readonly ask: "read"; readonly files: readonly GivenFile[] }
  | ({ readonly ask: "classify" | "reduce"; readonly which: number } & GivenChoices)
  | ({ readonly ask: "compare" | "path" } & GivenChoices)
  /** Takes a path, of which frames are asked for then. */
  | { readonly ask: "play"; readonly path: PlayedPath }
  | { readonly ask: "frame"; readonly step: number; readonly view: CurveView };

/** What the command line says of the same. */
export interface CommandResult {
  /** What is typed for it. */
  readonly command: string;
  /** What it prints for a person, and what it notes on how files were read. */
  readonly text: string;
  /** What it prints with `--json`. */
  readonly json: string;
}

/** A result, and its path if there is one that is short enough to be played. */
export interface PathResult extends CommandResult {
  readonly path: PlayedPath | undefined;
}

/** What each is answered. */
export interface NetworkAnswers {
  /** The names of the files that have the networks, one or two. */
  readonly read: readonly string[];
  readonly classify: CommandResult;
  readonly reduce: CommandResult;
  readonly compare: CommandResult;
  readonly path: PathResult;
  readonly play: PlayedShape;
  readonly frame: Frame;
}

/** A bad input: what is wrong, where, and what to do. */
export interface Refused {
  readonly problem: string;
  readonly repair: string;
  readonly place?: string;
}

/** A question with a number, which its answer has, too. */
export type NumberedAsk = NetworkAsk & { readonly number: number };

/** What the worker says of a question: its answer, or why there is none. */
export type NumberedAnswer = { readonly number: number } & (
  { readonly answer: NetworkAnswers[NetworkAsk["ask"]] } | { readonly refused: Refused }
);

/** Files of the package that a reader may try. */
export interface NetworkExample {
  readonly name: string;
  readonly files: readonly { readonly place: string; readonly text: string }[];
  /** What has to be chosen to see what the example is for; "" for nothing. */
  readonly activation: string;
  readonly tolerance: string;
}
