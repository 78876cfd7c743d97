/**
 * Speed of the enumeration of labelled partitions, beside the same descent in C, and of what is called for
 * each or for each pair. Every contestant's answer is compared before any time is printed.
 *
 *   npx tsx bench/enumeration.ts
 */
import { labelledPartitions } from "../src/combinatorics/partitions/enumeration.js";
import { forEachLabelledPartition } from "../src/combinatorics/partitions/forEachLabelledPartition.js";
import type { LabelledPartition } from "../src/combinatorics/partitions/labelledPartition.js";
import {
  intersectionShape,
  join,
  meetingCriterion,
} from "../src/combinatorics/partitions/meetingCriterion.js";
import { rankOfPartition } from "../src/combinatorics/partitions/ranking.js";
import { externalPeer, paired } from "./paired.js";

const RUNS = 9;
const NANOSECONDS = 1e6;

function enumerateAll(r: number, m: number): string {
  let sum = 0;
  const visited = forEachLabelledPartition(r, m, (codes) => {
    sum = (sum + Math.imul(31, codes[0] ?? 0) + (codes[m - 1] ?? 0)) | 0;
  });
  return `${visited} ${sum}`;
}

function enumerateObjects(r: number, m: number): number {
  let visited = 0;
  for (const partition of labelledPartitions(r, m)) if (partition.r === r) visited++;
  return visited;
}

function compareStreams(r: number, m: number): void {
  const ours = enumerateAll(r, m);
  const visited = Number(ours.split(" ")[0]);
  const peer = externalPeer({ source: "bench/peers/enumerate.c", libraries: [] });
  const argumentList = [String(r), String(m)];
  if (peer !== undefined && peer.run(argumentList).answer !== ours) {
    throw new Error(`(${r}, ${m}): ${ours} here, ${peer.run(argumentList).answer} in C`);
  }
  const speed = (milliseconds: number): string => `${(visited / milliseconds / 1e3).toFixed(0)} M/s`;
  const here = (): string => enumerateAll(r, m);
  if (peer === undefined) {
    console.log(
      `enumerate (${r}, ${m}), ${visited} codes: ${speed(paired(RUNS, { here }).here)}; C not installed`,
    );
    return;
  }
  const times = paired(RUNS, { here, c: peer.contestant(argumentList) });
  const ratio = (times.c / times.here).toFixed(2);
  console.log(
    `enumerate (${r}, ${m}), ${visited} codes: ${speed(times.here)}; C ${speed(times.c)} (ratio ${ratio})`,
  );
}

function countPairs(
  list: readonly LabelledPartition[],
  holds: (p: LabelledPartition, q: LabelledPartition) => boolean,
): number {
  let count = 0;
  for (const p of list) for (const q of list) if (holds(p, q)) count++;
  return count;
}

function plainCriterion(p: LabelledPartition, q: LabelledPartition): boolean {
  return join(p, q).every(
    ({ labelsInP, labelsInQ }) => labelsInP.length <= 1 && labelsInP.join() === labelsInQ.join(),
  );
}

function comparePairs(r: number, m: number, most: number): void {
  const all = [...labelledPartitions(r, m)];
  const step = Math.ceil(all.length / most);
  const list = all.filter((_, index) => index % step === 0);
  const meeting = countPairs(list, meetingCriterion);
  if (meeting !== countPairs(list, plainCriterion)) throw new Error(`(${r}, ${m}): the criteria disagree`);
  const times = paired(RUNS, {
    criterion: () => countPairs(list, meetingCriterion),
    shape: () => countPairs(list, (p, q) => intersectionShape(p, q).unlabelledBlocks > 0),
    plain: () => countPairs(list, plainCriterion),
  });
  const each = (milliseconds: number): string =>
    `${((milliseconds * NANOSECONDS) / list.length ** 2).toFixed(0)} ns`;
  console.log(
    `pairs (${r}, ${m}), ${list.length}²: meetingCriterion ${each(times.criterion)}, ` +
      `intersectionShape ${each(times.shape)}, from the plain join ${each(times.plain)}`,
  );
}

function timeObjects(r: number, m: number): void {
  const list = [...labelledPartitions(r, m)];
  const times = paired(RUNS, {
    objects: () => enumerateObjects(r, m),
    ranks: () => list.reduce((sum, partition) => sum + rankOfPartition(partition), 0n),
  });
  const each = (milliseconds: number): string =>
    `${((milliseconds * NANOSECONDS) / list.length).toFixed(0)} ns`;
  console.log(
    `objects (${r}, ${m}), ${list.length}: each ${each(times.objects)} to make, ${each(times.ranks)} to rank`,
  );
}

compareStreams(4, 9);
compareStreams(4, 10);
comparePairs(3, 6, 300);
comparePairs(3, 7, 300);
timeObjects(3, 6);
