import { parseRational } from "../../../../src/exact/numbers/rational.js";

/** What `classify --json` prints, as far as the tests look at it. */
export interface Classified {
  readonly bound?: string;
  readonly distance: string;
  readonly data?: { readonly lower: string; readonly upper: string };
  readonly pruned: unknown;
}

/** The double near to a rational. */
export function decimalOf(text: string | undefined): number {
  const { s, n, d } = parseRational(String(text));
  return Number(s * n) / Number(d);
}
