import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Backend } from "./backends.js";
import type { Compared } from "./comparison.js";
import type { Fault } from "./fault.js";
import type { FloatModel } from "./floatActivation.js";

/** The settings of a check. */
export interface Run {
  readonly backend: Backend;
  readonly model: FloatModel;
  /** Points at which functions are compared. */
  readonly points: number;
  /** Inputs at each point. */
  readonly inputs: number;
  readonly seed: number;
  /** An irreducible θ^r for the comparison of functions at points of Γ_P; a random one if left out. */
  readonly theta?: TwoLayerNetwork;
  readonly fault?: Fault;
  readonly progress: (done: number, total: number) => void;
}

/** The outcome of a check. */
export interface Outcome extends Compared {
  /** What was compared with what, in words. */
  readonly what: string;
}
