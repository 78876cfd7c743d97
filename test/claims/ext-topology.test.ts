import { describe, expect, it } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { failureOf, refuses } from "./checks.js";
import { morseCertificate } from "../../src/certificate/morseCertificate.js";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import {
  checkFlats,
  checkHomology,
  checkSphereNumbers,
  claim,
  flatsCases,
  homologyCase,
  sphereNumbers,
} from "../../src/claims/ext-topology.js";
import { quickContext } from "./quickContext.js";

describe("the numbers of ext-topology", () => {
  it("agree at (3,4): 13 circles, Euler characteristic −12", () => {
    const found = sphereNumbers(3, 4);
    expect([found.closedForm, found.eulerCharacteristic]).toEqual([13n, -12n]);
    expect(checkSphereNumbers(found)).toBeUndefined();
  });

  it.each([
    ["closedForm", "β(3,4) is 14 by the closed form, 13 by the recurrence"],
    ["recurrence", "β(3,4) is 13 by the closed form, 14 by the recurrence"],
    ["difference", "(−1)^{m−r}Δ^r x^m at −1 is -13 at (3,4), not 1 + (−1)^{m−r}·13"],
    ["eulerCharacteristic", "χ(3,4) is -11, not -12"],
  ] as const)("a wrong %s is caught", (name, message) => {
    const found = sphereNumbers(3, 4);
    expect(checkSphereNumbers({ ...found, [name]: found[name] + 1n })).toBe(message);
  });
});

describe("the homology of ext-topology", () => {
  const found = homologyCase(3, 5);

  it("is that of 29 spheres of dimension 2 at (3,5)", () => {
    expect(found.groups.betti).toEqual([1, 0, 29]);
  });

  const groups = (betti: number[], torsion: bigint[][] = [[], [], []]) => ({ groups: { betti, torsion } });
  refuses(checkHomology, found, [
    ["a sphere too few", groups([1, 0, 28]), "at (3,5) H_2 is Z^28, not Z^29"],
    ["two components", groups([2, 0, 29]), "at (3,5) H_0 is Z^2, not Z^1"],
    ["a circle", groups([1, 1, 30]), "at (3,5) H_1 is Z^1, not Z^0"],
    ["torsion", groups([1, 0, 29], [[], [2n], []]), "at (3,5) H_1 is Z^0 + Z/2, not Z^0"],
    ["another χ", { eulerCharacteristic: 29 }, "at (3,5) χ is 29, not 30"],
    ["another width", { m: 6 }, "at (3,6) H_2 is Z^29, not Z^0"],
  ]);
});

describe("the flats of ext-topology", () => {
  const cases = [...flatsCases(4)];

  it("are checked by both routes at every size", () => {
    expect(cases.length).toBe(20);
    expect(cases.map(checkFlats).filter((failure) => failure !== undefined)).toEqual([]);
  });

  it("with a planted error are caught", () => {
    const sample = entry(
      cases.filter(({ r, m }) => r === 3 && m === 4),
      0,
    );
    const { below } = sample.poset;
    const wrong = (changed: readonly (readonly number[])[], route: "Möbius" | "homology") =>
      checkFlats({ ...sample, route, poset: { below: changed } });
    // An inclusion forgotten: a subspace with one point fewer.
    const place = below.findIndex((list) => list.length > 0);
    const forgotten = below.map((list, y) => (y === place ? list.slice(1) : list));
    expect(wrong(forgotten, "Möbius")).toBe("at (3,4) χ is -11, not -12");
    expect(wrong(forgotten, "homology")).toBe("at (3,4) H_1 is Z^12, not Z^13");
    expect(wrong([...below, []], "Möbius")).toBe("61 maximal flats at (3,4), not T(3,4)");
  });
});

describe("the matchings of ext-topology", () => {
  it("for another size are rejected", async () => {
    const instance = { certificate: morseCertificate(2, 4), asked: { claim: "ext-topology", r: 2, m: 3 } };
    expect(await failureOf([instance])).toContain("rejected by rule parameters");
  });
});

describe("the evidence of ext-topology", () => {
  it("holds, with as many cases as expected", async () => {
    const context = { ...quickContext, maxM: 4 };
    const verdicts = await Promise.all(evidenceOf(claim).map(async ({ run }) => run(context)));
    expect(verdicts.every((verdict) => "held" in verdict && verdict.held)).toBe(true);
    expect(verdicts.slice(0, 4)).toMatchObject([
      { kind: "exhaustive", visited: "10" },
      { kind: "exhaustive", visited: "20" },
      { kind: "certified", accepted: "10" },
      { kind: "exhaustive", visited: "1830" },
    ]);
  });
});
