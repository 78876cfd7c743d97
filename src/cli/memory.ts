import { InputError } from "../exact/inputError.js";

/** MiB that a command may take unless told otherwise. */
export const DEFAULT_MEMORY = 2048;

const MEBIBYTE = 1_048_576n;

/**
 * Refuses work whose memory estimate passes the budget.
 *
 * @param bytes the estimate.
 * @param budget MiB.
 * @throws InputError with the estimate and the flag that allows it.
 */
export function requireMemory(what: string, bytes: bigint, budget: number): void {
  const needed = bytes / MEBIBYTE + 1n;
  if (needed <= BigInt(budget)) return;
  throw new InputError(
    `${what} takes about ${needed} MiB, the budget is ${budget} MiB`,
    `choose smaller widths, or allow it with --max-memory ${needed}`,
  );
}

/**
 * Bytes for counts at widths r ≤ m: the powers 1^m, …, r^m are held at once, of m·log2 r bits each.
 */
export function countBytes(r: number, m: number): bigint {
  return (BigInt(r) * BigInt(m) * BigInt(m.toString(2).length)) / 8n;
}
