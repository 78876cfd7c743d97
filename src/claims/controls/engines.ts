import { checkEnumeration } from "../../combinatorics/partitions/checkEnumeration.js";
import { labelledPartitions } from "../../combinatorics/partitions/enumeration.js";
import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { labelledPartitionOf } from "../../../properties/arbitraries/labelledPartition.js";
import { type Property, property } from "../../../properties/property.js";
import { type Instance, certified } from "../evidence/certified.js";
import { countedBySize } from "../evidence/countedBySize.js";
import { exhaustive } from "../evidence/exhaustive.js";
import { sumOverWidths } from "../evidence/ranges.js";
import { RUNS, sampled } from "../evidence/sampled.js";
import type { Control } from "./control.js";
import { enumeration } from "./honest.js";

const quiet = { what: "planted", range: "planted", progress: () => undefined };

/** A control that is refused if the verdict does not hold. */
export function mustFail(
  name: string,
  verdict: () => { readonly held: boolean } | Promise<{ readonly held: boolean }>,
): Control {
  return { name, run: async () => ((await verdict()).held ? "held" : undefined) };
}

/** A control that is refused if the check of some case, or listing the cases, fails. */
export function caseControl<Case>(
  name: string,
  cases: () => readonly Case[],
  check: (item: Case) => string | undefined,
): Control {
  return mustFail(name, () => {
    const list = cases();
    return exhaustive({ ...quiet, cases: list, expected: BigInt(list.length), check });
  });
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

/** One labelled partition too few at (2,3) and one too many at (1,3): the total is right. */
function balanced(r: number, m: number): unknown[] {
  const partitions = [...labelledPartitions(r, m)];
  if (m !== 3 || r === 3) return partitions;
  return r === 2 ? partitions.slice(1) : [...partitions, ...partitions.slice(-1)];
}

const [, ...others] = labelledPartitions(2, 3);
/** The listing at (2,3) whose last entry also replaces the first. */
const repeated = [...others.slice(-1), ...others];

/** Exhaustive checks of no cases, too few, too many, one that fails, and of errors. */
export const exhaustiveControls: readonly Control[] = [
  exhaustiveControl("an empty range", [], 0n),
  exhaustiveControl("none of two cases", [], 2n),
  exhaustiveControl("one of two cases", [1], 2n),
  exhaustiveControl("three of two cases", [1, 2, 3], 2n),
  exhaustiveControl("a first case that fails", [1, 2], 2n, (item) => (item === 1 ? "planted" : undefined)),
  exhaustiveControl("a last case that fails", [1, 2], 2n, (item) => (item === 2 ? "planted" : undefined)),
  exhaustiveControl("a case that cannot be checked", [1], 1n, throws),
  exhaustiveControl(
    "a case too few at one size and too many at another",
    countedBySize(3, balanced, labelledPartitionCount),
    sumOverWidths(3, labelledPartitionCount),
  ),
  mustFail("an enumeration with an entry twice and another never", () => ({
    held: checkEnumeration(repeated, 2, 3, labelledPartitionCount(2, 3)).failure === undefined,
  })),
];

const { asked, body, kind } = enumeration;
const good: Instance = { certificate: { kind, claim: asked.claim, body }, asked };
const bad: Instance = { certificate: { kind, claim: asked.claim, body: { ...body, partitions: [] } }, asked };

function certifiedControl(name: string, instances: readonly Instance[], expected: bigint): Control {
  return mustFail(`certified: ${name}`, () => certified({ ...quiet, instances, expected }));
}

/** Lists of no certificates, too few, too many, and one that is rejected. */
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

/** Properties that are false at times, end in an error, or are run too few times. */
export const sampledControls: readonly Control[] = [
  sampledControl(
    "a property that is false now and then",
    property("none/false", "no zero blocks", partitions, ({ zeroBlockCount }) => zeroBlockCount === 0),
  ),
  sampledControl("a property that ends in an error", property("none/error", "none", partitions, throws)),
  sampledControl("a property that is not run", {
    name: "none/idle",
    statement: "none",
    sample: ({ seed }) => ({ held: true, cases: 0, distinct: 0, seed }),
  }),
  sampledControl("a property that is run too few times", {
    name: "none/short",
    statement: "none",
    sample: ({ seed }) => ({ held: true, cases: RUNS - 1, distinct: RUNS - 1, seed }),
  }),
  sampledControl("a property that cannot be run", { name: "none/broken", statement: "none", sample: throws }),
];
