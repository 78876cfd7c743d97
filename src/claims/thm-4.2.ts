import { certificateVector } from "../certificate/certificateNetwork.js";
import { independenceCertificate } from "../certificate/independenceCertificate.js";
import { binomial } from "../combinatorics/counts/binomial.js";
import { certifiedRank } from "../exact/matrices/certifiedRank.js";
import { determinant } from "../exact/matrices/determinant.js";
import { type Rational, formatRational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { independentExponents, powerRows } from "../landscape/zeroLoss/independence.js";
import { properties } from "../../properties/thm-4.2.js";
import { entry } from "../exact/entry.js";
import { type Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { certificates } from "./evidence/certificates.js";

const BOUND = 4;
const MAX_SIZE = 5;
const RANGE = `all sets of 1 to ${MAX_SIZE} integers from −${BOUND} to ${BOUND}`;

export const claim: Claim = {
  id: "thm-4.2",
  title: "Zero loss only inside the expansion manifold",
  statement:
    "If σ is C^∞, σ(0) ≠ 0 and σ^{(n)}(0) ≠ 0 for infinitely many even and odd n, then a student that " +
    "computes the teacher's function lies in Θ_{r*→m}(θ_*): equal functions have equal measures. The " +
    "core: Σ a_i λ_i^n = 0 at these n with distinct λ_i only for a = 0. For given networks finitely many " +
    "n suffice: one even n for every |λ_i| and one odd n for every pair λ, −λ, where λ_i = v·w_i along a " +
    "line that separates the incoming vectors. It need not be assumed that θ_* is unique up to " +
    "permutation: this follows, for any irreducible θ_* of zero loss",
  source: "Şimşek et al. 2021, Theorem 4.2; for tanh and minimal networks Sussmann 1992",
  hypotheses: [
    "σ(0) ≠ 0, for units of incoming vector 0",
    "both parities, for units of opposite incoming vectors",
    "the inputs' distribution has all of R^{d_in} as support, so that zero loss means equal functions",
    "θ_* irreducible, as it is at the least width of zero loss",
  ],
  provedInPart: {
    part: "equal functions, equal measures",
    leavesOpen:
      "that a zero integral L_μ means equal functions, by full support and continuity; and that finitely many n suffice is proved of the sums Σ a_i λ_i^n",
  },
  evidence: [
    everyCase("independence", {
      what: "the exponents give a minor det(λ_i^{n_j}) ≠ 0, so Σ a_i λ_i^n = 0 at them only for a = 0",
      range: () => `${RANGE}; n from: ${Object.keys(SUPPORTS).join(", ")}`,
      expected: () => setCount * BigInt(Object.keys(SUPPORTS).length),
      cases: () => withEach(Object.values(SUPPORTS)),
      check: ([integers, support]) => {
        const numbers = integers.map((integer) => rational(integer));
        return checkIndependence(numbers, independentExponents(numbers, support));
      },
    }),
    certificates("certificates", {
      what:
        "the functions σ(w_i·x) are independent: the checker verifies the inverse of the minor modulo a " +
        "prime",
      range: `${RANGE}, as incoming vectors in d_in = 1; n from 0 up`,
      expected: () => setCount,
      instances: independenceInstances,
    }),
    everyCase("without a hypothesis", {
      what:
        "the dimension of the solutions of Σ a_i λ_i^n = 0: with even n only, the number of pairs λ, −λ; " +
        "with 0 and odd n only (the sigmoid), one less than the number of pairs and 0 together, if any; " +
        "without n = 0, 1 for λ = 0; with n ≤ 2 only, the size less 3",
      range: RANGE,
      expected: () => setCount * BigInt(WEAKENED.length),
      cases: () => withEach(WEAKENED),
      check: ([integers, { support, lost }]) =>
        checkKernel(
          integers.map((integer) => rational(integer)),
          support,
          lost(shapeOf(integers)),
        ),
    }),
  ],
  properties,
  theorems: [
    "power_sums_independent",
    "finitely_many_exponents",
    "zero_loss_only_in_theta",
    "taylors_theorem",
    "smooth_zero_loss_only_in_theta",
  ],
};

const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, n) => n);

/** First terms of supports with infinitely many even and odd exponents, and 0; enough for every case. */
const SUPPORTS: Readonly<Record<string, readonly number[]>> = {
  "all n": upTo(20),
  squares: upTo(12).map((n) => n * n),
  "0 and the powers of 2 and 3": [0, 1, 2, 3, 4, 8, 9, 16, 27, 32, 64, 81],
};

/** Supports that violate a part of the condition, and the dimension of the solutions of Σ a_i λ_i^n = 0. */
const WEAKENED: readonly Weakened[] = [
  { support: upTo(10).map((n) => 2 * n), lost: ({ pairs }) => pairs },
  {
    support: [0, ...upTo(10).map((n) => 2 * n + 1)],
    lost: ({ pairs, zeros }) => Math.max(0, pairs + zeros - 1),
  },
  { support: upTo(20).slice(1), lost: ({ zeros }) => zeros },
  { support: upTo(2), lost: ({ size }) => Math.max(0, size - 3) },
];

/** The size of a set of numbers λ, its number of pairs λ, −λ with λ > 0, and 1 if it contains 0, else 0. */
interface Shape {
  readonly size: number;
  readonly pairs: number;
  readonly zeros: number;
}

interface Weakened {
  readonly support: readonly number[];
  readonly lost: (shape: Shape) => number;
}

/** There are as many increasing exponents as numbers, and their minor is not 0. */
export function checkIndependence(
  numbers: readonly Rational[],
  exponents: readonly number[],
): string | undefined {
  const text = `λ = ${numbers.map(formatRational).join(", ")}, n = ${exponents.join(", ")}`;
  const increasing = exponents.every(
    (exponent, index) => index === 0 || exponent > entry(exponents, index - 1),
  );
  if (exponents.length !== numbers.length || !increasing) return `not as many increasing exponents: ${text}`;
  return determinant(powerRows(numbers, exponents)) === 0n ? `the minor vanishes: ${text}` : undefined;
}

/** The solutions of Σ a_i λ_i^n = 0 for all n of the support form a space of this dimension. */
export function checkKernel(
  numbers: readonly Rational[],
  support: readonly number[],
  dimension: number,
): string | undefined {
  const { rank } = certifiedRank(powerRows(numbers, support), numbers.length);
  const kernel = numbers.length - rank;
  if (kernel === dimension) return undefined;
  const text = `λ = ${numbers.map(formatRational).join(", ")}, n = ${support.join(", ")}`;
  return `the kernel has dimension ${kernel}, not ${dimension}: ${text}`;
}

/** All nonempty sets of at most `MAX_SIZE` integers from −`BOUND` to `BOUND`. */
function* numberSets(): Generator<readonly bigint[]> {
  const extend = function* (set: readonly bigint[], from: number): Generator<readonly bigint[]> {
    if (set.length > 0) yield set;
    if (set.length === MAX_SIZE) return;
    for (let next = from; next <= BOUND; next += 1) yield* extend([...set, BigInt(next)], next + 1);
  };
  yield* extend([], -BOUND);
}

function* withEach<Item>(items: readonly Item[]): Generator<readonly [numbers: readonly bigint[], Item]> {
  for (const numbers of numberSets()) for (const item of items) yield [numbers, item];
}

const setCount = upTo(MAX_SIZE)
  .slice(1)
  .reduce((sum, size) => sum + binomial(2 * BOUND + 1, size), 0n);

function shapeOf(numbers: readonly bigint[]): Shape {
  return {
    size: numbers.length,
    pairs: numbers.filter((number) => number > 0n && numbers.includes(-number)).length,
    zeros: numbers.includes(0n) ? 1 : 0,
  };
}

function* independenceInstances(): Generator<Instance> {
  for (const integers of numberSets()) {
    const weights = integers.map((integer) => RationalVector.of([integer]));
    yield {
      certificate: independenceCertificate(weights, upTo(4 * MAX_SIZE)),
      asked: { claim: "thm-4.2", weights: weights.map(certificateVector) },
    };
  }
}
