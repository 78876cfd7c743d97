/**
 * A network as its file writes it: W1, …, WL by rows, and a bias for each if there are any. Rationals are "p"
 * or "p/q".
 */
export interface PlayedNetwork {
  readonly weights: readonly (readonly (readonly string[])[])[];
  readonly biases?: readonly (readonly string[])[];
}

/** A path that the page plays. */
export interface PlayedPath {
  /** Its corners, two or more networks of one shape. Along a segment each weight changes in proportion. */
  readonly points: readonly PlayedNetwork[];
  /** The activation of the output curve at first, by a name that `--activation` of `compare` reads. */
  readonly activation: string;
  /** Whether the path is for this activation alone, so that no other can be chosen. */
  readonly isForOne?: true;
}

/** In how many equal steps the page plays each segment. */
export const STEPS = 24;

/** How many inputs of the line have a mark on the curve: odd, so that the middle is one. */
export const INPUTS = 41;

/** Of which activation and inputs the output curve is. Rationals are "p", "p/q" or decimals. */
export interface CurveView {
  readonly activation: string;
  readonly low: string;
  readonly high: string;
  /** The input that runs from low to high while others are 0, counted from 0; -1 if all run together. */
  readonly along: number;
}

/** A number as it is drawn and as it is told: the text is exact, or says between which decimals it lies. */
export interface DrawnNumber {
  readonly value: number;
  readonly text: string;
}

/** A weight or bias at a step of the path. */
export interface DrawnWeight extends DrawnNumber {
  /** Whether the segment changes it. */
  readonly moves: boolean;
}

/** What is drawn of all steps alike. */
export interface PlayedShape {
  /** The widths of all layers, inputs and outputs included. */
  readonly widths: readonly number[];
  /** For each layer the neurons that are drawn, ascending, counted from 0: all, or those that move first. */
  readonly drawn: readonly (readonly number[])[];
  readonly segments: number;
}

/** A step of a path, ready to be drawn. */
export interface Frame {
  /** From 0 to segments · STEPS. */
  readonly step: number;
  /** For each matrix the rows of drawn neurons, with the entries of drawn neurons of the layer before. */
  readonly weights: readonly (readonly (readonly DrawnWeight[])[])[];
  readonly biases: readonly (readonly DrawnWeight[])[] | undefined;
  /** The inputs that have a mark, by how far they are along the line. */
  readonly inputs: readonly DrawnNumber[];
  /** For each drawn output its value at each input. */
  readonly outputs: readonly (readonly DrawnNumber[])[];
  /** Whether the network computes what the first point does; undefined if this wasn't settled. */
  readonly isSame: boolean | undefined;
  /** The same in words, with what is known at the inputs that have a mark. */
  readonly sameness: string;
  /** What the segment changes. */
  readonly words: string;
}
