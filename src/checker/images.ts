import { everyPartition, partition, subspaceCount } from "./partition.js";
import { entry, fields, integer, list } from "./values.js";
import { type Parity, demand } from "./verdict.js";

/**
 * Reads the codes of a labelled partition. With a parity it reads a signed one, and returns the codes of its
 * double cover, those of the units and then of their images: SPEC.md, "Mirror images".
 */
export function cover(value: unknown, r: number, m: number, parity: Parity, at: string): number[] {
  if (parity === undefined) return partition(value, r, m, at);
  const members = fields(value, ["codes", "signs"], at);
  const codes = partition(members.codes, r, m, `${at}.codes`);
  const signs = list(members.signs, `${at}.signs`, integer);
  demand(signs.length === m, "partition", `${at}.signs`, `not ${m} signs`);
  const signOfFirst = new Map([...codes.entries()].reverse().map(([unit, code]) => [code, signs[unit]]));
  const silentCodes = new Set(codes.filter((_, unit) => signs[unit] === 0));
  const areSigns = codes.every((code, unit) => {
    const size = Math.abs(entry(signs, unit));
    const isSilent = size === 0 && code <= 0 && parity === "odd" && silentCodes.size === 1;
    return (size === 1 || isSilent) && (code > 0 || size === signOfFirst.get(code));
  });
  demand(
    areSigns,
    "partition",
    `${at}.signs`,
    "not 1 or -1, in zero blocks first 1, or 0 in one silent block",
  );
  return [1, -1].flatMap((side) =>
    codes.map((code, unit) => {
      const mirrored = Number(side * entry(signs, unit) < 0);
      return code > 0 ? code + r * mirrored : 2 * code - mirrored;
    }),
  );
}

/** Reads the list of all labelled partitions in order; with a parity, of all signed ones in any order. */
export function everyCover(value: unknown, r: number, m: number, parity: Parity, at: string): number[][] {
  if (parity === undefined) return everyPartition(value, r, m, at);
  const covers = list(value, at, (one, place) => cover(one, r, m, parity, place));
  const count = new Set(covers.map((codes) => codes.join())).size;
  const isComplete = count === covers.length && BigInt(count) === subspaceCount(r, m, parity);
  demand(isComplete, "count", at, "not all signed labelled partitions, each once");
  return covers;
}
