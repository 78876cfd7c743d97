import type { Source } from "../../files/sources.js";

/** Which path is asked for, and how it is printed. */
export interface PathRequest {
  readonly from: Source;
  readonly to: Source;
  readonly json: boolean;
  readonly asPaper: boolean;
  readonly changes: boolean;
  /** Number of equal pieces of each segment, in JSON. */
  readonly steps: number;
  /** Number of subspaces that the search may reach. */
  readonly budget: number;
}
