import { morseCertificate } from "../certificate/morseCertificate.js";
import { differenceOfPowers, eulerCharacteristic } from "../combinatorics/counts/eulerCharacteristic.js";
import { sphereCount, sphereCountByRecurrence } from "../combinatorics/counts/sphereCount.js";
import { signedLabelledPartitions } from "../combinatorics/signed/signedEnumeration.js";
import { mirroringOf } from "../combinatorics/signed/parity.js";
import type { Parity } from "../exact/parity.js";
import { signedGammaSubspace } from "../manifold/signed/signedGammaSubspace.js";
import { CRITICAL } from "../manifold/topology/acyclicMatching.js";
import { eulerCharacteristicOf } from "../manifold/topology/chainComplex.js";
import { homology } from "../manifold/topology/homology.js";
import { intersectionPoset } from "../manifold/topology/intersectionPoset.js";
import { PlacementComplex } from "../manifold/topology/placementComplex.js";
import { placementMatching } from "../manifold/topology/placementMatching.js";
import { orderComplex } from "../manifold/topology/poset.js";
import { differsFromWedge } from "../manifold/topology/wedgeOfSpheres.js";
import { properties } from "../../properties/ext-parity-topology.js";
import type { Claim } from "./evidence/claim.js";
import { certificates } from "./evidence/certificates.js";
import type { Instance } from "./evidence/certified.js";
import { everyCase } from "./evidence/everyCase.js";
import { standardNetwork, widths } from "./evidence/ranges.js";
import { PARITIES } from "./instances/signedCases.js";
import type { HomologyCase } from "./ext-topology.js";

const MAX_HOMOLOGY = 5;
const MAX_NUMBERS = 40;
const MAX_CERTIFIED = 4;

/** A unit has two images: itself and its mirror image. */
const IMAGES = 2;

export const claim: Claim = {
  id: "ext-parity-topology",
  title: "Homotopy type of the expansion manifold with mirrored neurons",
  statement:
    "For an odd or an even activation the union of the signed subspaces Γ± is homotopy equivalent to a wedge " +
    "of β±(r,m) = Σ_{j=1}^{r} (−1)^{r−j} C(r,j) (2j−1)^m spheres of dimension m − r; for r = 1 it is one " +
    "sphere of dimension m − 1. Its Euler characteristic is (−1)^r Σ_j (−1)^{r−j} C(r,j) (1−2j)^m. More " +
    "generally units may have images under a finite group of order g that acts on incoming vectors linearly, " +
    "freely outside 0: then 2j − 1 is gj − 1. Argued in proofs/topology.md, not in Coq",
  source: "extension",
  hypotheses: ["a_t ≠ 0, w_t ≠ 0, and w_s ≠ ±w_t for s ≠ t", "for an even σ, σ(0) ≠ 0", "1 ≤ r ≤ m"],
  evidence: [
    everyCase("homology", {
      upTo: MAX_HOMOLOGY,
      what:
        "the cell complex X of partial maps to signed labels has the integer homology of β± spheres of " +
        "dimension m − r, without torsion",
      range: (bound) => `1 ≤ r ≤ m ≤ ${bound}`,
      expected: (bound) => sizes(bound),
      cases: widths,
      check: ([r, m]) => checkSignedHomology(signedHomologyCase(r, m)),
    }),
    everyCase("flats", {
      upTo: 3,
      what: "without X: the homology of the chains of all intersections of the Γ±, by exact linear algebra",
      range: (bound) =>
        `1 ≤ r ≤ m ≤ ${bound}${bound < 3 ? "" : " but (1,3)"}, odd and even, d_in = d_out = 1`,
      expected: (bound) => 2n * (sizes(bound) - (bound < 3 ? 0n : 1n)),
      cases: flatsCases,
      check: checkSignedHomology,
    }),
    everyCase("matchings", {
      upTo: MAX_HOMOLOGY,
      what: "X has an acyclic matching with one critical vertex and β critical cells of dimension m − r",
      range: (bound) => `g = 2 and g = 3 images, 1 ≤ r ≤ m, m ≤ ${bound} and ${bound - 1}`,
      expected: (bound) => sizes(bound) + sizes(bound - 1),
      cases: matchingCases,
      check: checkCritical,
    }),
    certificates("certificates", {
      upTo: MAX_CERTIFIED,
      what: "X built up step by step from a vertex and β cells of dimension m − r, so that it is a wedge of β spheres",
      range: (bound) => `odd and even, 1 ≤ r ≤ m ≤ ${bound}`,
      expected: (bound) => 2n * sizes(bound),
      instances: signedMorseInstances,
    }),
    everyCase("numbers", {
      what: "β by closed form, by recurrence, and from the finite difference at −1 with step g",
      range: `g = 2, 3, 1 ≤ r ≤ m ≤ ${MAX_NUMBERS}`,
      expected: () => 2n * sizes(MAX_NUMBERS),
      cases: numberCases,
      check: checkNumbers,
    }),
  ],
  properties,
};

const sizes = (maxM: number): bigint => BigInt((maxM * (maxM + 1)) / 2);

function* signedMorseInstances(maxM: number): Generator<Instance> {
  for (const parity of PARITIES) {
    for (const [r, m] of widths(maxM)) {
      const certificate = morseCertificate(r, m, undefined, parity);
      yield { certificate, asked: { claim: "ext-parity-topology", r, m, parity } };
    }
  }
}

/** The homology of X and its χ. */
export function signedHomologyCase(r: number, m: number): HomologyCase {
  const complex = new PlacementComplex(r, m, () => undefined, IMAGES);
  return { r, m, groups: homology(complex), eulerCharacteristic: eulerCharacteristicOf(complex) };
}

/** The homology is that of β± spheres of dimension m − r, and χ is that of the count. */
export function checkSignedHomology({ r, m, groups, ...space }: HomologyCase): string | undefined {
  const difference = differsFromWedge(groups, m - r, sphereCount(r, m, IMAGES));
  if (difference !== undefined) return `at (${r},${m}) ${difference}`;
  const euler = eulerCharacteristic(r, m, mirroringOf("odd"));
  if (BigInt(space.eulerCharacteristic) === euler) return undefined;
  return `at (${r},${m}) χ is ${space.eulerCharacteristic}, not ${euler}`;
}

function* flatsCases(maxM: number): Generator<HomologyCase> {
  for (const parity of PARITIES) {
    for (const [r, m] of widths(maxM)) {
      // There the flats have too many chains for a second.
      if (r === 1 && m === 3) continue;
      yield flatsCase(r, m, parity);
    }
  }
}

/** The homology of all intersections of the subspaces Γ±, found from their equations alone. */
export function flatsCase(r: number, m: number, parity: Parity): HomologyCase {
  const theta = standardNetwork(r, 1, 1);
  const subspaces = [...signedLabelledPartitions(r, m, parity)].map((p) => signedGammaSubspace(theta, p));
  const complex = orderComplex(intersectionPoset(subspaces));
  return { r, m, groups: homology(complex), eulerCharacteristic: eulerCharacteristicOf(complex) };
}

/** How many cells of each dimension a matching leaves critical. */
export interface CriticalCase {
  readonly r: number;
  readonly m: number;
  readonly images: number;
  readonly critical: readonly number[];
}

function* matchingCases(maxM: number): Generator<CriticalCase> {
  for (const images of [2, 3]) {
    for (const [r, m] of widths(images === 2 ? maxM : maxM - 1)) {
      const complex = new PlacementComplex(r, m, () => undefined, images);
      // Throws if it isn't acyclic.
      const { mates } = placementMatching(complex);
      const critical = complex.starts
        .slice(1)
        .map((end, d) => mates.subarray(complex.starts[d], end).filter((mate) => mate === CRITICAL).length);
      yield { r, m, images, critical };
    }
  }
}

/** One critical vertex and β critical cells of dimension m − r; for m = r they are all vertices. */
export function checkCritical({ r, m, images, critical }: CriticalCase): string | undefined {
  const beta = sphereCount(r, m, images);
  const expected = critical.map((_, d) => (d === 0 ? 1n : 0n) + (d === m - r ? beta : 0n));
  if (critical.length === m - r + 1 && critical.join() === expected.join()) return undefined;
  return `at (${r},${m}), g = ${images}: ${critical.join()} critical cells, not ${expected.join()}`;
}

/** β and χ of one size, each by its own formula. */
export interface SignedNumbers {
  readonly at: string;
  readonly closedForm: bigint;
  readonly recurrence: bigint;
  /** (−1)^{m−r}·(χ − 1), with χ the difference. */
  readonly byDifference: bigint;
}

function* numberCases(): Generator<SignedNumbers> {
  for (const images of [2, 3]) {
    for (const [r, m] of widths(MAX_NUMBERS)) {
      const sign = (m - r) % 2 === 0 ? 1n : -1n;
      yield {
        at: `(${r},${m}), g = ${images}`,
        closedForm: sphereCount(r, m, images),
        recurrence: sphereCountByRecurrence(r, m, images),
        byDifference: differenceOfPowers(r, m, -1n, BigInt(images)) - sign,
      };
    }
  }
}

/** The three numbers are equal. */
export function checkNumbers({
  at,
  closedForm,
  recurrence,
  byDifference,
}: SignedNumbers): string | undefined {
  if (closedForm === recurrence && closedForm === byDifference) return undefined;
  return `${at}: ${closedForm} by the closed form, ${recurrence} by the recurrence, ${byDifference} by the difference`;
}
