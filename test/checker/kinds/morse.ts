import fc from "fast-check";
import type { Parity } from "../../../src/exact/parity.js";
import { CRITICAL, mateOf } from "../../../src/manifold/topology/acyclicMatching.js";
import { coreductions } from "../../../src/manifold/topology/coreduction.js";
import { PlacementComplex } from "../../../src/manifold/topology/placementComplex.js";
import { placementMatching } from "../../../src/manifold/topology/placementMatching.js";
import { morseHolds } from "../second/topology.js";
import { seal } from "../seal.js";
import { type Made, SIZES, type TestedKind } from "./kind.js";

/**
 * X_{r,m}, or with a parity X±, built up by coreductions, or by the matching for all sizes with some vertex
 * as root.
 */
export function morseOf(r: number, m: number, root: number, parity?: Parity): Made {
  const complex = new PlacementComplex(r, m, undefined, parity === undefined ? 1 : 2);
  const [, vertices = 1] = complex.starts;
  const { mates, order } =
    root % 4 === 0 ? coreductions(complex) : placementMatching(complex, complex.mapOf(root % vertices));
  const steps = [...order]
    .map((cell) => [cell, mateOf(mates, cell)])
    .filter(([cell = 0, mate = CRITICAL]) => mate === CRITICAL || mate > cell)
    .map((cells) => cells.filter((cell) => cell !== CRITICAL).map((cell) => digitsOf(complex.mapOf(cell))));
  const claim = parity === undefined ? "ext-topology" : "ext-parity-topology";
  const named = parity === undefined ? {} : { parity };
  return { text: seal("morse", claim, { m, r, steps, ...named }), expected: { claim, r, m, ...named } };
}

function digitsOf(map: Uint8Array): string {
  return Array.from(map, (label) => label.toString(36)).join("");
}

export const morse: TestedKind = {
  kind: "morse",
  claims: ["ext-topology", "ext-parity-topology"],
  request: ({ r, m, parity }) => ({ r, m, ...(parity === undefined ? {} : { parity }) }),
  accepted: 8,
  otherwise: {
    "parameters-morse": { m: 4 },
    "parameters-morse-images-no-parity": { parity: undefined },
    "parameters-morse-images-parity": { parity: "odd" },
    "parameters-morse-parity": { parity: "odd" },
    "shape-morse-images": { parity: "odd" },
  },
  says: {
    "morse-2-3": "X for (r, m) = (2, 3) is, up to homotopy, a wedge of 1 spheres of dimension 1",
    "morse-images-2-2": "X± for (r, m) = (2, 2) is, up to homotopy, a wedge of 7 spheres of dimension 0",
    attach: "body.steps[3]: a facet of 121 is missing before it",
    complete: "body.steps: not 12 cells",
    critical: "body.steps: not a vertex and 1 cells of dimension 1",
  },
  certificates: fc
    .tuple(fc.constantFrom(...SIZES), fc.nat(1000), fc.constantFrom(undefined, undefined, "odd", "even"))
    .map(([[r, m], root, parity]) => morseOf(r, m, root, m > 3 ? undefined : parity)),
  weight: 4,
  holds: morseHolds,
};
