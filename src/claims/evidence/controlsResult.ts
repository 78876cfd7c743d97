/** The outcome of errors planted on purpose in one run. */
export interface ControlsResult {
  /** The number of planted errors. */
  readonly count: number;
  readonly refused: number;
  /** The errors that were not refused, with what became of each; also a wrong number of controls. */
  readonly unrefused: readonly string[];
}
