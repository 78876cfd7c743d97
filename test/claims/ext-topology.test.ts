import { describe, expect, it } from "vitest";
import { checkSphereNumbers, sphereNumbers } from "../../src/claims/ext-topology.js";

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
