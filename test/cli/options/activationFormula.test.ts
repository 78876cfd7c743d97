import { expect, it } from "vitest";
import { activationFormula, describedActivation } from "../../../src/cli/options/activationFormula.js";
import { parseActivation } from "../../../src/landscape/activations/activationText.js";

it.each([
  ["poly:0", "0"],
  ["poly:1,0,1/2", "1 + x²/2"],
  ["poly:0,-1,-3/2", "−x − 3x²/2"],
  ["poly:-2/3,0,0,0,0,0,0,0,0,0,0,0,1", "−2/3 + x¹²"],
  ["ratio:1,2:1,0,1", "(1 + 2x)/(1 + x²)"],
])("%s is %s", (form, formula) => {
  expect(activationFormula(parseActivation(form))).toBe(formula);
});

it("says which is the default", () => {
  expect(describedActivation(parseActivation("ratio:1,1:1,0,1"))).toBe(
    "(1 + x)/(1 + x²), ratio:1,1:1,0,1 (default)",
  );
  expect(describedActivation(parseActivation("poly:0,1"))).toBe("x, poly:0,1");
});
