import { describe, expect, it } from "vitest";
import {
  checkCosts,
  checkIndex,
  checkKinds,
  checkLayers,
  claim,
  splittings,
} from "../../src/claims/ext-inertia.js";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import { indexControls } from "../../src/claims/controls/indexFormula.js";
import { costCases } from "../../src/claims/instances/costInstances.js";
import { layeredCases } from "../../src/claims/instances/layeredIndex.js";
import {
  copiesWith,
  everyPattern,
  kindCount,
  pointsOfKinds,
  shapesUpTo,
  signPatterns,
  unitKinds,
} from "../../src/claims/instances/unitStrata.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { shareSigns } from "../../src/landscape/criticalPoints/inertiaAbove.js";
import { failureOf, refuses, visits } from "./checks.js";
import { quickContext } from "./quickContext.js";

const [good] = everyPattern(pointsOfKinds([{ inputDimension: 2, outputDimension: 2, isCritical: true }], 1));
const [costs] = costCases(1);
const [layers] = layeredCases();
if (good === undefined || costs === undefined || layers === undefined) throw new Error("no cases");

describe("the strata", () => {
  it("are as many as the closed form says, and all different", () => {
    for (const shape of shapesUpTo(3)) {
      const { inputDimension, outputDimension, isCritical } = shape;
      const kinds = [...unitKinds(inputDimension, outputDimension, isCritical)];
      expect(BigInt(kinds.length)).toBe(kindCount([shape]));
      expect(new Set(kinds.map((kind) => JSON.stringify(kind))).size).toBe(kinds.length);
    }
  });

  it("have shares of sum 1 with their signs", () => {
    for (const k of [1, 2, 3, 4]) {
      const patterns = [...signPatterns(k)];
      expect(patterns).toHaveLength((k * (k + 1)) / 2);
      for (const pattern of patterns) {
        const { beta } = copiesWith([pattern]);
        expect(shareSigns(beta)).toEqual(pattern);
        expect(beta.reduce((sum, share) => sum.add(share)).equals(1n)).toBe(true);
      }
    }
  });
});

describe("a point of a prescribed kind", () => {
  const { point } = good;
  const residuals = point.residuals.map((residual) => residual.times(rational(0n)));
  const inputs = point.data.inputs.toReversed();
  refuses(checkKinds, point, [
    [
      "another kind",
      {
        request: { ...point.request, kinds: [{ rank: 1, onKernel: { positive: 1, negative: 0, zero: 0 } }] },
      },
      "rank 0, (0, 0, 2), not rank 1, (1, 0, 0)",
    ],
    ["fitted data", { residuals }, "a datum is fitted at rank 0, (0, 0, 2)"],
    [
      "another gradient asked for",
      { request: { ...point.request, isCritical: false } },
      "a critical point at rank 0, (0, 0, 2)",
    ],
    ["other inputs", { data: { ...point.data, inputs } }, /^rank .*, not rank 0, \(0, 0, 2\)$/],
  ]);
});

describe("the index of the whole Hessian", () => {
  refuses(checkIndex, good, [
    [
      "another inertia below",
      { lower: { positive: 3, negative: 1, zero: 0 } },
      /^inertia \(4, 0, 4\), not \(3, 1, 4\), above rank 0, \(0, 0, 2\), g = \[1,1\], β = /,
    ],
    [
      "the kinds of another point",
      { point: { ...good.point, request: { ...good.point.request, isCritical: false } } },
      /^a critical point/,
    ],
  ]);

  refuses(checkCosts, costs, [
    [
      "the residuals of the squared error",
      { errors: costs.units.residuals },
      /^∂c is the residual for the quartic error/,
    ],
    [
      "another inertia below",
      { lower: { positive: 9, negative: 0, zero: 0 } },
      /^inertia .* for the quartic error, g = \[1,1\]/,
    ],
  ]);

  refuses(checkLayers, layers, [
    [
      "another inertia below",
      { lower: { ...layers.lower, positive: layers.lower.positive + 1 } },
      /^inertia .*, not .*, at \[1,2\], \[1,1\]$/,
    ],
  ]);

  it("never falls: a fall is noticed though it was predicted", () => {
    const lower = { positive: 5, negative: 0, zero: 0 };
    const found = checkIndex({ ...good, lower }, () => ({ positive: 4, negative: 0, zero: 4 }));
    expect(found).toMatch(/^inertia \(4, 0, 4\) above .*, where \(5, 0, 0\) is below$/);
  });
});

describe("the certificates of splittings", () => {
  it("are accepted for every kind of unit", async () => {
    const evidence = evidenceOf(claim).find(({ name }) => name === "certificates");
    expect(await evidence?.run({ ...quickContext, seed: 2 })).toMatchObject({
      held: true,
      accepted: "71",
      expected: "71",
    });
  });

  it("are of E_t of every rank, of shares of every sign, and of one unit or two copied", () => {
    const instances = [...splittings(1)];
    const betas = instances.map(({ certificate }) => certificate.body.beta as string[]);
    expect(betas.filter((beta) => beta.includes("0")).length).toBeGreaterThan(10);
    expect(betas.filter((beta) => beta.some((share) => share.startsWith("-"))).length).toBeGreaterThan(10);
    const ranks = instances.flatMap(({ certificate }) =>
      (certificate.body.units as { mixed: { inertia: number[] } }[]).map(({ mixed }) => mixed.inertia[0]),
    );
    expect([...new Set(ranks)].sort()).toEqual([0, 1, 2]);
    expect(instances.filter(({ asked }) => asked.r === 2).length).toBe(22);
  });

  it("are refused for another inertia than that of the whole Hessian", async () => {
    const [first] = splittings(1);
    if (first === undefined) throw new Error("no certificate");
    const [positive = 0, negative = 0, zero = 0] = first.asked.inertia as number[];
    const asked = { ...first.asked, inertia: [positive - 1, negative + 1, zero] };
    expect(await failureOf([{ ...first, asked }])).toMatch(/^rejected by rule parameters, at body/);
  });
});

it.each(indexControls)("$name is refused", async ({ run }) => {
  expect(await run()).toBeUndefined();
});

visits(claim, { "one-unit": 441, dimensions: 59, units: 22, costs: 108, layers: 9 });
