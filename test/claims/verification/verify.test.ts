import { describe, expect, it } from "vitest";
import { claims } from "../../../src/claims/registry.js";
import { chosen, isHeld, verdictOf, verify } from "../../../src/claims/verification/verify.js";
import { evidenceOf } from "../../../src/claims/evidence/evidenceOf.js";
import { claimResult } from "../../../src/claims/evidence/claimResult.js";
import { quickContext } from "../quickContext.js";

describe("verify", () => {
  it("runs the evidence of the claims asked for, each once, and the controls", async () => {
    const heard = new Set<string>();
    const result = await verify({
      claims: ["def-2.1", "def-3.1", "def-2.1"],
      maxM: 3,
      seed: 7,
      progress: (claim) => heard.add(claim),
    });
    expect(result.ok).toBe(true);
    expect(result.claims.map(({ id }) => id)).toEqual(["def-2.1", "def-3.1"]);
    const asked = claims.filter(({ id }) => ["def-2.1", "def-3.1"].includes(id));
    expect(result.claims.map(({ verdicts }) => verdicts.length)).toEqual(
      asked.map((claim) => evidenceOf(claim).length),
    );
    expect([...heard]).toEqual(["def-3.1"]);
    expect(result.controls.count).toBeGreaterThan(100);
    expect(result.controls.unrefused).toEqual([]);
  });

  it.each([
    [{ claims: ["no-such"], maxM: 3, seed: 1 }, /^no claim "no-such"; choose among fig-1, /],
    [{ maxM: Number.NaN, seed: 1 }, "maxM is NaN; give a whole number from 2 to 64"],
    [{ maxM: 3, seed: 0.5 }, /^the seed is 0.5; give a whole number from 0 to /],
  ])("refuses %j", async (options, message) => {
    await expect(verify(options)).rejects.toThrow(message);
  });
});

describe("verdictOf", () => {
  it("makes a failing verdict of evidence that throws, and lets it fail the run", async () => {
    const run = (): never => {
      throw new RangeError("planted");
    };
    const verdict = await verdictOf({ name: "planted evidence", kind: "exhaustive", run }, quickContext);
    expect(verdict).toMatchObject({ held: false, what: "planted evidence", failure: "RangeError: planted" });
    const [claim] = chosen(["def-2.1"]);
    expect(claim && isHeld([claimResult(claim, [verdict])])).toBe(false);
  });

  it("lets no run succeed that has no evidence", () => {
    const [claim] = chosen(["fig-1"]);
    expect(claim && isHeld([claimResult(claim, [])])).toBe(false);
  });
});
