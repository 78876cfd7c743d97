import { levelRatio } from "../../combinatorics/asymptotics/ratio.js";
import { tuples } from "../../combinatorics/tuples.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { canonicalForm } from "../../manifold/subspaces/canonicalForm.js";
import { multiLayerCriticalSubspace } from "../../manifold/layers/multiLayerCriticalSubspace.js";
import { multiLayerSubspace } from "../../manifold/layers/multiLayerSubspace.js";
import { randomMultiLayer } from "../../network/randomMultiLayer.js";
import type { Evidence } from "../evidence/claim.js";
import { partitionsOf } from "./layerForms.js";
import { everyCase } from "../evidence/everyCase.js";

/** Largest m of networks whose subspaces are listed, for L = 2, 3. */
const MAX_LISTED: readonly number[] = [4, 3];
const LISTED_SEED = 1;

/** R_k(r, m), and the numbers of subspaces of a network of several hidden layers. */
export interface ListedCase {
  readonly k: number;
  readonly r: number;
  readonly m: number;
  readonly hidden: number;
  readonly single: Rational;
  /** Critical subspaces above one network of width r − k in all layers. */
  readonly critical: number;
  /** Subspaces of global minima. */
  readonly minima: number;
}

/** The number of subspaces of all tuples at equal hidden widths, told apart by their equations. */
function distinctSubspaces(kind: "critical" | "last to first", r: number, m: number, hidden: number): number {
  const layers = new Array<number>(hidden).fill(r);
  const theta = randomMultiLayer({ widths: [1, ...layers, 1], hasBiases: false }, LISTED_SEED);
  const partitions = partitionsOf(kind, r, m);
  const forms = [...tuples(layers.map(() => partitions))].map((tuple) =>
    canonicalForm(
      kind === "critical" ? multiLayerCriticalSubspace(theta, tuple) : multiLayerSubspace(theta, tuple, kind),
    ),
  );
  return new Set(forms).size;
}

function* listedCases(): Generator<ListedCase> {
  for (const [index, maxM] of MAX_LISTED.entries()) {
    const hidden = index + 1;
    for (let r = 2; r <= maxM; r += 1) {
      for (let m = r; m <= maxM; m += 1) {
        const minima = distinctSubspaces("last to first", r, m, hidden);
        for (let k = 1; k < r; k += 1) {
          const critical = distinctSubspaces("critical", r - k, m, hidden);
          yield { k, r, m, hidden, single: levelRatio(k, r, m), critical, minima };
        }
      }
    }
  }
}

/** The numbers of subspaces have the ratio R_k^{L−1}. */
export function checkListed({ k, r, m, hidden, single, critical, minima }: ListedCase): string | undefined {
  return rational(BigInt(critical), BigInt(minima)).equals(single.pow(BigInt(hidden)))
    ? undefined
    : `${critical} critical subspaces and ${minima} of minima at k = ${k}, (${r},${m}), ${hidden} hidden layers, not R_k^${hidden}`;
}

/** The numbers behind R_k^{L−1}, counted as subspaces and not by formulas. */
export const listedEvidence: Evidence = everyCase("subspaces", {
  what:
    "critical subspaces above a network of widths r*−k, and subspaces of minima, made one by one, told " +
    "apart by their equations and counted: their ratio is R_k^(L−1)",
  range: `1 ≤ k < r* ≤ m, ${MAX_LISTED.map((bound, index) => `m ≤ ${bound} for L = ${index + 2}`).join(", ")}, one random θ for each, d_in = d_out = 1`,
  // r − 1 levels for each 2 ≤ r ≤ m.
  expected: MAX_LISTED.reduce((sum, bound) => sum + BigInt((bound * (bound * bound - 1)) / 6), 0n),
  cases: listedCases,
  check: checkListed,
});
