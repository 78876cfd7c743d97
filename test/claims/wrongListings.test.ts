import { afterEach, expect, test, vi } from "vitest";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import type { Orbit } from "../../src/combinatorics/partitions/orbits.js";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import { claims } from "../../src/claims/registry.js";
import { verdictOf } from "./quickContext.js";

/*
 * Listings that leave something out, or list something twice: no evidence that goes through them may hold, so
 * none takes its expected number from the listing itself.
 */

type Fault = <Item>(list: readonly Item[]) => readonly Item[];

const planted = vi.hoisted(() => ({
  partitions: undefined as Fault | undefined,
  orbits: undefined as Fault | undefined,
  /** One subspace less at (2,3) and one more at (1,3): the total is right. */
  balanced: false,
}));

vi.mock(import("../../src/combinatorics/partitions/enumeration.js"), async (importOriginal) => {
  const original = await importOriginal();
  const spoilt = (list: (r: number, m: number) => Generator<LabelledPartition, void, undefined>) =>
    function* (r: number, m: number): Generator<LabelledPartition, void, undefined> {
      if (planted.balanced && m === 3 && r < 3) {
        const all = [...list(r, m)];
        yield* r === 1 ? [...all, ...all.slice(-1)] : all.slice(0, -1);
        return;
      }
      const fault = (r === 2 && m === 3) || (r === 1 && m === 4) ? planted.partitions : undefined;
      yield* fault === undefined ? list(r, m) : fault([...list(r, m)]);
    };
  return {
    ...original,
    labelledPartitions: spoilt(original.labelledPartitions),
    surjectionsOf: spoilt(original.surjectionsOf),
  };
});

vi.mock(import("../../src/combinatorics/partitions/orbits.js"), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    *orbits(r: number, m: number): Generator<Orbit, void, undefined> {
      const fault = r === 2 && m === 3 ? planted.orbits : undefined;
      yield* fault === undefined ? original.orbits(r, m) : fault([...original.orbits(r, m)]);
    },
  };
});

const dropFirst: Fault = (list) => list.slice(1);
const dropLast: Fault = (list) => list.slice(0, -1);
const repeatLast: Fault = (list) => [...list, ...list.slice(-1)];
const faults = { dropFirst, dropLast, repeatLast };

const BY_PARTITIONS = [
  "def-3.2 identity in the parameters",
  "thm-3.1-count enumeration",
  // Counts the subspaces at (1,4), where the displayed formula first fails.
  "thm-3.1-count literal reading",
  "thm-3.1-distinct witnesses",
  "thm-3.1-distinct pairs",
  "thm-3.1-dim ranks",
  "thm-3.1-connected moves",
  "thm-3.1-connected meeting criterion",
  "prop-4.3 dimension",
  "prop-4.3 disjoint",
];

const BY_SIZE = [
  "thm-3.1-count enumeration",
  "thm-3.1-distinct witnesses",
  "thm-3.1-distinct pairs",
  "prop-4.3 dimension",
  "prop-4.3 disjoint",
];

const BY_ORBITS = [
  "thm-3.1-distinct pairs",
  "thm-3.1-dim bound",
  "thm-3.1-connected meeting criterion",
  // The graph's edges, too, are held against the orbits' degrees.
  "thm-3.1-connected graph",
];

function heldByName(names: readonly string[]): Record<string, boolean> {
  const verdicts = claims.flatMap((claim) =>
    evidenceOf(claim).flatMap(({ name }) => {
      const id = claim.id;
      if (!names.includes(`${id} ${name}`)) return [];
      const verdict = verdictOf(claim, name);
      return [[`${id} ${name}`, verdict.kind !== "missing" && verdict.held] as const];
    }),
  );
  return Object.fromEntries(verdicts);
}

const all = (names: readonly string[], held: boolean): Record<string, boolean> =>
  Object.fromEntries(names.map((name) => [name, held]));

afterEach(() => {
  planted.partitions = undefined;
  planted.orbits = undefined;
  planted.balanced = false;
});

test("without a fault all hold", () => {
  expect(heldByName([...BY_PARTITIONS, ...BY_ORBITS])).toEqual(all([...BY_PARTITIONS, ...BY_ORBITS], true));
});

test.each(Object.entries(faults))("%s of the partitions of (2,3) and (1,4) is noticed by all", (_, fault) => {
  planted.partitions = fault;
  expect(heldByName(BY_PARTITIONS)).toEqual(all(BY_PARTITIONS, false));
});

test.each(Object.entries(faults))("%s of the orbits of (2,3) is noticed by all", (_, fault) => {
  planted.orbits = fault;
  expect(heldByName(BY_ORBITS)).toEqual(all(BY_ORBITS, false));
});

test("a lack at (2,3) that an excess at (1,3) makes up for is noticed by all that count subspaces by size", () => {
  planted.balanced = true;
  expect(heldByName(BY_SIZE)).toEqual(all(BY_SIZE, false));
});
