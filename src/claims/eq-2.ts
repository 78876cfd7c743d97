import { exponential } from "../exact/intervals/exponential.js";
import { Interval } from "../exact/intervals/interval.js";
import { logarithm } from "../exact/intervals/logarithm.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type Cost, squaredError } from "../landscape/loss/cost.js";
import type { Claim } from "./evidence/claim.js";
import type { Refuted } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";

/** ŷ = −32, −31¾, …, 32 for both labels. */
const REACH = 128n;

export const claim: Claim = {
  id: "eq-2",
  title: "Single-sample losses that are 0 only at the target",
  statement:
    "Eq. (2) asks that c(ŷ, y) = 0 if and only if ŷ = y, and names the least-squares loss and the logistic " +
    "loss. This is true of the least-squares loss. It is false of the logistic loss, which is positive " +
    "everywhere",
  source: "Şimşek et al. 2021, Eq. (2)",
  hypotheses: [
    "for the logistic loss y = ±1 and ŷ is real, as outputs are; as a function of a probability ŷ it would " +
      "not be defined on all of R, as Eq. (2) asks",
  ],
  evidence: [
    { name: "counterexample", kind: "refuted as stated", run: () => logisticVerdict() },
    everyCase("logistic", {
      what:
        "log(1 + e^{−yŷ}) > 0, and it decreases when ŷ moves by 1/4 towards the label, by enclosures; both " +
        "hold everywhere, as e^{−z} is positive and decreasing",
      range: "y = ±1, ŷ = −32, −31¾, …, 32",
      expected: 2n * (2n * REACH + 1n),
      cases: labelCases,
      check: checkLogistic,
    }),
    everyCase("squares", {
      what:
        "½|ŷ − y|² is 0 where ŷ = y and positive elsewhere; this holds everywhere, as a sum of squares is " +
        "0 only if each square is",
      range: "ŷ, y with coordinates −1/2, 0, 1/2, d_out ≤ 2",
      expected: 9n + 81n,
      cases: targetCases,
      check: checkSquares,
    }),
  ],
};

const PRECISION = 128;

/** A single-sample loss of a real output and a label −1 or 1, enclosed. */
export type LabelLoss = (output: Rational, label: bigint) => Interval;

/** The logistic loss log(1 + e^{−yŷ}). */
export const logisticLoss: LabelLoss = (output, label) => {
  const one = Interval.enclosing(rational(1n), PRECISION);
  return logarithm(one.plus(exponential(Interval.enclosing(output.mul(-label), PRECISION))));
};

/** An output and a label. */
export interface LabelCase {
  readonly output: Rational;
  readonly label: bigint;
}

/**
 * The loss is positive, and larger for an output that is 1/4 further from the label: c > 0 since e^{−z} > 0,
 * and c decreases in z = yŷ, so it has neither a least value nor a stationary point.
 */
export function checkLogistic(
  { output, label }: LabelCase,
  loss: LabelLoss = logisticLoss,
): string | undefined {
  const place = `ŷ = ${output.toFraction()}, y = ${label}`;
  const value = loss(output, label);
  if (value.sign !== 1) return `the loss is not known to be positive at ${place}`;
  const worse = loss(output.sub(rational(label, 4n)), label);
  return worse.compare(value) === 1 ? undefined : `the loss does not fall towards the label at ${place}`;
}

function* labelCases(): Generator<LabelCase> {
  for (const label of [-1n, 1n]) {
    for (let quarter = -REACH; quarter <= REACH; quarter++) yield { output: rational(quarter, 4n), label };
  }
}

/** An output and a target of any dimension. */
export interface TargetCase {
  readonly output: RationalVector;
  readonly target: RationalVector;
}

/** The least-squares loss is 0 if and only if output and target are equal. */
export function checkSquares({ output, target }: TargetCase, cost: Cost = squaredError): string | undefined {
  const value = cost.value(output, target);
  const place = `ŷ = (${output.key}), y = (${target.key})`;
  if (value.compare(0n) < 0) return `a negative loss at ${place}`;
  if (value.equals(0n) === output.equals(target)) return undefined;
  return `a loss of ${value.toFraction()} at ${place}`;
}

function targetCases(): TargetCase[] {
  const lines = [-1n, 0n, 1n].map((entry) => RationalVector.of([entry], 2n));
  const planes = lines.flatMap((left) =>
    lines.map((right) => RationalVector.fromRationals([left.at(0), right.at(0)])),
  );
  return [lines, planes].flatMap((vectors) =>
    vectors.flatMap((output) => vectors.map((target) => ({ output, target }))),
  );
}

/** The refutation holds if the enclosures of the logistic loss at ŷ = y are above 0. */
export function logisticVerdict(loss: LabelLoss = logisticLoss): Refuted {
  const values = [-1n, 1n].map((label) => ({ label, value: loss(rational(label), label) }));
  const wrong = values.find(({ value }) => value.sign !== 1);
  return {
    kind: "refuted as stated",
    held: wrong === undefined,
    what:
      "the logistic loss log(1 + e^{−yŷ}), y = ±1, named as an example, is not 0 at ŷ = y or at any other " +
      "ŷ",
    counterexample: Object.fromEntries(
      values.map(({ label, value }) => [
        `c(${label}, ${label})`,
        `at least ${floorOfThousandths(value)}/1000, not 0`,
      ]),
    ),
    corrected:
      "for the least-squares loss c(ŷ, y) = 0 if and only if ŷ = y. With the logistic loss no network has " +
      "zero loss, so nothing that the text says about zero-loss points applies. What it says about " +
      "critical points needs only that c is C¹ (Def. 4.1, Prop. 4.3) or C² (Prop. 4.4), as the logistic " +
      "loss is",
    ...(wrong === undefined
      ? {}
      : { failure: `c(${wrong.label}, ${wrong.label}) is not known to be positive` }),
  };
}

function floorOfThousandths({ lower, precision }: Interval): bigint {
  return (lower * 1000n) >> BigInt(precision);
}
