import { labelledPartitions, surjectionsOf } from "../combinatorics/partitions/enumeration.js";
import { REGION } from "../exclusion/rootPairs.js";
import { coveredCells } from "../landscape/widthOne/cover.js";
import { FIGURE_COVER, FIGURE_PARTS, FIGURE_POINTS } from "../landscape/widthOne/figureList.js";
import { squareParts } from "../landscape/widthOne/squareParts.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import {
  cellCheck,
  figureLimits,
  limitCheck,
  listCheck,
  partCheck,
  pointsTable,
} from "./instances/widthOne.js";

/** The width of the teacher, and the largest m to which subspaces are listed. */
const R = 4;
const MAX_M = 6;

/** The largest |p| and |q| of data (p, q)/4. */
const REACH = 20;

/** The largest a_1 and a_2 that are tried. */
const MAX_A = 20;

export const claim: Claim = {
  id: "ext-width-1",
  title: "All critical points of width 1 for the data of Figure 1",
  statement:
    "For the teacher and the data of Figures 1 and 5, the network a·σ(w·x) of width 1 has exactly one " +
    "critical point: w ≈ (−0.0031207, −0.0640077), a ≈ 3.999945, a strict local minimum, where ½Σ(f − y)² ≈ " +
    "12.55108. It is the global minimum. So a_3 = 1, counted as in §4.3, and the critical subspaces of level " +
    "3 number G(1,m)·a_3 = 1 at every m, against T(4,m) ≥ 24 of global minima, 360 at m = 5. With a_3 = 1 " +
    "there are more critical subspaces than subspaces of global minima at (4,5) if and only if 5·a_1 + a_2 ≥ " +
    "12. Away from a square about 0 the loss, least in a, rises in " +
    "a constant direction on each of finitely many cells, of which the outermost reach to infinity. The limit " +
    "of the loss there is a step function of the direction of w, but for 1,024 lattice directions along " +
    "which it is a function across the ray with one critical point, a minimum; as R rises towards it, no " +
    "critical points accumulate there",
  argument:
    "a is eliminated: for each w the loss is least at a*(w) > 0, so that a = 0 is never critical. Cells that " +
    "cover the plane of w outside |w|_∞ < 3/16 have directions v with v·∇R > 0, where R(w) = L(w, a*(w)). " +
    "Along a lattice direction the data on the line w·x = 0 do not count, and those next to it decide. " +
    "In the square, a positive multiple of ∇R has a positive definite derivative, so it vanishes at most " +
    "once. As w and ∇R lie on one side of a line on the outermost cells, ∇R turns once around 0 on a large " +
    "circle, so that the indices (−1)^i of all critical points add up to 1: there is one, as is seen again " +
    "by enclosing it; and on every disc R is least in the square, so that this is the global minimum",
  limits:
    "Only width 1 is complete, for these data: a_1 and a_2 (widths 3 and 2) are not known. Of width 2 the region " +
    `${REGION} is searched as far as fig-1-count says. Where its two units approach each other, a grows without ` +
    "bound; there, and where weights are large, other arguments would be needed",
  source: "extension; a_k of Şimşek et al. 2021, §4.3, at k = 3 for the setting of Fig. 1",
  hypotheses: ["sigmoid units without biases, squared error", "the inputs are the grid −5:0.25:5 squared"],
  evidence: [
    everyCase("outside", {
      what: "the loss, least in a, rises in a direction v with v·w > 0 on every cell of a cover",
      range: "the plane of w outside |w|_∞ < 3/16, as far as infinity",
      expected: lettersOf(FIGURE_COVER.join(""), /[^/]/g),
      cases: () => coveredCells(FIGURE_COVER),
      check: cellCheck(),
    }),
    everyCase("square", {
      what: "∇R, times a positive function, has a positive definite derivative on every part of a cover",
      range: "the square |w|_∞ ≤ 3/16",
      expected: lettersOf(FIGURE_PARTS, /\./g),
      cases: () => squareParts(FIGURE_PARTS),
      check: partCheck(),
    }),
    everyCase("points", {
      what: "a box in the square holds one critical point, of the index listed; Σ(−1)^index = 1 over the list",
      range: "the list of critical points",
      expected: 1n,
      cases: () => [FIGURE_POINTS],
      check: listCheck(),
      table: () => pointsTable(FIGURE_POINTS),
    }),
    everyCase("infinity", {
      what: "the limit of R along a lattice direction has one critical point across it, a minimum",
      range: "w = w_0 + t·(p, q), t → ∞, with p, q coprime and |p|, |q| ≤ 20, as functions of w_0",
      expected: 8n * sumOfTotients(REACH),
      cases: figureLimits,
      check: (problem) => (limits ??= limitCheck())(problem),
    }),
    everyCase("level 3", {
      what: "a_3 times the critical subspaces of level 3, listed, is less than the number of subspaces of minima",
      range: `r* = ${R}, m = ${R}…${MAX_M}`,
      expected: BigInt(MAX_M - R + 1),
      cases: levelCases,
      check: checkLevel,
    }),
    everyCase("prevailing", {
      what: "150·a_1 + 30·a_2 + a_3 > 360 if and only if 5·a_1 + a_2 ≥ 12",
      range: `(r*, m) = (${R}, ${R + 1}), a_1, a_2 ≤ ${MAX_A}, a_3 the length of the list`,
      expected: BigInt((MAX_A + 1) * (MAX_A + 1)),
      cases: prevailingCases,
      check: checkPrevailing,
    }),
  ],
};

function lettersOf(text: string, letters: RegExp): bigint {
  return BigInt([...text.matchAll(letters)].length);
}

/** Made when it is first needed. */
let limits: ReturnType<typeof limitCheck> | undefined;

/** Σφ(n), n ≤ bound: an eighth of the coprime pairs of size up to the bound. */
function sumOfTotients(bound: number): bigint {
  const totients = Array.from({ length: bound + 1 }, (_, n) => BigInt(n));
  for (let n = 1; n <= bound; n += 1) {
    // Σ_{d | n} φ(d) = n.
    for (let other = 2 * n; other <= bound; other += n) {
      totients[other] = entry(totients, other) - entry(totients, n);
    }
  }
  return totients.reduce((sum, value) => sum + value);
}

/** At one m: the subspaces of level 3 that a critical point of width 1 has, those of minima, and a_3. */
export interface LevelCase {
  readonly m: number;
  readonly multiplier: number;
  readonly points: number;
  readonly minima: number;
}

export function checkLevel({ m, multiplier, points, minima }: LevelCase): string | undefined {
  const critical = multiplier * points;
  return critical === 1 && critical < minima ? undefined : `${critical} against ${minima} at m = ${m}`;
}

function levelCases(): LevelCase[] {
  return Array.from({ length: MAX_M - R + 1 }, (_, index) => {
    const m = R + index;
    const multiplier = [...surjectionsOf(1, m)].length;
    return { m, multiplier, points: FIGURE_POINTS.length, minima: [...labelledPartitions(R, m)].length };
  });
}

/** The a_k of widths 3, 2 and 1, and whether critical subspaces are claimed to be more numerous. */
export interface PrevailingCase {
  readonly counts: readonly [number, number, number];
  readonly prevail: boolean;
}

export function checkPrevailing({ counts, prevail }: PrevailingCase): string | undefined {
  const [first, second, third] = counts;
  return 150 * first + 30 * second + third > 360 === prevail ? undefined : `not so for a = ${counts.join()}`;
}

function* prevailingCases(): Generator<PrevailingCase> {
  for (let first = 0; first <= MAX_A; first += 1) {
    for (let second = 0; second <= MAX_A; second += 1) {
      yield { counts: [first, second, FIGURE_POINTS.length], prevail: 5 * first + second >= 12 };
    }
  }
}
