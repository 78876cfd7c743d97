import { tuples } from "../../combinatorics/tuples.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { type DataSet, dataSet } from "../../landscape/loss/data.js";
import { gradient } from "../../landscape/loss/gradient.js";
import { cauchyActivation, separatingTangent } from "../../landscape/criticalPoints/separatingTangent.js";
import { isIrreducible } from "../../network/irreducible.js";
import { type TwoLayerNetwork, evaluate, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { entry } from "../../exact/entry.js";
import type { Evidence } from "../evidence/claim.js";
import { everyCase } from "../evidence/everyCase.js";

/*
 * σ(x) = 1/(1 + x), d_in = d_out = 1. Irreducible students with positive incoming weights are not critical at
 * a positive loss. At negative ones, between the poles, there are local minima at a positive loss.
 */

/** A student and a teacher with positive incoming weights. */
export interface CauchyCase {
  readonly student: TwoLayerNetwork;
  readonly teacher: TwoLayerNetwork;
  readonly tangent: RationalVector;
}

/** Inputs of all cases: 1/2, 1, …, 4. */
const INPUTS = Array.from({ length: 8 }, (_, index) => rational(BigInt(index + 1), 2n));

const sigma = (x: Rational): Rational => cauchyActivation.derivative(0, x);

/** Along the tangent the loss rises on each datum, unless the student fits it. */
export function checkCauchy({ student, teacher, tangent }: CauchyCase): string | undefined {
  if (!isIrreducible(student) || student.units.length < teacher.units.length)
    return "a student that is reducible or narrower than the teacher";
  const other = [student, teacher]
    .flatMap(({ units }) => units.map(({ incoming }) => incoming.at(0)))
    .find((weight) => weight.compare(0n) <= 0);
  if (other !== undefined) return `an incoming weight ${other.toFraction()}`;
  for (const x of INPUTS) {
    const input = RationalVector.fromRationals([x]);
    const [value, target] = [student, teacher].map((network) => evaluate(network, input, sigma));
    if (value === undefined || target === undefined || value.equals(target)) continue;
    const slope = gradient(student, dataSet([input], [target]), cauchyActivation, squaredError).dot(tangent);
    if (slope.compare(0n) <= 0) return `slope ${slope.toFraction()} at x = ${x.toFraction()}`;
  }
  return undefined;
}

const OUTGOING = [-1n, 1n, 2n].map((weight) => rational(weight));
const STUDENTS = [[1n], [3n], [1n, 2n], [1n, 2n, 3n]];
const TEACHERS = [[rational(1n, 2n)], [rational(1n, 2n), rational(3n, 2n)]];

/** 3^m students and 3^r* teachers for each choice of incoming weights with r* ≤ m. */
const CAUCHY = 2n * 3n * 3n + (9n + 27n) * (3n + 9n);

export function* cauchyCases(): Generator<CauchyCase> {
  for (const incoming of STUDENTS) {
    for (const student of networks(incoming.map((weight) => rational(weight)))) {
      for (const weights of TEACHERS.filter(({ length }) => length <= incoming.length)) {
        for (const teacher of networks(weights))
          yield { student, teacher, tangent: separatingTangent(student, teacher, INPUTS) };
      }
    }
  }
}

/** The networks with these incoming weights and every choice of outgoing ones. */
function networks(incoming: readonly Rational[]): TwoLayerNetwork[] {
  const choices = tuples(incoming.map(() => OUTGOING));
  return [...choices].map((outgoing) => networkOf(incoming, outgoing));
}

function networkOf(incoming: readonly Rational[], outgoing: readonly Rational[]): TwoLayerNetwork {
  const units = incoming.map((weight, unit) => ({
    incoming: RationalVector.fromRationals([weight]),
    outgoing: RationalVector.fromRationals([entry(outgoing, unit)]),
  }));
  return twoLayerNetwork(1, 1, units);
}

/** Data, and an interval of incoming weights of a student of width 1. */
export interface Bracket {
  readonly data: DataSet;
  readonly low: Rational;
  readonly high: Rational;
}

/** In units of 1/10000: near −21/20, and in five more gaps between the poles −1/x of w ↦ σ(wx). */
const BRACKETS = [
  [-10500n, -10400n],
  [-6650n, -6640n],
  [-4920n, -4900n],
  [-3900n, -3899n],
  [-3240n, -3230n],
  [-2760n, -2755n],
] as const;

/** The data of the teacher (1/2; 1), and an interval around each of six local minima of width 1 = r*. */
export function brackets(): Bracket[] {
  const column = (values: readonly Rational[]) => values.map((x) => RationalVector.fromRationals([x]));
  const data = dataSet(column(INPUTS), column(INPUTS.map((x) => sigma(x.div(2n)))));
  return BRACKETS.map(([low, high]) => {
    return { data, low: rational(low, 10_000n), high: rational(high, 10_000n) };
  });
}

/**
 * The interval has a local minimum of L. ρ(w) = min_a L(w, a) is smooth where no 1 + wx_k is 0, and its
 * derivative is ∂L/∂w at the best a. It falls at the lower end and rises at the upper one, so ρ has a minimum
 * w_0 between them, and L has one at (w_0, a(w_0)). Here a(w_0) ≠ 0, since ρ(w_0) is at most ρ at the ends,
 * which is less than ½ Σ y_k². And ρ(w_0) > 0: a/(1 + wx) that fits the teacher at two inputs is the teacher,
 * but w_0 < 0.
 */
export function checkBracket({ data, low, high }: Bracket): string | undefined {
  const place = `between w = ${low.toFraction()} and ${high.toFraction()}`;
  if (low.compare(high) >= 0 || high.compare(0n) >= 0) return `no interval of negative weights ${place}`;
  const pole = data.inputs.find((input) => {
    const [left, right] = [low, high].map((w) => w.mul(input.at(0)).add(1n));
    return left === undefined || right === undefined || left.mul(right).compare(0n) <= 0;
  });
  if (pole !== undefined) return `a pole ${place}, at x = ${pole.at(0).toFraction()}`;
  const slopes = [low, high].map((w) => {
    const best = bestOutgoing(w, data);
    const student = networkOf([w], [best]);
    const [inW, inA] = gradient(student, data, cauchyActivation, squaredError).toRationals();
    // ∂L/∂a = 0 and a ≠ 0: then min_a L is below the loss ½ Σ y² of a = 0.
    return inA?.equals(0n) === true && !best.equals(0n) ? inW?.compare(0n) : undefined;
  });
  return slopes.join() === "-1,1" ? undefined : `slopes of signs ${slopes.join(" and ")} ${place}`;
}

/** The a that minimizes the loss for a given w: Σ y_k σ(wx_k) / Σ σ(wx_k)². */
function bestOutgoing(w: Rational, { inputs, targets }: DataSet): Rational {
  const values = RationalVector.fromRationals(inputs.map((input) => sigma(w.mul(input.at(0)))));
  const outputs = RationalVector.fromRationals(targets.map((target) => target.at(0)));
  return values.dot(outputs).div(values.dot(values));
}

/** No critical points at positive weights, and local minima at negative ones. */
export const cauchyEvidence: readonly Evidence[] = [
  everyCase("none at positive weights", {
    what:
      "σ(x) = 1/(1 + x), positive incoming weights: some direction has a positive slope on every datum " +
      "that the student does not fit, so it is not critical, however the data are weighted",
    range: "m ≤ 3, r* ≤ 2, r* ≤ m, outgoing weights −1, 1, 2, x = 1/2, 1, …, 4",
    expected: CAUCHY,
    cases: cauchyCases,
    check: checkCauchy,
  }),
  everyCase("minima at negative weights", {
    what:
      "the same σ at a negative incoming weight: an interval between poles at whose ends the loss, " +
      "minimized over a, falls and rises, so a local minimum at a positive loss in between",
    range:
      "x = 1/2, 1, …, 4, teacher (1/2; 1), width 1 = r*; six gaps between poles, the first around −21/20 " +
      "< w < −26/25",
    expected: 6n,
    cases: brackets,
    check: checkBracket,
  }),
];
