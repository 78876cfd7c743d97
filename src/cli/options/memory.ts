import { InputError } from "../../exact/inputError.js";
import { wholeNumber } from "./sizeArguments.js";

/**
 * MiB that a command may take if `--max-memory` is left out. With what the program itself takes that is less
 * than 2 GiB: where a heap may have more, V8 lets it grow fourfold before it collects (MaxGrowingFactor in
 * heap-controller.cc), and listing a long path takes 640 MB instead of 410.
 */
export const DEFAULT_MEMORY = 1920;

/** The least and the most MiB that can be allowed. The most is a tebibyte. */
const MIN_MEMORY = 16;
const MAX_MEMORY = 1_048_576;

/** Bytes of a MiB. */
export const MEBIBYTE = 1_048_576;

/**
 * Reads the option `--max-memory`, in MiB.
 *
 * @throws InputError unless it is a whole number from 16 to 1048576.
 */
export function memoryBudget(text: string): number {
  return wholeNumber("--max-memory", text, MIN_MEMORY, MAX_MEMORY);
}

/**
 * Refuses work whose memory estimate passes the budget.
 *
 * @param bytes the estimate.
 * @param budget MiB.
 * @throws InputError with the estimate, and the option that allows it if there is one.
 */
export function requireMemory(what: string, bytes: bigint, budget: number): void {
  const needed = bytes / BigInt(MEBIBYTE) + 1n;
  if (needed <= BigInt(budget)) return;
  if (needed > BigInt(MAX_MEMORY)) {
    throw new InputError(
      `${what} takes about ${rounded(needed)} MiB, more than can be allowed`,
      "choose smaller sizes",
    );
  }
  throw new InputError(
    `${what} takes about ${needed} MiB, the budget is ${budget} MiB`,
    `choose smaller sizes, or allow it with --max-memory ${needed}`,
  );
}

/** A large number, as its first digit and a power of ten. */
function rounded(value: bigint): string {
  const digits = value.toString();
  return `${digits.slice(0, 1)}·10^${digits.length - 1}`;
}

/**
 * Bytes for counts at widths r ≤ m: the powers 1^m, …, r^m are held at once, of m·log2 r bits each.
 *
 * @param images 2 if neurons may be mirrored: there are m bits more.
 */
export function countBytes(r: number, m: number, images = 1): bigint {
  return (BigInt(r) * bitsOf(m, images)) / 8n;
}

/** m·log2(images·m). */
function bitsOf(m: number, images: number): bigint {
  return BigInt(m) * BigInt((images * m).toString(2).length);
}

/** Bytes for rounded counts at widths up to m: 12 for each, where a row may have room for twice as many. */
export function roundedCountBytes(m: number): bigint {
  return 36n * BigInt(m);
}

/**
 * Bytes for a table of counts at widths up to m: two rows of T(0, m), …, T(m, m) are held at once, of m·log2
 * m bits each at most; and five counts for each row of the table as text, twice while they pass between
 * threads.
 */
export function tableBytes(rows: bigint, m: number, images = 1): bigint {
  const bits = bitsOf(m, images);
  return (2n * BigInt(m) * bits) / 8n + (2n * 5n * rows * bits) / 3n;
}

/**
 * Bytes for the counts at all widths up to m over a minimal width r: two rows of T(0, m), …, T(m, m) and the
 * powers 1^m, …, r^m are held at once, of m·log2 m bits each at most.
 */
export function regimeBytes(r: number, m: number, images = 1): bigint {
  return (BigInt(2 * m + 3 * r) * bitsOf(m, images)) / 8n;
}
