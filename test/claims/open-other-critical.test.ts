import { describe, expect, it, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { type Planted, refuses } from "./checks.js";
import {
  MIRRORED,
  type MirroredInstance,
  PLAIN,
  mirroredInstances,
  plainInstances,
} from "../../src/claims/instances/mirroredInstances.js";
import { checkNonsingular, checkOther, claim } from "../../src/claims/open-other-critical.js";
import { inertiaByDescartes } from "../oracles/inertiaByDescartes.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import { weightedHessian } from "../../src/landscape/loss/weightedData.js";
import { quickContext } from "./quickContext.js";

const instances = mirroredInstances();
const found = entry(instances, 0);

describe("irreducible critical points at a positive loss", () => {
  it("are as many as stated, with teachers no wider, and a local minimum at every width", () => {
    expect(instances).toHaveLength(Number(MIRRORED));
    expect(plainInstances()).toHaveLength(Number(PLAIN));
    const minima = instances.filter(({ index }) => index === 0);
    const sizes = minima.map(({ student, teacher }) => `${student.units.length},${teacher.units.length}`);
    expect([...new Set(sizes)]).toEqual(["2,2", "3,2", "3,3", "4,2", "4,4", "5,2"]);
    expect(new Set(instances.map(({ index }) => index))).toEqual(new Set([0, 1, 2, 3]));
  });

  it("have the stated inertia by the signs of the characteristic polynomial, too", () => {
    for (const { student, weighted, activation, index } of instances.slice(0, 9)) {
      const { numerators } = weightedHessian(student, weighted, activation, squaredError);
      expect(inertiaByDescartes(numerators)).toEqual({
        positive: 3 * student.units.length - index,
        negative: index,
        zero: 0,
      });
    }
  });

  const { student, teacher, weighted } = found;
  const { data, weights } = weighted;
  const half = <Item>(items: readonly Item[]): Item[] => items.filter((_, k) => k % 2 === 0);
  const planted: readonly Planted<MirroredInstance>[] = [
    [
      "a weight that is off",
      { weighted: { data, weights: weights.map((weight, k) => (k === 0 ? weight.mul(2n) : weight)) } },
      "the gradient is not 0 of width 2, with a teacher of width 2",
    ],
    [
      "points on one side of the axis only",
      {
        weighted: {
          data: { inputs: half(data.inputs), targets: half(data.targets) },
          weights: half(weights),
        },
      },
      "the gradient is not 0 of width 2, with a teacher of width 2",
    ],
    [
      "weights 0",
      { weighted: { data, weights: weights.map(() => rational(0n)) } },
      "a weight that is not positive of width 2, with a teacher of width 2",
    ],
    [
      "a unit twice",
      { student: { ...student, units: student.units.map(() => entry(student.units, 0)) } },
      "a reducible student of width 2, with a teacher of width 2",
    ],
    [
      "a student that is narrower than the teacher",
      { student: { ...student, units: student.units.slice(1) } },
      "a student of width 1, with a teacher of width 2",
    ],
    [
      "a teacher that does not fit",
      { teacher: { ...teacher, units: teacher.units.slice(1) } },
      "the teacher does not fit the data of width 2, with a teacher of width 1",
    ],
    ["a student that fits", { student: teacher }, "loss 0 of width 2, with a teacher of width 2"],
  ];
  refuses(checkOther, found, planted);
  refuses(checkNonsingular, found, [
    ...planted,
    ["another index", { index: 1 }, "inertia (6, 0, 0), not (5, 1, 0)"],
    ["a singular Hessian", entry(plainInstances(), 0), /^inertia \(\d, \d, [1-9]\), not \(6, 0, 0\)$/],
  ]);
});

test.each(claim.evidence)("$name settles the claim", async ({ run }) => {
  expect(await run(quickContext)).toMatchObject({ held: true });
});
