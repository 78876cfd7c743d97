import type { NetworkFile } from "../../../network/networkFile.js";

/** What `equiloss reduce` prints as JSON for a network of two layers without biases. */
export interface UnitsReduced {
  readonly width: number;
  readonly irreducibleWidth: number;
  /** Null if all neurons cancel. */
  readonly network: NetworkFile | null;
  /** For each neuron the unit that it merges into, from 1 on; 0 or less for those whose sum cancels. */
  readonly labelledPartition: readonly number[];
}

/** What `equiloss reduce` prints as JSON for any other network; lists have an entry for each hidden layer. */
export interface LayersReduced {
  readonly widths: readonly number[];
  readonly irreducibleWidths: readonly number[];
  /** Null if a layer has no neuron left. */
  readonly network: NetworkFile | null;
  readonly labelledPartitions: readonly (readonly number[])[];
}

/** What it prints in addition for a given activation. */
interface ForActivation {
  /** The activation's name. */
  readonly activation: string;
}

/** What `equiloss reduce --activation` prints as JSON for a network of two layers without biases. */
export interface UnitsReducedFor extends UnitsReduced, ForActivation {
  /** For each neuron −1 if it is mirrored against the unit that it becomes, 0 if it is a constant, else 1. */
  readonly signs: readonly number[];
  /** For ReLU: the incoming weights of each neuron are sign · scale times those of the unit. */
  readonly scales?: readonly string[];
  /**
   * Given if merging leaves a constant or a linear part without a place: "kept" if neurons must carry it,
   * "unsettled" if it was not found out whether they must.
   */
  readonly rest?: string;
}

/** What `equiloss reduce --activation` prints as JSON for any other network. */
export interface LayersReducedFor extends LayersReduced, ForActivation {
  readonly signs: readonly (readonly number[])[];
  readonly scales?: readonly (readonly string[])[];
  readonly rests?: readonly string[];
  /** What the network computes, if no neuron of its last hidden layer is left. */
  readonly constant?: readonly string[];
}
