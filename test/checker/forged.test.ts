import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import { ACCEPTED, acceptedFile } from "./corpus.js";
import { expectJudged } from "./forgeries.js";
import { seal } from "./seal.js";

/** Takes the most time, and is another with longer numbers: test/checker/forged.large.test.ts. */
const LARGE = "spurious-persistent";

/** Takes most of the time of the others: test/checker/forgedSpurious.test.ts. */
const LONG = "spurious";

/** The body of a certificate with all its numbers alike. */
function shapeOf(text: string): string {
  const { body } = JSON.parse(text) as { body: unknown };
  return JSON.stringify(body, (_, value: unknown) =>
    ["string", "number"].includes(typeof value) ? "a number" : value,
  );
}

describe("a forged certificate", () => {
  it.each(ACCEPTED.filter(({ name }) => name !== LARGE && name !== LONG))(
    "made from $name is refused by a rule, or accepted by both checkers",
    async ({ text }) => {
      await expectJudged(text);
    },
  );

  it(`made from ${LARGE} would differ in its numbers alone`, () => {
    expect(shapeOf(acceptedFile(LARGE).text)).toBe(shapeOf(acceptedFile(LONG).text));
  });
});

describe("weights without entries", () => {
  it("are refused, though 0^0 = 1 makes a regular matrix of them", async () => {
    const body = { direction: [], exponents: [0], inverse: [[1]], modulus: 7, weights: [[]] };
    const verdict = await checkCertificate(seal("independence", "thm-4.2", body), { claim: "thm-4.2" });
    expect(verdict).toMatchObject({ accepted: false, rule: "shape" });
  });
});
