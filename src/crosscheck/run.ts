import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Backend } from "./backends.js";
import type { Compared } from "./comparison.js";
import type { Fault } from "./fault.js";
import type { FloatModel } from "./floatActivation.js";

/** What a check runs with. */
export interface Run {
  readonly backend: Backend;
  readonly model: FloatModel;
  /** Points at which functions are compared. */
  readonly points: number;
  /** Inputs at each point. */
  readonly inputs: number;
  readonly seed: number;
  /**
   * An irreducible network to stand for θ^r where functions at points of Γ_P are compared; a random one if
   * left out.
   */
  readonly theta?: TwoLayerNetwork;
  readonly fault?: Fault;
  readonly progress: (done: number, total: number) => void;
}

/** What a check found. */
export interface Outcome extends Compared {
  /** What was compared with what, in words. */
  readonly what: string;
}
