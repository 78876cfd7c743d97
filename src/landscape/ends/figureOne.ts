import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { twoLayerNetwork, unitOf } from "../../network/twoLayerNetwork.js";
import type { TaughtSetting } from "./endNetwork.js";

/** The grid goes from −5 to 5 in both directions, in steps of 1/4. */
const STEPS = 20;
const DIVISOR = 4n;

/**
 * The problem of Figure 1 (Şimşek et al. 2021): four sigmoid units without biases, and 1,681 inputs.
 *
 * @example figureOne.inputs.length === 1681
 */
export const figureOne: TaughtSetting = {
  inputs: grid(),
  teacher: twoLayerNetwork(2, 1, [
    unitOf(["3/5", "1/2"], ["1"]),
    unitOf(["-1/2", "1/2"], ["1"]),
    unitOf(["-1/5", "-3/5"], ["1"]),
    unitOf(["1/10", "-3/5"], ["1"]),
  ]),
};

function grid(): RationalVector[] {
  const side = Array.from({ length: 2 * STEPS + 1 }, (_, place) => BigInt(place - STEPS));
  return side.flatMap((x) => side.map((y) => RationalVector.of([x, y], DIVISOR)));
}
