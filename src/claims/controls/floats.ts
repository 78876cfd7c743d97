import { CHECKS } from "../../crosscheck/checks.js";
import { Comparison } from "../../crosscheck/comparison.js";
import type { Fault } from "../../crosscheck/fault.js";
import { kernelPoints, measureBackend } from "../../crosscheck/measuredAccuracy.js";
import { withoutLeaks } from "../../crosscheck/tensorflow.js";
import { numericVerdict, startedBackend } from "../evidence/numeric.js";
import type { Control, ControlGroup } from "./control.js";

const scale = (bits: number): Fault => ({ kind: "scale", size: 2 ** -bits });
const kernel = (bits: number): Fault => ({ kind: "kernel", size: 2 ** -bits });
const weight = (bits: number): Fault => ({ kind: "weight", size: 2 ** -bits });
const accumulation = (bits: number): Fault => ({ kind: "accumulation", bits });

/**
 * By claim, errors that are just large enough for its check to see: a bound ten times as wide, which is of no
 * use, lets one of them through. Curvatures are differences of gradients, so they are known to some 2^−8
 * only.
 */
export const SEEN: Readonly<Record<string, readonly Fault[]>> = {
  "def-3.2": [scale(17), kernel(17), weight(16), accumulation(16)],
  "thm-3.1-path": [scale(16), kernel(16), weight(16), accumulation(14)],
  "prop-4.3": [scale(16), kernel(17), weight(17), accumulation(15)],
  "prop-4.4": [scale(7), weight(7)],
  "fig-6": [scale(16), kernel(12), accumulation(12)],
  "mlp-invariance": [scale(15), kernel(15), weight(15), accumulation(14)],
  "ext-saddle": [scale(7), weight(8)],
};

/** A small batch, the same for every seed of a run: so the check sees the same errors in each. */
const REQUEST = { points: 5, inputs: 5, seed: 1, progress: () => undefined };

/** The end of a failed comparison; an error of the program reads otherwise. */
const COMPARED = /off by .* where .* is the bound$|, not negative$/;

function faultControl(claim: string, fault: Fault): Control {
  const { kind } = fault;
  const size = kind === "accumulation" ? `to ${fault.bits} bits` : `of ${fault.size.toExponential(1)}`;
  return {
    name: `numeric: ${claim} with an error ${size} in each ${kind}`,
    run: async () => {
      const { held, failure = "held" } = await numericVerdict(claim, { ...REQUEST, fault });
      return !held && COMPARED.test(failure) ? undefined : failure;
    },
  };
}

/** Comparisons with an exact 1 that have to fail: the computed number and its bound. */
const NUMBERS: readonly (readonly [what: string, computed: number, bound: number])[] = [
  ["a number twice its bound above", 1.5, 0.25],
  ["a number twice its bound below", 0.5, 0.25],
  ["NaN", NaN, 1],
  ["an infinite number", Infinity, 1],
  ["a bound that is NaN", 1, NaN],
  ["an infinite bound", 2, Infinity],
];

function numberControl([what, computed, bound]: (typeof NUMBERS)[number]): Control {
  return {
    name: `numeric: ${what}`,
    run: () => {
      const comparison = new Comparison();
      comparison.add(1, { lower: 1, upper: 1 }, 0, () => "planted");
      comparison.add(computed, { lower: 1, upper: 1 }, bound, () => "planted");
      return comparison.result.failure === undefined ? "held" : undefined;
    },
  };
}

/** What any check may have wrong: no numbers, a kernel too coarse for float32, a tensor left behind. */
const OTHERS: readonly Control[] = [
  {
    name: "numeric: nothing to compare",
    run: () => (new Comparison().result.failure === undefined ? "held" : undefined),
  },
  {
    name: "numeric: a kernel too coarse for float32",
    run: async () => {
      const { backend } = await startedBackend();
      const { failure } = await measureBackend(backend, kernelPoints(20), kernel(17));
      return failure === undefined ? "taken for float32" : undefined;
    },
  },
  {
    name: "numeric: a tensor that is left behind",
    run: async () => {
      const { tf } = (await startedBackend()).backend;
      const { result, leaked } = await withoutLeaks(tf, () => Promise.resolve(tf.scalar(1)));
      result.dispose();
      return leaked === 1 ? undefined : `${leaked} tensors counted`;
    },
  },
];

/** Errors in floats. */
export const floatControls: ControlGroup = {
  expected: NUMBERS.length + OTHERS.length + 23,
  controls: () => {
    const claims = CHECKS.map(({ claim }) => claim);
    if (Object.keys(SEEN).join() !== claims.join()) throw new RangeError(`errors for ${claims.join()} only`);
    const faults = Object.entries(SEEN).flatMap(([claim, seen]) =>
      seen.map((fault) => faultControl(claim, fault)),
    );
    return [...NUMBERS.map(numberControl), ...OTHERS, ...faults];
  },
};
