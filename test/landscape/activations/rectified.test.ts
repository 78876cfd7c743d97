import { describe, expect, it } from "vitest";
import { parseRational } from "../../../src/exact/numbers/rational.js";
import { relu, skewActivation, smoothRelu } from "../../../src/landscape/activations/exampleActivations.js";
import { rectifiedActivation } from "../../../src/landscape/activations/rectified.js";
import { quotient, rationals, shown } from "../fixtures.js";

describe("a rectified activation", () => {
  it.each([
    [relu, "-3", "0"],
    [relu, "0", "0"],
    [relu, "5/2", "5/2"],
    [smoothRelu, "-1", "0"],
    [smoothRelu, "2", "8/5"],
    [smoothRelu, "1/2", "1/10"],
  ])("%# has the value of its positive part for x > 0, else 0", (activation, x, value) => {
    expect(activation.value(parseRational(x)).toFraction()).toBe(value);
  });

  it("is 0 for x ≤ 0 whatever the positive part is there", () => {
    const pole = rectifiedActivation(quotient("1", "1 1"));
    expect(shown(rationals("-1 0 1").map(pole.value))).toBe("0 0 1/2");
    expect(pole.name).toBe("rectified ratio:1:1,1");
  });

  it("bears the name of its positive part", () => {
    expect(relu.name).toBe("rectified poly:0,1");
    expect(smoothRelu.name).toBe("rectified ratio:0,0,0,1:1,0,1");
    expect(skewActivation.name).toBe("ratio:2,1,1:1,0,1");
  });
});
