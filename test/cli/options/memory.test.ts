import { describe, expect, it } from "vitest";
import { DEFAULT_MEMORY, countBytes, memoryBudget, requireMemory } from "../../../src/cli/options/memory.js";
import { refusal } from "./refusal.js";

describe("memory", () => {
  const MEBIBYTE = 1_048_576n;

  it("is enough up to the budget", () => {
    requireMemory("x", 16n * MEBIBYTE - 1n, 16);
    expect(refusal(requireMemory, "x", 16n * MEBIBYTE, 16)).toBe(
      "x takes about 17 MiB, the budget is 16 MiB; choose smaller sizes, or allow it with --max-memory 17",
    );
  });

  it("is asked for up to what can be allowed", () => {
    const most = MEBIBYTE * MEBIBYTE;
    expect(refusal(requireMemory, "x", most - 1n, 16)).toMatch(/--max-memory 1048576$/);
    expect(refusal(requireMemory, "x", most, 16)).toBe(
      "x takes about 1·10^6 MiB, more than can be allowed; choose smaller sizes",
    );
    expect(refusal(requireMemory, "x", 97n * 10n ** 40n * MEBIBYTE, 16)).toMatch(/about 9·10\^41 MiB/);
    expect(memoryBudget("1048576")).toBe(1_048_576);
    expect(memoryBudget("16")).toBe(16);
    expect(memoryBudget(DEFAULT_MEMORY.toString())).toBe(1920);
    expect(refusal(memoryBudget, "15")).toMatch(/^--max-memory: 15 is too small/);
    expect(refusal(memoryBudget, "1048577")).toMatch(/^--max-memory: 1048577 is too large/);
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
