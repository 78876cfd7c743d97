import { expect, test } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { averagingStudent } from "../../../src/landscape/criticalPoints/averagingStudent.js";
import { type Cost, boundedError, quarticError, squaredError } from "../../../src/landscape/loss/cost.js";
import { skewActivation } from "../../../src/landscape/activations/exampleActivations.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import { type MirroredRequest, mirroredData } from "../../../src/landscape/criticalPoints/mirroredData.js";
import { weightedGradient } from "../../../src/landscape/loss/weightedData.js";
import { type Unit, unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { SQUARE, v } from "../fixtures.js";

const r = (numerator: bigint, denominator = 1n) => rational(numerator, denominator);
const net = (...units: Unit[]) => twoLayerNetwork(2, 1, units);
const pair = [unitOf(["0", "1"], ["1"]), unitOf(["0", "-1"], ["1"])];

/** The teacher is 2x_2², the student ax_1². */
const request = (a: string, over: Partial<MirroredRequest> = {}): MirroredRequest => ({
  student: net(unitOf(["1", "0"], [a])),
  teacher: net(...pair),
  places: [r(1n)],
  heights: [r(1n), r(2n)],
  activation: SQUARE,
  cost: squaredError,
  ...over,
});

const spelled = ({ data, weights }: ReturnType<typeof mirroredData>) =>
  weights.map(
    (weight, k) =>
      `${weight.toFraction()} at ${String(data.inputs[k]?.key)}: ${String(data.targets[k]?.key)}`,
  );

test("the weights balance the residuals 1 and −5", () => {
  expect(spelled(mirroredData(request("3")))).toEqual([
    "5/6 at 1,1: 2",
    "5/6 at 1,-1: 2",
    "1/6 at 1,2: 8",
    "1/6 at 1,-2: 8",
  ]);
});

test("of several heights the first of either sign are taken, one that fits is not", () => {
  const heights = [r(3n), r(1n), r(1n, 2n), r(2n), r(0n)];
  expect(spelled(mirroredData(request("2", { heights })))).toEqual([
    "32/35 at 1,1/2: 1/2",
    "32/35 at 1,-1/2: 1/2",
    "3/35 at 1,3: 18",
    "3/35 at 1,-3: 18",
  ]);
});

test("places without both signs are left out", () => {
  const places = [r(0n), r(1n), r(5n)];
  expect(mirroredData(request("3", { places })).weights).toHaveLength(4);
});

test.each([
  ["above", "9"],
  ["below", "-9"],
  ["on the student's, or above", "8"],
])("if everywhere the teacher stays on one side, %s, there are no data", (_, a) => {
  expect(() => mirroredData(request(a))).toThrow(
    "there is no place with teacher values on both sides of the student's",
  );
});

const skew = (cost: Cost): MirroredRequest =>
  request("1", {
    student: net(unitOf(["-2", "0"], ["1"]), unitOf(["1", "0"], ["1"])),
    teacher: net(unitOf(["1", "1"], ["1"]), unitOf(["1", "-1"], ["1"])),
    places: [-3n, -2n, -1n, 1n, 2n, 3n].map((place) => r(place)),
    heights: [0n, 1n, 2n, 3n, 4n].map((height) => r(height)),
    activation: skewActivation,
    cost,
  });

test.each([squaredError, quarticError, boundedError])(
  "the student is critical, with the cost $name",
  (cost) => {
    const { student, activation, ...rest } = skew(cost);
    const weighted = mirroredData({ student, activation, ...rest });
    expect(weighted.weights.length).toBeGreaterThanOrEqual(16);
    expect(weightedGradient(student, weighted, activation, cost).isZero()).toBe(true);
  },
);

test("weights for another cost don't make it critical", () => {
  const { student, activation } = skew(squaredError);
  const weighted = mirroredData(skew(quarticError));
  expect(weightedGradient(student, weighted, activation, squaredError).isZero()).toBe(false);
});

test("a student that averages two heights has equal weights, and is critical by jets", () => {
  const { teacher, heights, activation } = skew(squaredError);
  const places = [r(1n), r(2n), r(3n)];
  const two = { teacher, places, heights: heights.slice(1, 3), activation };
  const student = averagingStudent({ ...two, incoming: places });
  const { data, weights } = mirroredData({ ...two, student, cost: squaredError });
  expect(weights.map((weight) => weight.toFraction())).toEqual(new Array(12).fill("1/2"));
  const jet = lossJet(student, data, activation, squaredError);
  expect(jet.value.compare(0n)).toBeGreaterThan(0);
  expect(jet.gradient.every((entry) => entry.equals(0n))).toBe(true);
});

test("an average of a constant by σ(0) = 0 is refused", () => {
  const request = { incoming: [r(0n)], places: [r(1n)], heights: [r(1n)] };
  expect(() => averagingStudent({ teacher: net(...pair), activation: SQUARE, ...request })).toThrow(
    "no student of these neurons averages the teacher",
  );
});

test("the average of 2·1² and 2·2² by 3²a", () => {
  const student = averagingStudent({
    teacher: net(...pair),
    activation: SQUARE,
    incoming: [r(3n)],
    places: [r(1n)],
    heights: [r(1n), r(2n)],
  });
  expect(student.units.map(({ incoming, outgoing }) => `${incoming.key};${outgoing.key}`)).toEqual([
    "3,0;5/9",
  ]);
});

test.each([
  [
    "a student off the axis",
    { student: net(unitOf(["1", "0"], ["1"]), unitOf(["1", "1/2"], ["1"])) },
    "neuron 2 of the student is off the axis",
  ],
  [
    "a teacher with one unit off the axis",
    { teacher: net(unitOf(["0", "1"], ["1"])) },
    "the teacher is not its own mirror image",
  ],
  [
    "a teacher whose mirror images differ in the outgoing weight",
    { teacher: net(unitOf(["0", "1"], ["1"]), unitOf(["0", "-1"], ["2"])) },
    "the teacher is not its own mirror image",
  ],
  [
    "a student with three inputs",
    { student: twoLayerNetwork(3, 1, []) },
    "the student has 3 inputs and 1 outputs",
  ],
  [
    "a teacher with two outputs",
    { teacher: twoLayerNetwork(2, 2, []) },
    "the teacher has 2 inputs and 2 outputs",
  ],
])("%s is refused", (_, over, message) => {
  expect(() => mirroredData(request("3", over))).toThrow(message);
});

test("inputs are pairs above and below the axis", () => {
  const { inputs } = mirroredData(request("3")).data;
  expect(inputs[1]?.equals(v("1", "-1"))).toBe(true);
});
