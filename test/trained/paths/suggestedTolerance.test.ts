import { describe, expect, it } from "vitest";
import { formatRational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { everyActivation } from "../../../src/network/activations/activationSymmetry.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { suggestedTolerance } from "../../../src/trained/paths/suggestedTolerance.js";
import { snappedPath } from "../../../src/trained/paths/snappedPath.js";
import { nearPair } from "./nearPairs.js";

const PLANT = { widths: [2, 3, 1], hasBiases: true, more: 2, mirrored: undefined, seed: 9 };

describe("suggestedTolerance", () => {
  it.each(["1/10000000000", "1/1000000", "1/10000"])("is one at which there is a path: noise %s", (text) => {
    const noise = parseRational(text);
    const { a, b } = nearPair({ ...PLANT, noise });
    const tolerance = suggestedTolerance(a, b, everyActivation);
    if (tolerance === undefined) throw new Error("no tolerance");
    expect(tolerance.compare(noise)).toBe(1);
    expect(tolerance.compare(noise.mul(100n))).toBeLessThanOrEqual(0);
    expect("segments" in snappedPath(a, b, { tolerance })).toBe(true);
    expect(() => snappedPath(a, b, { tolerance: tolerance.div(100n) })).toThrow("at this tolerance");
  });

  it("is none for networks that have nothing in common, or are large", () => {
    const [a, b] = [1, 2].map((seed) => randomMultiLayer({ widths: [2, 4, 1], hasBiases: false }, seed));
    if (a === undefined || b === undefined) throw new Error("two networks");
    expect(suggestedTolerance(a, b, everyActivation)).toBeUndefined();
    const wide = randomMultiLayer({ widths: [600, 9, 2], hasBiases: false }, 3);
    expect(suggestedTolerance(wide, wide, everyActivation)).toBeUndefined();
  });

  it("is the finest for equal networks", () => {
    const { a } = nearPair({ ...PLANT, noise: rational(0n) });
    const found = suggestedTolerance(a, a, everyActivation);
    expect(found && formatRational(found)).toBe("1/1000000000000000");
  });
});
