import fc from "fast-check";
import { CRITICAL, mateOf } from "../../../src/manifold/topology/acyclicMatching.js";
import { coreductions } from "../../../src/manifold/topology/coreduction.js";
import { PlacementComplex } from "../../../src/manifold/topology/placementComplex.js";
import { placementMatching } from "../../../src/manifold/topology/placementMatching.js";
import { morseHolds } from "../second/topology.js";
import { seal } from "../seal.js";
import { type Made, SIZES, type TestedKind } from "./kind.js";

/** X_{r,m} built up by coreductions, or by the matching for all sizes with some vertex as root. */
export function morseOf(r: number, m: number, root: number): Made {
  const complex = new PlacementComplex(r, m);
  const [, vertices = 1] = complex.starts;
  const { mates, order } =
    root % 4 === 0 ? coreductions(complex) : placementMatching(complex, complex.mapOf(root % vertices));
  const steps = [...order]
    .map((cell) => [cell, mateOf(mates, cell)])
    .filter(([cell = 0, mate = CRITICAL]) => mate === CRITICAL || mate > cell)
    .map((cells) => cells.filter((cell) => cell !== CRITICAL).map((cell) => complex.mapOf(cell).join("")));
  return { text: seal("morse", "ext-topology", { m, r, steps }), expected: { claim: "ext-topology", r, m } };
}

export const morse: TestedKind = {
  kind: "morse",
  claims: ["ext-topology"],
  request: ({ r, m }) => ({ r, m }),
  accepted: 5,
  otherwise: { "parameters-morse": { m: 4 } },
  says: {
    "morse-2-3": "X for (r, m) = (2, 3) is, up to homotopy, a wedge of 1 spheres of dimension 1",
    attach: "body.steps[3]: a facet of 121 is missing before it",
    complete: "body.steps: not 12 cells",
    critical: "body.steps: not a vertex and 1 cells of dimension 1",
  },
  certificates: fc
    .tuple(fc.constantFrom(...SIZES), fc.nat(1000))
    .map(([[r, m], root]) => morseOf(r, m, root)),
  weight: 4,
  holds: morseHolds,
};
