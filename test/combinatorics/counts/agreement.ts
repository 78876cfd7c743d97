import { expect } from "vitest";

/** A count with two sizes, such as T or G, computed in one particular way. */
export type Route = (r: number, m: number) => bigint;

/** Sizes at which the two routes differ, and how many sizes were compared. */
export interface Comparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** Compares two routes at each of the given sizes (r, m). */
export function compareRoutes(
  left: Route,
  right: Route,
  sizes: Iterable<readonly [r: number, m: number]>,
): Comparison {
  let compared = 0;
  const differences: string[] = [];
  for (const [r, m] of sizes) {
    compared += 1;
    const a = left(r, m);
    const b = right(r, m);
    if (a !== b) differences.push(`(${r}, ${m}): ${a.toString()} and ${b.toString()}`);
  }
  return { compared, differences };
}

/** All (r, m) with r <= m + beyond and m <= largest. */
export function* triangle(largest: number, beyond = 0): Generator<readonly [number, number]> {
  for (let m = 0; m <= largest; m += 1) {
    for (let r = 0; r <= m + beyond; r += 1) yield [r, m];
  }
}

/** A copy of a table of exact values that is wrong by one at a single place. */
export function plantError(route: Route, atR: number, atM: number): Route {
  return (r, m) => route(r, m) + (r === atR && m === atM ? 1n : 0n);
}

/** Expects two routes to agree at all of the given sizes; `compared` is the number of sizes. */
export function expectAgreement(
  left: Route,
  right: Route,
  sizes: Iterable<readonly [r: number, m: number]>,
  compared: number,
): void {
  expect(compareRoutes(left, right, sizes)).toEqual({ compared, differences: [] });
}
