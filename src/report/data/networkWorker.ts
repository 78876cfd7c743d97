import type { CurveView, Frame, PlayedPath, PlayedShape } from "./player.js";

/** What the page asks of the worker that has the mathematics of networks. */
export type NetworkAsk =
  /** Takes a path, of which frames are asked for then. */
  | { readonly ask: "play"; readonly path: PlayedPath }
  | { readonly ask: "frame"; readonly step: number; readonly view: CurveView };

/** What each is answered. */
export interface NetworkAnswers {
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
