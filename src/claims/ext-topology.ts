import { properties } from "../../properties/ext-topology.js";
import { morseCertificate } from "../certificate/morseCertificate.js";
import { differenceOfPowers, eulerCharacteristic } from "../combinatorics/counts/eulerCharacteristic.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { sphereCount, sphereCountByRecurrence } from "../combinatorics/counts/sphereCount.js";
import { eulerCharacteristicOf } from "../manifold/topology/chainComplex.js";
import { latticeOfFlats } from "../manifold/topology/flats.js";
import { type Homology, homology } from "../manifold/topology/homology.js";
import { PlacementComplex } from "../manifold/topology/placementComplex.js";
import {
  type Poset,
  eulerCharacteristicOfPoset,
  maximalElements,
  orderComplex,
} from "../manifold/topology/poset.js";
import { differsFromWedge } from "../manifold/topology/wedgeOfSpheres.js";
import { type Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import { exhaustive } from "./evidence/exhaustive.js";
import { layerTopology } from "./instances/layerTopology.js";
import { standardNetwork, widths } from "./evidence/ranges.js";
import { torsionEvidence } from "./instances/torsionControls.js";
import { everyCase } from "./evidence/everyCase.js";
import { certificates } from "./evidence/certificates.js";

const MAX_M = 60;
const MAX_HOMOLOGY = 7;
const MAX_CERTIFIED = 6;

export const claim: Claim = {
  id: "ext-topology",
  title: "Homotopy type of the expansion manifold",
  statement:
    "Θ_{r→m} is homotopy equivalent to a wedge of β(r,m) spheres of dimension m − r: h extra neurons fill " +
    "all spheres of dimension below h. Its Euler characteristic is (−1)^{m−r} Δ^r x^m at x = −1. It is " +
    "homotopy equivalent to a small cell complex X, which for all r ≤ m has an acyclic matching that " +
    "leaves one vertex and β(r,m) cells of dimension m − r unmatched: the matching is proved in Coq. What follows " +
    "for homotopy types is argued in proofs/topology.md for all r ≤ m, not in Coq. For several layers Θ is " +
    "a product of such wedges, one for each hidden layer (proofs/layers.md, §6). Checked by machine: the " +
    "program's own matching and the homology of X; without X, the homology of the intersections of the " +
    "subspaces, also for small networks of several layers",
  source: "extension",
  hypotheses: ["θ^r irreducible", "1 ≤ r ≤ m"],
  provedInPart: {
    part: "the matching and the counts",
    leavesOpen:
      "that Θ has the homotopy type of X, and that an acyclic matching with these critical cells makes X a " +
      "wedge of spheres (Forman's theorem); and everything about several layers. The theorems are about the " +
      "cells of X: an acyclic matching of them for all r ≤ m, their numbers, β and their alternating sum",
  },
  evidence: [
    everyCase("homology", {
      upTo: MAX_HOMOLOGY,
      what:
        "the cell complex X has the integer homology of β spheres of dimension m − r, without torsion, by " +
        "an algorithm that uses incidence numbers only",
      range: (bound) => `1 ≤ r ≤ m ≤ ${bound}`,
      expected: (bound) => sizes(bound),
      cases: (bound) => widths(bound),
      check: ([r, m]) => checkHomology(homologyCase(r, m)),
    }),
    {
      name: "flats",
      kind: "exhaustive",
      run: ({ maxM, progress }) => {
        const bound = Math.min(maxM, MAX_FLATS);
        const left = bound === MAX_FLATS ? ` but (${TOO_MANY_CHAINS})` : "";
        return exhaustive({
          what:
            "without X: all intersections of the subspaces, by exact linear algebra; their Euler " +
            "characteristic by Möbius' recursion, and the homology of their chains",
          range: `1 ≤ r ≤ m ≤ ${bound}, homology for all${left}, d_in = d_out = 1`,
          expected: 2n * sizes(bound) - (bound === MAX_FLATS ? 1n : 0n),
          cases: flatsCases(bound),
          check: checkFlats,
          progress,
        });
      },
    },
    certificates("matchings", {
      upTo: MAX_CERTIFIED,
      what:
        "X has an acyclic matching with one critical vertex and β critical cells of dimension m − r, so it " +
        "is a wedge of β spheres",
      range: (bound) => `1 ≤ r ≤ m ≤ ${bound}`,
      expected: (bound) => sizes(bound),
      instances: matchings,
    }),
    everyCase("numbers", {
      what: "β by closed form, by recurrence, and from the finite difference at −1",
      range: `1 ≤ r ≤ m ≤ ${MAX_M}`,
      expected: () => sizes(MAX_M),
      cases: () => widths(MAX_M),
      check: ([r, m]) => checkSphereNumbers(sphereNumbers(r, m)),
    }),
    layerTopology,
    torsionEvidence,
  ],
  properties,
  theorems: ["sphere_count", "cells_counted", "euler_characteristic", "acyclic_matching"],
};

const MAX_FLATS = 5;

/** The one size m ≤ 5 whose flats have too many chains, 615,381. There Θ is contractible. */
const TOO_MANY_CHAINS = "1,5";

/** β and χ of one size, each by its own formula. */
export interface SphereNumbers {
  readonly r: number;
  readonly m: number;
  readonly closedForm: bigint;
  readonly recurrence: bigint;
  readonly eulerCharacteristic: bigint;
  /** Δ^r x^m at x = −1. */
  readonly difference: bigint;
}

export function sphereNumbers(r: number, m: number): SphereNumbers {
  return {
    r,
    m,
    closedForm: sphereCount(r, m),
    recurrence: sphereCountByRecurrence(r, m),
    eulerCharacteristic: eulerCharacteristic(r, m),
    difference: differenceOfPowers(r, m, -1n),
  };
}

/** The closed form and the recurrence give one β, and χ = 1 + (−1)^{m−r} β. */
export function checkSphereNumbers(numbers: SphereNumbers): string | undefined {
  const { r, m, closedForm: beta, recurrence } = numbers;
  if (beta !== recurrence)
    return `β(${r},${m}) is ${beta} by the closed form, ${recurrence} by the recurrence`;
  const sign = (m - r) % 2 === 0 ? 1n : -1n;
  if (numbers.difference * sign !== 1n + sign * beta)
    return `(−1)^{m−r}Δ^r x^m at −1 is ${numbers.difference * sign} at (${r},${m}), not 1 + (−1)^{m−r}·${beta}`;
  return numbers.eulerCharacteristic === numbers.difference * sign
    ? undefined
    : `χ(${r},${m}) is ${numbers.eulerCharacteristic}, not ${numbers.difference * sign}`;
}

/** The homology of a space claimed to be Θ_{r→m} up to homotopy, and its χ by a separate count. */
export interface HomologyCase {
  readonly r: number;
  readonly m: number;
  readonly groups: Homology;
  readonly eulerCharacteristic: number;
}

export function homologyCase(r: number, m: number): HomologyCase {
  const complex = new PlacementComplex(r, m);
  return { r, m, groups: homology(complex), eulerCharacteristic: eulerCharacteristicOf(complex) };
}

/** The homology is that of β(r,m) spheres of dimension m − r; χ is the finite difference. */
export function checkHomology({ r, m, groups, ...space }: HomologyCase): string | undefined {
  const difference = differsFromWedge(groups, m - r, sphereCount(r, m));
  return difference === undefined
    ? checkEuler(r, m, space.eulerCharacteristic)
    : `at (${r},${m}) ${difference}`;
}

/** All intersections of the subspaces of one size, and the route to take. */
export interface FlatsCase {
  readonly r: number;
  readonly m: number;
  readonly poset: Poset;
  readonly route: "Möbius" | "homology";
}

export function* flatsCases(maxM: number): Generator<FlatsCase> {
  for (const [r, m] of widths(maxM)) {
    const poset = latticeOfFlats(standardNetwork(r, 1, 1), m);
    yield { r, m, poset, route: "Möbius" };
    if (`${r},${m}` !== TOO_MANY_CHAINS) yield { r, m, poset, route: "homology" };
  }
}

/** The subspaces are the maximal flats; χ by Möbius' recursion, or the homology of all chains. */
export function checkFlats({ r, m, poset, route }: FlatsCase): string | undefined {
  const maximal = maximalElements(poset).length;
  if (BigInt(maximal) !== labelledPartitionCount(r, m))
    return `${maximal} maximal flats at (${r},${m}), not T(${r},${m})`;
  if (route === "Möbius") return checkEuler(r, m, eulerCharacteristicOfPoset(poset));
  const complex = orderComplex(poset);
  return checkHomology({
    r,
    m,
    groups: homology(complex),
    eulerCharacteristic: eulerCharacteristicOf(complex),
  });
}

function checkEuler(r: number, m: number, value: number): string | undefined {
  const expected = eulerCharacteristic(r, m);
  return BigInt(value) === expected ? undefined : `at (${r},${m}) χ is ${value}, not ${expected}`;
}

function* matchings(maxM: number): Generator<Instance> {
  for (const [r, m] of widths(maxM)) {
    yield { certificate: morseCertificate(r, m), asked: { claim: "ext-topology", r, m } };
  }
}

const sizes = (maxM: number): bigint => BigInt((maxM * (maxM + 1)) / 2);
