import { describe, expect, it } from "vitest";
import { labelledPartitions, surjectionsOf } from "../../../src/combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { tuples } from "../../../src/combinatorics/tuples.js";
import { parseRational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import {
  type AffineSubspace,
  dimensionOf,
  holdsPoint,
  includesSubspace,
} from "../../../src/manifold/subspaces/affineSubspace.js";
import { canonicalForm } from "../../../src/manifold/subspaces/canonicalForm.js";
import { multiLayerCriticalSubspace } from "../../../src/manifold/layers/multiLayerCriticalSubspace.js";
import { multiLayerSpace, networkOfPoint } from "../../../src/manifold/layers/multiLayerSpace.js";
import {
  multiLayerSubspace,
  multiLayerSubspaceDimension,
  multiLayerSubspaceHolds,
} from "../../../src/manifold/layers/multiLayerSubspace.js";
import {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  multiLayerNetwork,
} from "../../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { faultOf } from "../bothForms.js";
import { partition } from "../fixtures.js";

const MANIFOLDS = ["last to first", "fibre"] as const;

/** Hidden widths r and m, and the dimensions at the ends. */
const SIZES: [number[], number[], [number, number], boolean][] = [
  [[1], [2], [2, 2], true],
  [[1, 1], [2, 2], [1, 1], false],
  [[1, 1], [2, 2], [2, 1], true],
  [[1, 2], [2, 3], [1, 2], false],
  [[2, 1], [2, 3], [1, 1], true],
  [[1, 1, 1], [2, 2, 2], [1, 1], false],
];

function allTuples(r: readonly number[], m: readonly number[], list = labelledPartitions) {
  return tuples(r.map((labels, layer) => [...list(labels, m[layer] ?? 0)]));
}

/** The base, moved along each direction by a different number. */
function generic({ base, directions }: AffineSubspace): RationalVector {
  return directions.reduce(
    (point, direction, index) => point.plus(direction.times(parseRational(`${index + 2}/3`))),
    base,
  );
}

/** The function at a point, for an activation that is not a polynomial of small degree. */
function output(network: MultiLayerNetwork): string {
  const inputs = network.weights[0]?.[0]?.dimension ?? 0;
  const x = RationalVector.of(
    Array.from({ length: inputs }, (_, index) => BigInt(3 + index)),
    2n,
  );
  const square = evaluateMultiLayer(network, x, (z) => z.mul(z).add(z)).key;
  return `${square} ${evaluateMultiLayer(network, x, (z) => z.mul(z).mul(z).add(1n)).key}`;
}

describe("the subspace of a tuple", () => {
  it.each(SIZES)(
    "%j to %j is the same in both forms, and of the stated dimension",
    (r, m, [a, b], hasBiases) => {
      const irreducible = randomMultiLayer({ widths: [a, ...r, b], hasBiases }, 5);
      for (const tuple of allTuples(r, m)) {
        for (const manifold of MANIFOLDS) {
          const subspace = multiLayerSubspace(irreducible, tuple, manifold);
          expect(faultOf(subspace)).toBeUndefined();
          expect(dimensionOf(subspace)).toBe(multiLayerSubspaceDimension(irreducible, tuple, manifold));
          const network = networkOfPoint(multiLayerSpace(irreducible, m), generic(subspace));
          expect(multiLayerSubspaceHolds(irreducible, tuple, manifold, network)).toBe(true);
          expect(output(network)).toBe(output(irreducible));
        }
        const [inner, outer] = MANIFOLDS.map((manifold) => multiLayerSubspace(irreducible, tuple, manifold));
        if (inner !== undefined && outer !== undefined) expect(includesSubspace(outer, inner)).toBe(true);
      }
    },
  );

  it.each(SIZES)("%j to %j holds a point exactly if its equations do", (r, m, [a, b], hasBiases) => {
    const irreducible = randomMultiLayer({ widths: [a, ...r, b], hasBiases }, 6);
    const space = multiLayerSpace(irreducible, m);
    const all = [...allTuples(r, m)].slice(0, 40);
    let held = 0;
    for (const own of MANIFOLDS) {
      for (const p of all) {
        const point = generic(multiLayerSubspace(irreducible, p, own));
        const network = networkOfPoint(space, point);
        for (const manifold of MANIFOLDS) {
          for (const q of all) {
            const holds = multiLayerSubspaceHolds(irreducible, q, manifold, network);
            expect(holds).toBe(holdsPoint(multiLayerSubspace(irreducible, q, manifold), point));
            held += Number(holds);
          }
        }
      }
    }
    // Each in its own two, and a generic point of Φ_P in Φ_P alone unless both are the same.
    expect(held).toBeGreaterThanOrEqual(3 * all.length);
  });

  it("has its equations all in need: each dropped one shows", () => {
    const irreducible = randomMultiLayer({ widths: [1, 1, 1, 1], hasBiases: true }, 1);
    const subspace = multiLayerSubspace(irreducible, [partition(1, 0), partition(1, 0)], "last to first");
    subspace.equations.forEach((_, dropped) => {
      const equations = subspace.equations.filter((_equation, index) => index !== dropped);
      expect(faultOf({ ...subspace, equations })).toMatch(/another dimension/);
    });
  });

  it("holds the witnesses of proofs/layers.md, §4, as it says there", () => {
    const rows = (...texts: string[]): RationalVector[] =>
      texts.map((text) => RationalVector.parse(...text.split(" ")));
    const small = multiLayerNetwork([rows("2"), rows("3"), rows("5")]);
    const lastFirst = multiLayerNetwork([rows("2", "2"), rows("3 0", "0 3"), rows("5/2 5/2")]);
    const firstLast = multiLayerNetwork([rows("2", "7"), rows("3 0", "0 1"), rows("5 0")]);
    const holding = (network: MultiLayerNetwork, manifold: (typeof MANIFOLDS)[number]): string[] =>
      [...allTuples([1, 1], [2, 2])]
        .filter((tuple) => multiLayerSubspaceHolds(small, tuple, manifold, network))
        .map((tuple) => tuple.map(({ key }) => key).join(" "));
    expect(holding(lastFirst, "last to first")).toEqual(["1,1 1,1"]);
    expect(holding(lastFirst, "fibre")).toEqual(["1,1 1,1"]);
    expect(holding(firstLast, "last to first")).toEqual([]);
    expect(holding(firstLast, "fibre")).toEqual(["1,0 1,0"]);
  });

  it("is refused for a reducible network, and for partitions of other widths", () => {
    const rows = [RationalVector.parse("1"), RationalVector.parse("1")];
    const reducible = multiLayerNetwork([rows, [RationalVector.parse("1", "1")]]);
    expect(() => multiLayerSubspace(reducible, [partition(1, 2)], "fibre")).toThrow("reducible");
    const small = randomMultiLayer({ widths: [1, 1, 2, 1], hasBiases: false }, 1);
    expect(() => multiLayerSubspace(small, [partition(1, 0), partition(1, 1)], "fibre")).toThrow(
      "hidden layers of widths 1,2 and partitions with 1,1 labels",
    );
  });

  it("doesn't hold networks of another kind", () => {
    const tuple = [partition(1), partition(1)];
    const small = randomMultiLayer({ widths: [1, 1, 1, 1], hasBiases: false }, 1);
    const biased = randomMultiLayer({ widths: [1, 1, 1, 1], hasBiases: true }, 1);
    const shallow = randomMultiLayer({ widths: [1, 1, 1], hasBiases: false }, 1);
    const wide = randomMultiLayer({ widths: [2, 1, 1, 1], hasBiases: false }, 1);
    for (const manifold of MANIFOLDS) {
      expect(multiLayerSubspaceHolds(small, tuple, manifold, small)).toBe(true);
      for (const other of [biased, shallow, wide]) {
        expect(multiLayerSubspaceHolds(small, tuple, manifold, other)).toBe(false);
      }
    }
  });
});

describe("a critical subspace", () => {
  it.each(SIZES)("%j to %j is the same in both forms, of dimension Σ(m − r)", (r, m, [a, b], hasBiases) => {
    const irreducible = randomMultiLayer({ widths: [a, ...r, b], hasBiases }, 5);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, entry) => total + entry, 0);
    const forms = new Set<string>();
    const all: (readonly LabelledPartition[])[] = [...allTuples(r, m, surjectionsOf)];
    for (const tuple of all) {
      const subspace = multiLayerCriticalSubspace(irreducible, tuple);
      expect(faultOf(subspace)).toBeUndefined();
      expect(dimensionOf(subspace)).toBe(sum(m) - sum(r));
      expect(includesSubspace(multiLayerSubspace(irreducible, tuple, "last to first"), subspace)).toBe(true);
      const network = networkOfPoint(multiLayerSpace(irreducible, m), generic(subspace));
      expect(output(network)).toBe(output(irreducible));
      forms.add(canonicalForm(subspace));
    }
    expect(forms.size).toBe(all.length);
  });

  it("has no zero blocks", () => {
    const small = randomMultiLayer({ widths: [1, 1, 1, 1], hasBiases: false }, 1);
    expect(() => multiLayerCriticalSubspace(small, [partition(1, 0), partition(1)])).toThrow("zero blocks");
  });
});

describe("the canonical form", () => {
  const line = (equations: RationalVector[]): AffineSubspace => ({
    ambientDimension: 2,
    base: RationalVector.zero(2),
    directions: [],
    equations,
  });

  it("is one for all equations of a subspace", () => {
    const first = line([RationalVector.parse("1", "1/2", "3")]);
    const second = line([RationalVector.parse("-4", "-2", "-12"), RationalVector.parse("2", "1", "6")]);
    expect(canonicalForm(first)).toBe("2:2,1,6");
    expect(canonicalForm(second)).toBe("2:2,1,6");
  });

  it.each([
    ["another constant", line([RationalVector.parse("2", "1", "5")])],
    ["another coefficient", line([RationalVector.parse("2", "2", "6")])],
    ["no equation", line([])],
    ["one more", line([RationalVector.parse("2", "1", "6"), RationalVector.parse("0", "1", "0")])],
    ["one more dimension", { ...line([RationalVector.parse("2", "1", "0", "6")]), ambientDimension: 3 }],
  ])("differs with %s", (_, other) => {
    expect(canonicalForm(other)).not.toBe("2:2,1,6");
  });
});
