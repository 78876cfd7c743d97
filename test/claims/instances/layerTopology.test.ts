import { describe, expect, it } from "vitest";
import {
  LAYER_CASES,
  checkLayerTopology,
  layerMeetings,
  productOfWedges,
} from "../../../src/claims/instances/layerTopology.js";
import type { Poset } from "../../../src/manifold/topology/poset.js";

const circle = { r: [1, 2], m: [2, 3], manifold: "last to first" } as const;

/** Without one element. */
function without({ below }: Poset, gone: number): Poset {
  const rest = (places: readonly number[]): number[] =>
    places.flatMap((place) => (place === gone ? [] : [place > gone ? place - 1 : place]));
  return { below: below.flatMap((places, at) => (at === gone ? [] : [rest(places)])) };
}

describe("the product of wedges", () => {
  it("is a torus for two layers with one circle each", () => {
    expect(productOfWedges({ r: [2, 2], m: [3, 3] })).toEqual([1n, 2n, 1n]);
  });

  it("counts points where a layer has no unit to spare", () => {
    expect(productOfWedges({ r: [2, 3], m: [2, 4] })).toEqual([2n, 26n]);
  });
});

describe("the flats of networks of several layers", () => {
  it("have the homology of the product, in Θ and in the whole fibre", () => {
    for (const item of LAYER_CASES.filter(({ m }) => m.join() !== "3,3"))
      expect(checkLayerTopology(item, layerMeetings(item))).toBeUndefined();
  });

  it("are found wanting if a subspace is missing", () => {
    const poset = layerMeetings(circle);
    const covered = new Set(poset.below.flat());
    const top = [...poset.below.keys()].find((place) => !covered.has(place)) ?? -1;
    expect(checkLayerTopology(circle, without(poset, top))).toMatch(/35 maximal flats, not 36/);
  });

  it("are found wanting if subspaces are said not to meet", () => {
    const poset = layerMeetings(circle);
    const apart = { below: poset.below.map(() => []) };
    expect(checkLayerTopology(circle, apart)).toMatch(/120 maximal flats/);
    const torn = { below: poset.below.map((places, at) => (at === 0 ? [] : [...places])) };
    expect(checkLayerTopology(circle, torn)).toMatch(/H_[01] has rank|maximal flats/);
  });

  it("are found wanting for other widths", () => {
    expect(checkLayerTopology({ ...circle, r: [2, 1], m: [3, 2] }, layerMeetings(circle))).toBeUndefined();
    expect(checkLayerTopology({ ...circle, r: [1, 1], m: [2, 3] }, layerMeetings(circle))).toMatch(
      /maximal flats/,
    );
  });
});
