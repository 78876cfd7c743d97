/** What a file for Coq has besides its head. */
export interface Part {
  /** The theory that has the soundness theorem. */
  readonly theory: string;
  /** Whether the rationals are meant with their order. */
  readonly isOrdered?: boolean;
  /** Names, their types, and their terms. */
  readonly definitions: readonly Definition[];
  readonly statement: string;
  /** The soundness theorem, applied to what it is about. */
  readonly by: string;
}

export type Definition = readonly [name: string, type: string, term: string];

export const VECTORS = "list (list rationals)";
export const UNITS = "list (list rationals * list rationals)";
export const CODES = "list code";
