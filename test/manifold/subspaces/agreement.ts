import { expect } from "vitest";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { dimensionOf } from "../../../src/manifold/subspaces/affineSubspace.js";
import { gammaDimension, gammaSubspace } from "../../../src/manifold/subspaces/gammaSubspace.js";
import {
  intersectionByEquations,
  intersectionDimension,
} from "../../../src/manifold/subspaces/intersection.js";
import { listedT } from "../../combinatorics/oeisRows.js";
import { faultOf } from "../bothForms.js";
import { DIMENSIONS, theta } from "../fixtures.js";

/** Expects the equations, the parametrization and the dimension of every Γ_P of these sizes to agree. */
export function expectOneSet(r: number, m: number): void {
  let visited = 0;
  for (const [inputs, outputs] of DIMENSIONS) {
    for (const p of labelledPartitions(r, m)) {
      const subspace = gammaSubspace(theta(r, inputs, outputs), p);
      const fault = faultOf(subspace);
      if (fault !== undefined) expect.fail(`[${p.key}]: ${fault}`);
      expect(dimensionOf(subspace)).toBe(gammaDimension(p, inputs, outputs));
      visited++;
    }
  }
  expect(visited).toBe(9 * listedT(r, m));
}

/** Expects the dimension of the intersection of every pair of Γ_P to be what their equations say. */
export function expectIntersections(r: number, m: number, inputs: number, outputs: number): void {
  const subspaces = [...labelledPartitions(r, m)].map((p) => ({
    p,
    gamma: gammaSubspace(theta(r, inputs, outputs), p),
  }));
  expect(subspaces.length).toBe(listedT(r, m));
  for (const left of subspaces) {
    for (const right of subspaces) {
      const byEquations = intersectionByEquations(left.gamma, right.gamma);
      const dimension = intersectionDimension(left.p, right.p, inputs, outputs);
      if (dimension !== byEquations)
        expect.fail(`[${left.p.key}], [${right.p.key}]: ${dimension}, not ${byEquations}`);
      expect(dimension === undefined).toBe(!meetingCriterion(left.p, right.p));
      if (left === right) expect(dimension).toBe(gammaDimension(left.p, inputs, outputs));
    }
  }
}
