import type { FloatType } from "../../../formats/floatTypes.js";
import type { Within } from "../../options/rangeOption.js";
import type { WrittenFormat } from "../../../formats/writtenNetwork.js";

/** A group of neurons of a layer, counted from 1. */
export interface ReportedGroup {
  /**
   * "copies" have nearly equal incoming weights; "zero" copies have outgoing ones that nearly cancel, too.
   * "silent" is a neuron without output; "constant" one nearly without input; "dead" and "linear" are ReLUs
   * that see one side of their kink in the whole box.
   */
  readonly kind: "copies" | "zero" | "silent" | "constant" | "dead" | "linear";
  readonly units: readonly number[];
  /** For each −1 if it is nearly a mirror image of the first, else 1; given if one is. */
  readonly signs?: readonly number[];
  /** For ReLU: by what factor each is nearly a multiple of the first. */
  readonly scales?: readonly string[];
  /** The largest difference of two incoming weights, rounded up. For ReLU, of the directions. */
  readonly spread?: string;
  /** The outgoing weights of all, with their signs and scales, summed exactly. */
  readonly outgoingSum?: readonly string[];
}

/** A hidden layer. */
export interface ReportedLayer {
  readonly width: number;
  readonly irreducibleWidth: number;
  /** For each neuron the unit that it becomes, from 1 on; 0 or less for those that are dropped. */
  readonly labelledPartition: readonly number[];
  /** As in `reduce --activation`. */
  readonly signs: readonly number[];
  /** What becomes of a constant or linear part that has no place: "kept" or "unsettled"; if there is one. */
  readonly rest?: string;
  readonly groups: readonly ReportedGroup[];
  /** How far incoming weights may be apart. */
  readonly tolerance: string;
  /** How large outgoing sums may be to count as 0. */
  readonly outgoingTolerance: string;
  /** For each neuron the distance to the nearest other, rounded up; with the tolerance looked for alone. */
  readonly nearest?: readonly string[];
}

/** The largest difference on given inputs. */
export interface ReportedDifference {
  readonly lower: string;
  readonly upper: string;
  /** Where the lower one was found, counted from 1. */
  readonly input: number;
  readonly output: number;
}

/** A certificate that was written. */
export interface WrittenBound {
  readonly file: string;
  readonly bytes: number;
  readonly digest: string;
  readonly claim: string;
  /** What outputs change by at most, as the certificate proves it. */
  readonly bound: string;
}

/** The file of the pruned network; with its format and type if it is written in floats. */
export interface ReportedFile {
  readonly file: string;
  readonly bytes: number;
  /** Left out unless there are several. */
  readonly files?: readonly string[];
  readonly target?: WrittenFormat;
  readonly type?: FloatType;
  /** How many weights and biases were rounded, and the largest |difference|, exactly. */
  readonly rounded?: number;
  readonly largestDifference?: string;
}

/** What holds of the whole network. */
export interface ReportedWhole extends Within {
  /** The Euclidean distance to the nearest network with these groups, rounded up. */
  readonly distance: string;
  /** Its square, exactly. */
  readonly distanceSquared: string;
  readonly activation?: string;
  /** In every output, for all these inputs, the pruned network, as written, differs by at most this. */
  readonly bound?: string;
  readonly data?: ReportedDifference;
  readonly pruned?: ReportedFile;
  /** The certificate of a bound, which may be larger than the one above. */
  readonly certificate?: WrittenBound;
}

/** What `equiloss classify` prints as JSON: with one hidden layer its members, with more a list of layers. */
export type ClassifyReport =
  (ReportedLayer & ReportedWhole) | (ReportedWhole & { readonly layers: readonly ReportedLayer[] });
