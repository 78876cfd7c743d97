import { labelledPartitions, surjectionsOf } from "../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionTable } from "../combinatorics/counts/labelledPartitionRoutes.js";
import { firstProliferatingWidth } from "../combinatorics/asymptotics/ratio.js";
import { type AffineSubspace, includesSubspace } from "../manifold/subspaces/affineSubspace.js";
import { criticalSubspace } from "../manifold/subspaces/criticalSubspace.js";
import { gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import { properties } from "../../properties/fig-1-count.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { standardNetwork } from "./evidence/ranges.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";
import {
  AGAIN,
  againCheck,
  blockCheck,
  checkUndecided,
  coverTable,
  drawnBlocks,
  foundCheck,
} from "./instances/widthTwo.js";
import { NEAR_BITS, committedCover } from "../exclusion/coverFile.js";
import { BLOCKS, REGION } from "../exclusion/rootPairs.js";
import { WIDTH_THREE, WIDTH_TWO, criticalCheck, listedPoints } from "./instances/figureCriticalPoints.js";

/** Known critical points of width 2. */
const FOUND_OF_WIDTH_TWO = 10n;

/** Parts of the region of width 2 that aren't decided. */
const UNDECIDED = 43;
const MINIMA = WIDTH_TWO.filter(({ negative }) => negative === 0).length;

/** 150·a_1 + 30·a_2 + a_3, by what is known of them. */
const LEAST_CRITICAL = 150 * WIDTH_THREE.length + 30 * WIDTH_TWO.length + 1;

/** The widths of Fig. 1: a teacher of 4 units, students of 5. */
const R = 4;
const M = 5;
const MAX_H = 20;
const MAX_R = 60;

export const claim: Claim = {
  id: "fig-1-count",
  title: "Saddles against minima at the widths of Figure 1",
  statement:
    "At r* = 4, m = 5 there are Σ_k G(4−k,5) = 150 + 30 + 1 = 181 critical subspaces for a_k = 1, and " +
    "T(4,5) = 360 subspaces of global minima: in the example of the paper's own Figure 1 the latter are " +
    "more numerous. But for the data of Figure 1 the networks of width 3 have at least three critical points, " +
    `strict local minima, and those of width 2 at least ${WIDTH_TWO.length}, ${MINIMA} of them minima, the others ` +
    `saddles: a_1 ≥ 3, a_2 ≥ ${WIDTH_TWO.length} and a_3 = 1 (ext-width-1), so that the critical ` +
    `subspaces number at least ${LEAST_CRITICAL}, and there they are the more numerous. Of width 2, up to the ` +
    `order of units and with a_1·a_2 ≠ 0, these are all in the region ${REGION}, but for ${UNDECIDED} undecided parts, ` +
    `each within 2^−${NEAR_BITS} of one. With a common a_k = a there are more critical ` +
    "subspaces if and only if a ≥ 2. With a_k = 1 " +
    `there are more critical subspaces from some r* on that grows with h = m − r* ≤ ${MAX_H}: 3 at h = 0, 6 at ` +
    "h = 1, 8 at h = 2 (see the table). So for a_k = 1 'mildly overparameterized' starts late, and counting " +
    "explains the failures of Figure 1 only through 150·a_1 + 30·a_2 + a_3 > 360",
  limits:
    `That there remain more critical subspaces is compared for r* ≤ ${MAX_R}. This is about numbers of ` +
    "subspaces only: nothing here says which of them training reaches. a_1 and a_2 are bounded from below at " +
    "most: width 3 has no complete list, and of width 2 no more is searched than the statement says. Left out are " +
    "weights beyond it, those where the units are close to each other, which lets a grow without bound and " +
    "where width 1 has a line of critical points, and points with an a_i = 0, which are width 1's with a silent " +
    "unit. For the region doubles are trusted as IEEE 754 has them, with a bound on all roundings; each run of " +
    `verify searches ${AGAIN} of its blocks again, which the seed draws, and takes the others from ` +
    "proofs/cover/width-2.json, which equiloss cover makes",
  source: "Şimşek et al. 2021, Fig. 1 and §4.3",
  hypotheses: ["a_k as stated; 1 in the paper's Figure 6"],
  evidence: [
    everyCase("lists", {
      what:
        "150, 30 and 1 critical subspaces of levels 1 to 3, and 360 of global minima: listed, and pairwise " +
        "distinct by their equations",
      range: `(r*, m) = (${R}, ${M}), d_in = d_out = 2`,
      expected: 4n,
      cases: listCases,
      check: checkList,
    }),
    everyCase("width 3", {
      what:
        "a strict local minimum of width 3, proved to be within 2^−24, irreducible and none of the others: " +
        "150 critical subspaces for each are more than 360",
      range: "three networks, the data of Figure 1",
      // 150·2 < 360 < 150·3.
      expected: 360n / 150n + 1n,
      cases: () => listedPoints(WIDTH_THREE),
      check: criticalCheck(),
    }),
    everyCase("width 2", {
      what:
        "a critical point of width 2 of the recorded index, proved to be within 2^−24, irreducible and none of " +
        "the others: 30 critical subspaces for each",
      range: `${WIDTH_TWO.length} networks, the data of Figure 1`,
      expected: FOUND_OF_WIDTH_TWO,
      cases: () => listedPoints(WIDTH_TWO),
      check: criticalCheck(),
    }),
    everyCase("width 2 region", {
      what:
        "a block of pairs of squares for w_1 and w_2, on whose parts the gradient can't vanish, or once, at a " +
        "critical point of the list; parts that are undecided are near one",
      range: `${REGION}, all ${BLOCKS} blocks, those of proofs/cover/width-2.json`,
      expected: BigInt(BLOCKS),
      cases: () => committedCover().runs,
      check: blockCheck(),
      table: () => coverTable(committedCover()),
    }),
    everyCase("width 2 undecided", {
      what: "the blocks leave as many parts undecided as the statement says",
      range: REGION,
      expected: 1n,
      cases: () => [committedCover()],
      check: checkUndecided(UNDECIDED),
    }),
    everyCase("width 2 found", {
      what: "no pair of squares about a critical point of width 2 is told as free, and a block tells a part about it",
      range: `${WIDTH_TWO.length} networks`,
      expected: FOUND_OF_WIDTH_TWO,
      cases: () => WIDTH_TWO,
      check: foundCheck(() => committedCover().runs),
    }),
    everyCase("width 2 again", {
      what: "a block, searched anew, tells the same number of parts, and the same parts, as the file",
      range: `${AGAIN} of ${BLOCKS} blocks, drawn by the seed`,
      expected: BigInt(AGAIN),
      cases: (_, seed) => drawnBlocks(committedCover(), seed),
      check: againCheck(),
    }),
    everyCase("common a", {
      what: "181 critical subspaces and 360 of global minima, both listed: a·181 > 360 if and only if a ≥ 2",
      range: `(r*, m) = (${R}, ${M}), a_k = a for a = 1…100`,
      expected: 100n,
      cases: commonCases,
      check: checkCommon,
    }),
    everyCase("widths", {
      what: "Σ_k G(r*−k,r*+h) > T(r*,r*+h) from the smallest such r* on, and at no smaller r*, by recurrences",
      range: `h ≤ ${MAX_H}, 1 ≤ r* ≤ ${MAX_R}`,
      expected: BigInt((MAX_H + 1) * MAX_R),
      cases: prevailCases,
      check: checkPrevail,
      table: prevailTable,
    }),
  ],
  properties,
};

/** One list of subspaces at the widths of Fig. 1, with the number that is claimed. */
export interface ListCase {
  readonly name: string;
  readonly list: readonly { readonly partition: LabelledPartition; readonly subspace: AffineSubspace }[];
  readonly claimed: number;
}

/** The subspaces at (4,5): of each level k, one for each surjection [5] → [4−k]; and of global minima. */
function listCases(): ListCase[] {
  const levels = [150, 30, 1].map((claimed, index) => {
    const r = R - index - 1;
    const theta = standardNetwork(r, 2, 2);
    const list = [...surjectionsOf(r, M)].map((partition) => ({
      partition,
      subspace: criticalSubspace(theta, partition),
    }));
    return { name: `level ${index + 1}`, list, claimed };
  });
  const theta = standardNetwork(R, 2, 2);
  const minima = [...labelledPartitions(R, M)].map((partition) => ({
    partition,
    subspace: gammaSubspace(theta, partition),
  }));
  return [...levels, { name: "global minima", list: minima, claimed: 360 }];
}

/** As many as claimed are listed, and no two of them include each other. */
export function checkList({ name, list, claimed }: ListCase): string | undefined {
  if (list.length !== claimed) return `${list.length} subspaces of ${name}, not ${claimed}`;
  for (const [index, left] of list.entries()) {
    const isSame = ({ subspace }: (typeof list)[number]): boolean =>
      includesSubspace(left.subspace, subspace) && includesSubspace(subspace, left.subspace);
    const same = list.slice(index + 1).find(isSame);
    if (same !== undefined)
      return `[${left.partition.key}] and [${same.partition.key}] are one subspace of ${name}`;
  }
  return undefined;
}

/** At (4,5) with a_k = a: whether there are more critical subspaces than subspaces of global minima. */
export interface CommonCase {
  readonly critical: number;
  readonly minima: number;
  readonly a: number;
  readonly prevail: boolean;
}

export function checkCommon({ critical, minima, a, prevail }: CommonCase): string | undefined {
  return a * critical > minima === prevail
    ? undefined
    : `with a = ${a} critical subspaces ${prevail ? "don't prevail" : "prevail"} at (${R},${M})`;
}

/** For a = 1, …, 100, with the sizes of both lists. */
function commonCases(): CommonCase[] {
  const sizes = listCases().map(({ list }) => list.length);
  const minima = entry(sizes, sizes.length - 1);
  const critical = sizes.slice(0, -1).reduce((sum, size) => sum + size, 0);
  return Array.from({ length: 100 }, (_, index) => ({ critical, minima, a: index + 1, prevail: index > 0 }));
}

/** Σ_k G(r−k, r+h) and T(r, r+h), and the smallest r at which the former is claimed to be larger. */
export interface PrevailCase {
  readonly h: number;
  readonly r: number;
  readonly critical: bigint;
  readonly minima: bigint;
  readonly first: number;
}

/** Critical subspaces prevail if and only if r is at least the claimed width. */
export function checkPrevail({ h, r, critical, minima, first }: PrevailCase): string | undefined {
  if (critical > minima === r >= first) return undefined;
  const verb = critical > minima ? "prevail" : "don't prevail";
  return `critical subspaces ${verb} at r* = ${r}, h = ${h}, first width ${first}`;
}

/** All h ≤ MAX_H and r ≤ MAX_R, G by its recurrence and T from the table. */
function prevailCases(): PrevailCase[] {
  const firsts = Array.from({ length: MAX_H + 1 }, (_, h) => firstProliferatingWidth(h));
  const table = labelledPartitionTable(MAX_R + MAX_H);
  const cases: PrevailCase[] = [];
  let row = [1n];
  for (let m = 1; m <= MAX_R + MAX_H; m += 1) {
    const previous = row;
    row = Array.from({ length: m + 1 }, (_, s) =>
      s === 0 ? 0n : BigInt(s) * (entry(previous, s - 1) + entry([...previous, 0n], s)),
    );
    for (let r = Math.max(1, m - MAX_H); r <= Math.min(m, MAX_R); r += 1) {
      const critical = row.slice(1, r).reduce((sum, count) => sum + count, 0n);
      cases.push({ h: m - r, r, critical, minima: entry(entry(table, m), r), first: entry(firsts, m - r) });
    }
  }
  return cases;
}

/** A row for each h: at its first width, and at r* = 4. */
export function prevailTable(): FoundTable {
  const cases = prevailCases();
  const rows = cases
    .filter(({ r, first }) => r === first)
    .sort((left, right) => left.h - right.h)
    .map(({ h, r }) => {
      const four = cases.find((item) => item.h === h && item.r === R);
      const least = four === undefined ? "" : (four.minima / four.critical + 1n).toString();
      return [h, r, r + h].map(String).concat(least);
    });
  return {
    title:
      "Where there are more critical subspaces than subspaces of global minima, h = m − r* extra neurons",
    head: ["h", "smallest r* for a_k = 1", "m there", `least common a_k at r* = ${R}`],
    rows,
  };
}
