import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { inertia } from "../exact/inertia/inertia.js";
import { product, timesVector, transpose } from "../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { overOneDenominator } from "../exact/inertia/symmetricMatrix.js";
import { squaredError } from "../landscape/loss/cost.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../landscape/criticalPoints/criticalPoint.js";
import { criticalPointOfIndex } from "../landscape/criticalPoints/criticalSearch.js";
import { expansionMap } from "../landscape/criticalPoints/expansionMap.js";
import { hessian } from "../landscape/loss/hessian.js";
import { lossJet } from "../landscape/loss/lossJet.js";
import type { RationalMatrix } from "../landscape/loss/rationalMatrix.js";
import { criticalSubspace } from "../manifold/subspaces/criticalSubspace.js";
import { parameterCount } from "../manifold/subspaces/parameterSpace.js";
import { properties } from "../../properties/prop-4.4.js";
import type { Claim } from "./evidence/claim.js";
import { POLYNOMIAL, smallCriticalPoints, surjectionShapes } from "./instances/criticalInstances.js";
import { certifiedPoints } from "./instances/criticalCertificates.js";
import { distinctPoints } from "./instances/distinctPoints.js";
import { exhaustive } from "./evidence/exhaustive.js";
import { numeric } from "./evidence/numeric.js";
import { sampled } from "./evidence/sampled.js";

const EXTRA = 2;

/** A critical point, the point of Γ̄ above it, and both Hessians. */
export interface ExpandedHessian {
  readonly below: CriticalPoint;
  readonly surjection: LabelledPartition;
  readonly weights: readonly Rational[];
  readonly narrow: RationalMatrix;
  readonly wide: RationalMatrix;
}

/** Hessians of critical points, each computed once. */
const hessiansBelow = new WeakMap<CriticalPoint, RationalMatrix>();

/** By automatic differentiation, which shares nothing with what gives the Hessian above. */
function hessianBelow(below: CriticalPoint): RationalMatrix {
  const known = hessiansBelow.get(below);
  if (known !== undefined) return known;
  const { network, data, activation } = below;
  const rows = lossJet(network, data, activation, squaredError).hessian;
  const found = overOneDenominator(rows.map((row) => RationalVector.fromRationals([...row])));
  hessiansBelow.set(below, found);
  return found;
}

/** Both Hessians of the squared error, at a critical point and at the point with weights β above it, by two routes. */
export function expandedHessian(
  below: CriticalPoint,
  surjection: LabelledPartition,
  weights: readonly Rational[],
): ExpandedHessian {
  const { network, data, activation } = below;
  const above = expandCritical(network, surjection, weights);
  return {
    below,
    surjection,
    weights,
    narrow: hessianBelow(below),
    wide: hessian(above, data, activation, squaredError),
  };
}

/** H_r = MᵀH_mM; H_m kills the m − r directions of Γ̄; its negative eigenvalues are at least those of H_r. */
export function checkHessians(found: ExpandedHessian): string | undefined {
  const { below, surjection, weights, narrow, wide } = found;
  const { inputDimension, outputDimension } = below.network;
  const space = { inputDimension, outputDimension, width: surjection.r };
  const place = `at g = [${surjection.key}], β = (${weights.map((weight) => weight.toFraction()).join(", ")})`;
  const map = expansionMap(space, surjection, weights);
  const columns = parameterCount(space);
  const rows = wide.numerators.length;
  const pulled = product(
    transpose(map.numerators, columns),
    product(wide.numerators, map.numerators, columns),
    columns,
  );
  const scale = map.denominator ** 2n * wide.denominator;
  const differs = pulled.some((row, i) =>
    row.some((entry, j) => entry * narrow.denominator !== (narrow.numerators[i]?.[j] ?? 0n) * scale),
  );
  if (differs) return `H_r is not MᵀH_mM ${place}`;
  const { directions } = criticalSubspace(below.network, surjection);
  if (directions.length !== surjection.m - surjection.r) return `${directions.length} directions ${place}`;
  const moved = directions.some((direction) =>
    timesVector(wide.numerators, direction.numerators).some((entry) => entry !== 0n),
  );
  if (moved) return `a direction of Γ̄ is not in the kernel of H_m ${place}`;
  const [lower, upper] = [inertia(narrow.numerators), inertia(wide.numerators)];
  if (upper.zero < surjection.m - surjection.r) return `${upper.zero} zero eigenvalues of ${rows} ${place}`;
  return upper.negative >= lower.negative
    ? undefined
    : `${upper.negative} negative eigenvalues above, ${lower.negative} below, ${place}`;
}

/** Weights of a block: equal ones, the first alone, and with a negative one. */
export function sampleWeights(surjection: LabelledPartition): Rational[][] {
  const kinds: ((size: number, place: number) => Rational)[] = [
    (size) => rational(1n, BigInt(size)),
    (_, place) => rational(place === 0 ? 1n : 0n),
    (size, place) => (place === 0 ? rational(2n * BigInt(size) - 1n) : rational(-2n)),
  ];
  return kinds.map((weigh) => {
    const weights = new Array<Rational>(surjection.m).fill(rational(0n));
    for (const members of surjection.labelledBlocks)
      members.forEach((member, place) => (weights[member] = weigh(members.length, place)));
    return weights;
  });
}

/** Critical points of small shapes, and a saddle of index 1. */
export function hessianPoints(): readonly CriticalPoint[] {
  const request = { r: 2, inputDimension: 1, outputDimension: 1, points: 6, activation: POLYNOMIAL, seed: 1 };
  return distinctPoints([...smallCriticalPoints(), criticalPointOfIndex(request, 1)]);
}

function* cases(points: readonly CriticalPoint[]): Generator<ExpandedHessian> {
  for (const below of points) {
    for (const surjection of surjectionShapes(below.network.units.length, EXTRA)) {
      for (const weights of sampleWeights(surjection)) yield expandedHessian(below, surjection, weights);
    }
  }
}

/** Partitions of m into r parts, r ≤ m ≤ r + 2: 3 for r = 1, 1 + 1 + 2 for r = 2; three lists of weights each. */
const expectedCases = (points: readonly CriticalPoint[]): bigint =>
  points.reduce((sum, { network }) => sum + (network.units.length === 1 ? 9n : 12n), 0n);

export const claim: Claim = {
  id: "prop-4.4",
  title: "Hessian at symmetry-induced critical points",
  source: "Şimşek et al. 2021, Prop. 4.4",
  statement:
    "At every point of Θ̄_{r→m}(θ^r) the Hessian has at least m − r zero eigenvalues, and H_r = MᵀH_mM for the map M that " +
    "copies units, so that above a strict saddle there are strict saddles only. (The paper says 'has (m − r) zero " +
    "eigenvalues'; there can be more, as when a weight β is 0)",
  hypotheses: ["θ^r irreducible and critical", "c and σ are C²"],
  evidence: [
    {
      name: "hessians",
      run: ({ progress }) => {
        const points = hessianPoints();
        return exhaustive({
          what: "H_r = MᵀH_mM, H_r by automatic differentiation and H_m by the chain rule, the directions of Γ̄ in the kernel of H_m, and no fewer negative eigenvalues, exactly",
          range:
            `an exact critical point of each r, d_in, d_out ≤ 2 with a polynomial and a rational activation, and a saddle; ` +
            `every (k_1, …, k_r) with m ≤ r + ${EXTRA}, three lists β each`,
          expected: expectedCases(points),
          cases: cases(points),
          check: checkHessians,
          progress,
        });
      },
    },
    certifiedPoints("prop-4.4", "the same critical points, the last (k_1, …, k_r) and equal β", 17n, () =>
      hessianPoints().flatMap((below) => {
        const surjection = surjectionShapes(below.network.units.length, EXTRA).at(-1);
        const weights = surjection === undefined ? undefined : sampleWeights(surjection)[0];
        return surjection === undefined || weights === undefined ? [] : [{ below, surjection, weights }];
      }),
    ),
    ...properties.map(sampled),
    numeric("prop-4.4"),
  ],
  cites: {
    properties: properties.map((property) => property.name),
    tests: [
      "test/claims/prop-4.4.test.ts",
      "test/claims/instances/criticalCertificates.test.ts",
      "test/crosscheck/checks.test.ts",
    ],
  },
};
