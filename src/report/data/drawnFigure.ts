import type { PlayedPath } from "./player.js";

/** What a reader may choose of a figure: one of a list, or a text such as a number. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** What is chosen at first. */
  readonly value: string;
  /** The choices; a text is typed if there is no list. */
  readonly options?: readonly string[];
}

/** What is chosen of each field, by its name. */
export type Chosen = Readonly<Record<string, string>>;

/** A picture, with the values in it as a table. */
export interface Drawing {
  readonly title: string;
  /** What it shows, in sentences. */
  readonly description: string;
  /** What prints the same values, as it is typed. */
  readonly command?: string;
  readonly svg: string;
  readonly csv?: string;
  /** A path that can be played, if the picture has one. */
  readonly path?: PlayedPath;
}

/** A figure that is drawn by what a reader chooses, when the report is made and in the page alike. */
export interface DrawnFigure {
  /** The name of its files, without an ending. */
  readonly name: string;
  readonly fields: readonly Field[];
  /**
   * Draws it.
   *
   * @throws InputError if something chosen is not as it should be.
   */
  readonly draw: (chosen: Chosen) => Promise<Drawing>;
}

/** What the page asks of the worker that draws. */
export interface DrawingRequest {
  readonly name: string;
  readonly chosen: Chosen;
}

/** What that worker says. */
export type DrawingAnswer = { readonly drawing: Drawing } | { readonly refused: string };
