import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import type { Expected } from "../../../src/checker/verdict.js";
import { gammaHolds } from "../../../src/manifold/subspaces/gammaSubspace.js";
import { isIrreducible } from "../../../src/network/irreducible.js";
import { canonical, type Json } from "../seal.js";
import { entries, isAsked, members, need, networkOf, whole } from "./reading.js";

export function partitionOf(value: Json, r: number, m: number): LabelledPartition {
  const codes = entries(value).map(whole);
  need(codes.length === m && r <= m);
  // So that the class has nothing to object to but the numbering of the zero blocks, which it would mend.
  need(codes.every((code) => code <= r));
  for (let label = 1; label <= r; label += 1) need(codes.includes(label));
  const partition = LabelledPartition.canonical(codes, r);
  need(partition.codes.join() === codes.join());
  return partition;
}

export function allPartitions(value: Json | undefined, r: number, m: number): LabelledPartition[] {
  need(r >= 1 && r <= m && m <= 8);
  const partitions = [...labelledPartitions(r, m)];
  need(canonical(entries(value)) === canonical(partitions.map(({ codes }) => [...codes])));
  return partitions;
}

export function enumerationHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "m", "partitions", "r");
  need(expected.r === whole(parts.r) && expected.m === whole(parts.m));
  const partitions = allPartitions(parts.partitions, expected.r, expected.m);
  return BigInt(partitions.length) === labelledPartitionCount(expected.r, expected.m);
}

export function connectedHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "depths", "m", "parents", "partitions", "points", "r", "theta");
  const [r, m] = [whole(parts.r), whole(parts.m)];
  need(expected.r === r && expected.m === m && r < m);
  const theta = networkOf(parts.theta);
  need(isIrreducible(theta) && theta.units.length === r && isAsked(parts.theta, expected.theta));
  const partitions = allPartitions(parts.partitions, r, m);
  const [parents, depths] = [entries(parts.parents).map(whole), entries(parts.depths).map(whole)];
  const points = entries(parts.points).map(networkOf);
  need([parents, depths, points].every((one) => one.length === partitions.length));
  return points.every((point, index) => {
    const parent = parents[index] ?? -1;
    const [subspace, parentSubspace] = [partitions[index], partitions[parent]];
    if (subspace === undefined || parentSubspace === undefined) return false;
    const isRoot = index === 0 && parent === 0 && depths[index] === 0;
    const isChild = index > 0 && depths[index] === (depths[parent] ?? -1) + 1;
    return (
      (isRoot || isChild) && gammaHolds(theta, subspace, point) && gammaHolds(theta, parentSubspace, point)
    );
  });
}
