import { describe, expect, it } from "vitest";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { dimensionOf } from "../../../src/manifold/subspaces/affineSubspace.js";
import { gammaDimension, gammaSubspace } from "../../../src/manifold/subspaces/gammaSubspace.js";
import {
  intersectionByEquations,
  intersectionDimension,
} from "../../../src/manifold/subspaces/intersection.js";
import { listedT } from "../../combinatorics/oeisRows.js";
import { faultOf } from "../bothForms.js";
import { DIMENSIONS, theta } from "../fixtures.js";

const WIDTHS = [0, 1, 2, 3, 4];

describe("subspaces of four neurons", () => {
  it.each(WIDTHS)("agree in equations, parameters and dimension for r = %d", (r) => {
    let visited = 0;
    for (const [inputs, outputs] of DIMENSIONS) {
      for (const p of labelledPartitions(r, 4)) {
        const subspace = gammaSubspace(theta(r, inputs, outputs), p);
        if (faultOf(subspace) !== undefined) expect.fail(`[${p.key}]: ${String(faultOf(subspace))}`);
        expect(dimensionOf(subspace)).toBe(gammaDimension(p, inputs, outputs));
        visited++;
      }
    }
    expect(visited).toBe(9 * listedT(r, 4));
  });

  it.each(WIDTHS)("intersect as the join says for r = %d, all pairs", (r) => {
    const subspaces = [...labelledPartitions(r, 4)].map((p) => ({
      p,
      gamma: gammaSubspace(theta(r, 2, 1), p),
    }));
    expect(subspaces.length).toBe(listedT(r, 4));
    for (const left of subspaces) {
      for (const right of subspaces) {
        const byEquations = intersectionByEquations(left.gamma, right.gamma);
        const dimension = intersectionDimension(left.p, right.p, 2, 1);
        if (dimension !== byEquations) {
          expect.fail(`[${left.p.key}], [${right.p.key}]: ${String(dimension)}, not ${String(byEquations)}`);
        }
      }
    }
  });
});
