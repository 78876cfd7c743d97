import { checkEnumeration } from "../../combinatorics/partitions/checkEnumeration.js";
import { labelledPartitions } from "../../combinatorics/partitions/enumeration.js";
import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { labelledPartitionOf } from "../../../properties/arbitraries/labelledPartition.js";
import { type Property, property } from "../../../properties/property.js";
import { type Instance, certified } from "../evidence/certified.js";
import { countedBySize } from "../evidence/countedBySize.js";
import { exhaustive } from "../evidence/exhaustive.js";
import { RUNS, sampled } from "../evidence/sampled.js";
import type { Control } from "./control.js";
import { enumeration } from "./honest.js";

const quiet = { what: "planted", range: "planted", progress: () => undefined };

/** Refused if the verdict doesn't hold. */
export function mustFail(
  name: string,
  verdict: () => { readonly held: boolean } | Promise<{ readonly held: boolean }>,
): Control {
  return { name, run: async () => ((await verdict()).held ? "held" : undefined) };
}

function exhaustiveControl(
  name: string,
  cases: Iterable<unknown>,
  expected: bigint,
  check: (item: unknown) => string | undefined = () => undefined,
): Control {
  return mustFail(`exhaustive: ${name}`, () => exhaustive({ ...quiet, cases, expected, check }));
}

function throws(): never {
  throw new RangeError("planted");
}

/** T(1,2) = 3 and T(2,3) = 12, and so many cases too few at one size and too many at the other. */
function balanced(r: number, m: number): unknown[] {
  const all = [...labelledPartitions(r, m)];
  if (m !== 3 || r === 3) return all;
  return r === 2 ? all.slice(1) : [...all, ...all.slice(-1)];
}

/** A listing of [m] = [3] with two labels that has its last entry in place of its first too. */
const repeated = [...[...labelledPartitions(2, 3)].slice(-1), ...[...labelledPartitions(2, 3)].slice(1)];

/** What goes through all cases: none, too few, too many, one that fails, errors. */
export const exhaustiveControls: readonly Control[] = [
  exhaustiveControl("an empty range", [], 0n),
  exhaustiveControl("none of two cases", [], 2n),
  exhaustiveControl("one of two cases", [1], 2n),
  exhaustiveControl("three of two cases", [1, 2, 3], 2n),
  exhaustiveControl("a first case that fails", [1, 2], 2n, (item) => (item === 1 ? "planted" : undefined)),
  exhaustiveControl("a last case that fails", [1, 2], 2n, (item) => (item === 2 ? "planted" : undefined)),
  exhaustiveControl("a case that can't be checked", [1], 1n, throws),
  exhaustiveControl(
    "a case too few at one size and too many at another",
    countedBySize(3, balanced, labelledPartitionCount),
    [1, 2, 3].reduce((sum, m) => sum + totalAt(m), 0n),
  ),
  mustFail("an enumeration with an entry twice and another never", () => ({
    held: checkEnumeration(repeated, 2, 3, labelledPartitionCount(2, 3)).failure === undefined,
  })),
];

function totalAt(m: number): bigint {
  return Array.from({ length: m }, (_, r) => labelledPartitionCount(r + 1, m)).reduce((a, b) => a + b, 0n);
}

const { asked, body, kind } = enumeration;
const good: Instance = { certificate: { kind, claim: asked.claim, body }, asked };
const bad: Instance = { certificate: { kind, claim: asked.claim, body: { ...body, partitions: [] } }, asked };

function certifiedControl(name: string, instances: readonly Instance[], expected: bigint): Control {
  return mustFail(`certified: ${name}`, () => certified({ ...quiet, instances, expected }));
}

/** Lists of certificates: none, too few, too many, one that is rejected. */
export const certifiedControls: readonly Control[] = [
  certifiedControl("no certificates", [], 0n),
  certifiedControl("none of one", [], 1n),
  certifiedControl("one of two", [good], 2n),
  certifiedControl("two of one", [good, good], 1n),
  certifiedControl("a first one that is rejected", [bad, good], 2n),
  certifiedControl("a last one that is rejected", [good, bad], 2n),
];

function sampledControl(name: string, planted: Property): Control {
  return mustFail(`sampled: ${name}`, () =>
    sampled(planted).run({ maxM: 2, seed: 1, progress: () => undefined }),
  );
}

const partitions = labelledPartitionOf(1, 4);

/** Properties: false at times or by an error, and run too few times. */
export const sampledControls: readonly Control[] = [
  sampledControl(
    "a property that is false now and then",
    property("none/false", "no zero blocks", partitions, ({ zeroBlockCount }) => zeroBlockCount === 0),
  ),
  sampledControl("a property that ends in an error", property("none/error", "none", partitions, throws)),
  sampledControl("a property that isn't run", {
    name: "none/idle",
    statement: "none",
    sample: ({ seed }) => ({ held: true, cases: 0, distinct: 0, seed }),
  }),
  sampledControl("a property that is run too few times", {
    name: "none/short",
    statement: "none",
    sample: ({ seed }) => ({ held: true, cases: RUNS - 1, distinct: RUNS - 1, seed }),
  }),
  sampledControl("a property that can't be run", { name: "none/broken", statement: "none", sample: throws }),
];
