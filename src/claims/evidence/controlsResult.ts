/** What came of negative controls in one run. */
export interface ControlsResult {
  /** How many errors were planted. */
  readonly count: number;
  readonly refused: number;
  /**
   * Those that were not refused, and what became of them; also a number of controls that isn't the expected
   * one.
   */
  readonly unrefused: readonly string[];
}
