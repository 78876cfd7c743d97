import type { Source } from "../../files/sources.js";

/** What path is asked for and how it is told. */
export interface PathRequest {
  readonly from: Source;
  readonly to: Source;
  readonly json: boolean;
  readonly asPaper: boolean;
  readonly changes: boolean;
  /** Equal pieces of each segment, in JSON. */
  readonly steps: number;
  /** Subspaces that the search may reach. */
  readonly budget: number;
}
