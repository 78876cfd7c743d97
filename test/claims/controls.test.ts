import { afterEach, describe, expect, it, vi } from "vitest";
import { allControls, allRefused, runControls } from "../../src/claims/controls/control.js";
import { CONTROL_GROUPS, type ControlGroupName, runControlGroup } from "../../src/claims/controls/groups.js";
import { SEEN } from "../../src/claims/controls/floats.js";
import { CHECKS } from "../../src/crosscheck/checks.js";
import { runCheck } from "../../src/crosscheck/crosscheck.js";
import { measuredBackend } from "../crosscheck/measuredBackend.js";

/** Switches that change answers into those of a lax checker, engine or comparison. */
const lax = vi.hoisted(() => ({ check: false, exhaustive: false, wide: false }));

vi.mock(import("../../src/checker/check.js"), async (importOriginal) => {
  const { checkCertificate } = await importOriginal();
  return {
    checkCertificate: (text, expected) =>
      lax.check ? Promise.resolve({ accepted: true, shows: "anything" }) : checkCertificate(text, expected),
  };
});

vi.mock(import("../../src/claims/evidence/exhaustive.js"), async (importOriginal) => {
  const { exhaustive } = await importOriginal();
  return {
    exhaustive: (options) => {
      const verdict = exhaustive(options);
      // A loop that forgets its count.
      return lax.exhaustive && verdict.visited !== verdict.expected ? { ...verdict, held: true } : verdict;
    },
  };
});

vi.mock(import("../../src/crosscheck/boundedMatrix.js"), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    boundedProduct: (a, b, roundoff) => {
      const product = original.boundedProduct(a, b, roundoff);
      return lax.wide ? { ...product, error: product.error.map((error) => error * 20) } : product;
    },
  };
});

afterEach(() => {
  Object.assign(lax, { check: false, exhaustive: false, wide: false });
});

const unrefusedOf = async (group: ControlGroupName): Promise<readonly string[]> =>
  (await runControlGroup(group)).unrefused;

describe("the controls of every run", () => {
  it.each(CONTROL_GROUPS)("of group %s are all refused", async (group) => {
    const result = await runControlGroup(group);
    expect(result.unrefused).toEqual([]);
    expect(allRefused(result)).toBe(true);
    expect(result.count).toBeGreaterThan(20);
  });

  it("all notice a checker that accepts anything", async () => {
    lax.check = true;
    for (const group of ["certificates", "frames"] as const) {
      const { count, refused, unrefused } = await runControlGroup(group);
      expect([refused, unrefused.length]).toEqual([0, count]);
    }
    expect(await unrefusedOf("frames")).toContain(
      "digest: thm-3.1-count (enumeration) with another digest: accepted",
    );
    const named = await unrefusedOf("engines");
    expect(named.filter((name) => name.startsWith("certified")).length).toBe(2);
    expect(named).toContain("refuted: lem-2.1 by a flow that only leaves: held");
  });

  it("notice an engine that does not count", async () => {
    lax.exhaustive = true;
    const named = await unrefusedOf("engines");
    expect(named).toContain("exhaustive: none of two cases: held");
    expect(named).toContain("a listing of surjections, without its last entry: held");
    expect(named).not.toContain("exhaustive: a last case that fails: held");
  });

  it("notice bounds of products that are twenty times too wide, in every claim with products", async () => {
    lax.wide = true;
    const named = (await unrefusedOf("floats")).join("\n");
    for (const claim of Object.keys(SEEN).filter((id) => id !== "fig-6")) {
      expect(named).toContain(`numeric: ${claim} with an error of`);
    }
  });
});

describe("what is counted", () => {
  const refusing = { name: "a", run: () => undefined };
  const holding = { name: "b", run: () => "held" };
  const throws = (): never => {
    throw new RangeError("planted");
  };

  it("is every error, refused or not, and one that cannot be planted is not refused", async () => {
    const result = await runControls({
      expected: 3,
      controls: () => [refusing, holding, { name: "c", run: throws }],
    });
    expect(result).toEqual({
      count: 3,
      refused: 1,
      unrefused: ["b: held", "c: stopped by an error: RangeError: planted"],
    });
    expect(allRefused(result)).toBe(false);
  });

  it.each([
    [[], 1, "no controls, expected 1"],
    [[], 0, undefined],
    [[refusing], 2, "1 controls, expected 2"],
    [[refusing, refusing], 1, "2 controls, expected 1"],
  ])("has to be the expected number: %#", async (controls, expected, failure) => {
    const result = await runControls({ expected, controls: () => controls });
    expect(result.unrefused).toEqual(failure === undefined ? [] : [failure]);
    expect(allRefused(result)).toBe(false);
  });

  it("fails where the controls cannot be listed", async () => {
    const { unrefused } = await runControls({ expected: 0, controls: throws });
    expect(unrefused).toEqual(["the controls end with an error: RangeError: planted"]);
  });

  it("adds up over groups", () => {
    const good = { count: 2, refused: 2, unrefused: [] };
    const bad = { count: 1, refused: 0, unrefused: ["x"] };
    expect(allControls([good, bad])).toEqual({ count: 3, refused: 2, unrefused: ["x"] });
    expect(allRefused(allControls([good, good]))).toBe(true);
    for (const results of [[], [bad]]) expect(allRefused(allControls(results))).toBe(false);
  });
});

describe.each(["cpu", "wasm"] as const)("errors planted in floats on %s", (name) => {
  it("are seen for other seeds too", async () => {
    const { backend, measured } = await measuredBackend(name);
    for (const check of CHECKS) {
      for (const fault of SEEN[check.claim] ?? []) {
        for (const seed of [1, 2, 3]) {
          const request = { backend, points: 5, inputs: 5, seed, fault, progress: () => undefined };
          const { held } = await runCheck(check, request, measured);
          expect([check.claim, fault, seed, held]).toEqual([check.claim, fault, seed, false]);
        }
      }
    }
  });
});
