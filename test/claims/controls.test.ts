import { afterEach, describe, expect, it, vi } from "vitest";
import { allControls, allRefused, runControls } from "../../src/claims/controls/control.js";
import { CONTROL_GROUPS, type ControlGroupName, runControlGroup } from "../../src/claims/controls/groups.js";
import { SEEN } from "../../src/claims/controls/floats.js";
import { CHECKS } from "../../src/crosscheck/checks.js";
import { runCheck } from "../../src/crosscheck/crosscheck.js";
import { measuredBackend } from "../crosscheck/measuredBackend.js";

/** Answers that are changed on their way to who asked: what a lax checker, engine or comparison would say. */
const lax = vi.hoisted(() => ({
  check: false,
  exhaustive: false,
  wide: false,
}));

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

const unrefused = async (group: ControlGroupName): Promise<readonly string[]> =>
  (await runControlGroup(group)).unrefused;

describe("the controls of every run", () => {
  it.each(CONTROL_GROUPS)("of group %s are all refused", async (group) => {
    const result = await runControlGroup(group);
    expect(result.unrefused).toEqual([]);
    expect(allRefused(result)).toBe(true);
    expect(result.count).toBeGreaterThan(20);
  });

  it("all tell of a checker that accepts anything", async () => {
    lax.check = true;
    const { count, refused, unrefused: named } = await runControlGroup("certificates");
    expect([refused, named.length]).toEqual([0, count]);
    expect(named).toContain("digest: thm-3.1-count (enumeration) with another digest: accepted");
    const certified = (await unrefused("engines")).filter((name) => name.startsWith("certified"));
    expect(certified.length).toBe(2);
    expect(await unrefused("engines")).toContain("refuted: lem-2.1 by a flow that only leaves: held");
  });

  it("tell of an engine that doesn't count", async () => {
    lax.exhaustive = true;
    const named = await unrefused("engines");
    expect(named).toContain("exhaustive: none of two cases: held");
    expect(named).toContain("a listing of surjections, without its last entry: held");
    expect(named).not.toContain("exhaustive: a last case that fails: held");
  });

  it("tell of bounds of products that are twenty times too wide, in every claim that has products", async () => {
    lax.wide = true;
    const named = (await unrefused("floats")).join("\n");
    for (const claim of Object.keys(SEEN).filter((id) => id !== "fig-6")) {
      expect(named).toContain(`numeric: ${claim} with an error of`);
    }
  });
});

describe("what is counted", () => {
  const refusing = { name: "a", run: () => undefined };
  const holding = { name: "b", run: () => "held" };
  const throwing = {
    name: "c",
    run: (): never => {
      throw new RangeError("planted");
    },
  };

  it("is every error, refused or not, and one that can't be planted isn't refused", async () => {
    const result = await runControls({ expected: 3, controls: () => [refusing, holding, throwing] });
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
  ])("has to be as many as expected: %#", async (controls, expected, failure) => {
    const result = await runControls({ expected, controls: () => controls });
    expect(result.unrefused).toEqual(failure === undefined ? [] : [failure]);
    expect(allRefused(result)).toBe(false);
  });

  it("fails where the controls can't be listed", async () => {
    const result = await runControls({
      expected: 0,
      controls: (): never => {
        throw new RangeError("errors for def-3.2 only");
      },
    });
    expect(result.unrefused).toEqual(["the controls end with an error: RangeError: errors for def-3.2 only"]);
  });

  it("adds up over groups", () => {
    const good = { count: 2, refused: 2, unrefused: [] };
    const bad = { count: 1, refused: 0, unrefused: ["x"] };
    expect(allControls([good, bad])).toEqual({ count: 3, refused: 2, unrefused: ["x"] });
    expect([allControls([good, good]), allControls([]), allControls([bad])].map(allRefused)).toEqual([
      true,
      false,
      false,
    ]);
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
