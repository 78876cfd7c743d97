import { describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.js";
import { gradientFlowCounterexample } from "../../src/certificate/counterexampleCertificate.js";
import { flowVerdict } from "../../src/claims/lem-2.1.js";

const whole = gradientFlowCounterexample();
const cases = whole.body.cases as readonly Record<string, string | number | readonly string[]>[];

function withCases(changed: typeof cases): Certificate {
  return { ...whole, body: { cases: changed } };
}

describe("the refutation of Lemma 2.1", () => {
  it("stands with both curves", async () => {
    expect(await flowVerdict(whole)).toMatchObject({ kind: "refuted as stated", held: true });
  });

  it.each([
    ["a curve that solves no gradient flow", cases.map((item) => ({ ...item, second: ["0", "0", "-1"] }))],
    ["the other sign of the loss", cases.map((item) => ({ ...item, sign: -Number(item.sign) }))],
    ["a root that is not the difference's", cases.map((item) => ({ ...item, root: ["0", "2"] }))],
    ["a curve that stays outside", cases.map((item) => ({ ...item, from: "1/3", to: "2/3" }))],
    ["one curve only", cases.slice(1)],
  ])("falls with %s", async (_, changed) => {
    const verdict = await flowVerdict(withCases(changed));
    expect(verdict.held).toBe(false);
    expect(verdict.failure).toMatch(/^rejected by rule (?:curve|cases)/);
  });
});
