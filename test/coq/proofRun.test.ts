import { describe, expect, it } from "vitest";
import { checkedBy, isProved } from "../../src/coq/proofRun.js";
import { runWith, verdict } from "./proofRuns.js";

describe("a run of Coq", () => {
  it("proves all if nothing is wrong with any theorem, nor with the whole", () => {
    expect(isProved(runWith({ theorems: [verdict(), verdict()] }))).toBe(true);
    expect(isProved(runWith({ theorems: [verdict(), verdict("no")] }))).toBe(false);
    expect(isProved(runWith({ theorems: [verdict()], problems: ["no"] }))).toBe(false);
  });

  it("says who checked", () => {
    expect(checkedBy(runWith({ rechecked: false }))).toBe("Coq 8.16.1");
    expect(checkedBy(runWith())).toBe("Coq 8.16.1 and coqchk");
    expect(checkedBy(runWith({ backend: "embedded" }))).toBe("Coq 8.16.1");
  });
});
