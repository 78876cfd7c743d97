import { describe, expect, it } from "vitest";
import { DEFAULT_MEMORY, countBytes, memoryBudget, requireMemory } from "../../src/cli/options/memory.js";
import { MAX_WIDTH, wholeNumber, widthArguments } from "../../src/cli/options/sizeArguments.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { InputError } from "../../src/exact/inputError.js";

/** The message of the InputError that this throws. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("wholeNumber", () => {
  it.each([
    ["3", 3],
    ["7", 7],
    ["007", 7],
    ["5", 5],
  ])("%s is %d", (text, value) => {
    expect(wholeNumber("n", text, 3, 7)).toBe(value);
  });

  it.each([
    ["2", "2 is too small"],
    ["8", "8 is too large"],
    ["9".repeat(400), `${"9".repeat(37)}... is too large`],
    ["1".repeat(40), `${"1".repeat(40)} is too large`],
    ["-5", "-5 is negative"],
    ["5.0", '"5.0" is not a whole number'],
    ["5\n", '"5\\n" is not a whole number'],
    ["--5", '"--5" is not a whole number'],
    ["٥", '"٥" is not a whole number'],
  ])("%j is none from 3 to 7", (text, problem) => {
    expect(refusal(() => wholeNumber("n", text, 3, 7))).toBe(
      `n: ${problem}; give a whole number from 3 to 7, in decimal digits`,
    );
  });
});

describe("widthArguments", () => {
  it("takes 1 ≤ r ≤ m ≤ the maximum", () => {
    expect(widthArguments("1", "1", 1)).toEqual({ r: 1, m: 1 });
    expect(widthArguments("2", "9", 9)).toEqual({ r: 2, m: 9 });
  });

  it("names which of them is wrong", () => {
    expect(refusal(() => widthArguments("0", "0", 9))).toMatch(/^r: 0 is too small/);
    expect(refusal(() => widthArguments("1", "0", 9))).toMatch(/^m: 0 is too small/);
    expect(refusal(() => widthArguments("10", "9", 9))).toMatch(/^r: 10 is too large/);
    expect(refusal(() => widthArguments("9", "10", 9))).toMatch(/^m: 10 is too large/);
    expect(refusal(() => widthArguments("9", "8", 9))).toMatch(/^r = 9 is larger than m = 8; give r ≤ m/);
  });

  it("stops where the counts do", () => {
    expect(() => labelledPartitionCount(1, MAX_WIDTH + 1)).toThrow(RangeError);
  });
});

describe("memory", () => {
  const MEBIBYTE = 1_048_576n;

  it("is enough up to the budget", () => {
    expect(() => {
      requireMemory("x", 16n * MEBIBYTE - 1n, 16);
    }).not.toThrow();
    expect(
      refusal(() => {
        requireMemory("x", 16n * MEBIBYTE, 16);
      }),
    ).toBe(
      "x takes about 17 MiB, the budget is 16 MiB; choose smaller sizes, or allow it with --max-memory 17",
    );
  });

  it("is asked for up to what can be allowed", () => {
    const most = MEBIBYTE * MEBIBYTE;
    expect(
      refusal(() => {
        requireMemory("x", most - 1n, 16);
      }),
    ).toMatch(/--max-memory 1048576$/);
    expect(
      refusal(() => {
        requireMemory("x", most, 16);
      }),
    ).toBe("x takes about 1·10^6 MiB, more than can be allowed; choose smaller sizes");
    expect(
      refusal(() => {
        requireMemory("x", 97n * 10n ** 40n * MEBIBYTE, 16);
      }),
    ).toMatch(/about 9·10\^41 MiB/);
    expect(memoryBudget("1048576")).toBe(1_048_576);
    expect(memoryBudget("16")).toBe(16);
    expect(memoryBudget(DEFAULT_MEMORY.toString())).toBe(2048);
    expect(refusal(() => memoryBudget("15"))).toMatch(/^--max-memory: 15 is too small/);
    expect(refusal(() => memoryBudget("1048577"))).toMatch(/^--max-memory: 1048577 is too large/);
  });

  it("of counts is r numbers of m·log2 m bits, no less than what they take", () => {
    expect(countBytes(3, 4)).toBe(4n); // 3·4·3 bits
    expect(countBytes(1, 1)).toBe(0n);
    expect(countBytes(1000, 1023)).toBe(1_278_750n);
    expect(countBytes(1000, 1024)).toBe(1_408_000n);
    const powers = Array.from({ length: 20 }, (_, k) => (BigInt(k + 1) ** 100n).toString(2).length);
    const bits = powers.reduce((sum, length) => sum + length, 0);
    expect(Number(countBytes(20, 100)) * 8).toBeGreaterThan(bits);
    expect(Number(countBytes(20, 100)) * 8).toBeLessThan(2.5 * bits);
  });
});
