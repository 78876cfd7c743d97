import { type Inertia, certifiedInertia, inertiaFault } from "../exact/inertia/inertia.js";
import { rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type Activation, polynomialActivation } from "../landscape/activations/activation.js";
import { type Cost, squaredError } from "../landscape/loss/cost.js";
import { skewActivation } from "../landscape/activations/exampleActivations.js";
import { hessian } from "../landscape/loss/hessian.js";
import { Jet } from "../landscape/loss/jets.js";
import { lossJet } from "../landscape/loss/lossJet.js";
import type { RationalMatrix } from "../landscape/loss/rationalMatrix.js";
import { unitOf, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/cooper-2.3.js";
import type { Claim } from "./evidence/claim.js";
import {
  SCALAR_POINTS,
  type PointFindings,
  type ZeroLossPoint,
  findings,
  scalarPoints,
  zeroLossPoint,
} from "./instances/zeroLossInstances.js";
import { inertiaText } from "./instances/inertiaText.js";
import { everyCase } from "./evidence/everyCase.js";

export const claim: Claim = {
  id: "cooper-2.3",
  title: "Signs of the Hessian on the zero-loss set",
  statement:
    "If 0 is a regular value of the residuals, the Hessian of L has d positive and n − d zero eigenvalues " +
    "at every point of M. It is not enough that each M_i = {f_i = y_i} is a smooth hypersurface",
  argument:
    "Where the residuals are 0, the Hessian is JᵀJ (for half the sum of squares), which has the rank of J; " +
    "so the eigenvalues are as stated if and only if J has rank d",
  limits:
    "Shown on exact instances. The abstract has no sentence on the Hessian, so we do not know what the " +
    "proposition assumes",
  source: "Cooper 2018, Prop. 2.3, as we read it: the text was not at hand, only its abstract",
  hypotheses: [
    "0 is a regular value of the residuals, as it is after the generic change of the data of Theorem 2.1",
    "σ is C²",
  ],
  evidence: [
    everyCase("inertia", {
      what:
        "the Hessian, by the chain rule and by automatic differentiation, is JᵀJ, and its certified " +
        "inertia is (d, 0, n − d), at an exact zero-loss point of full rank",
      range: SCALAR_POINTS.range,
      expected: SCALAR_POINTS.count,
      cases: () => scalarPoints(),
      check: checkSigns,
    }),
    everyCase("irregular", {
      what:
        "fewer than d positive eigenvalues where each M_i is a smooth hypersurface and 0 is not a regular " +
        "value",
      range: "w³ = 0 in the plane, a unit with σ = x³, one datum twice",
      expected: 3n,
      cases: () => irregularCases(),
      check: checkIrregular,
    }),
  ],
  properties,
  theorems: [
    "hessian_on_zero_loss",
    "hypersurfaces_are_not_enough",
    "second_variation_at_zero_loss",
    "hessian_is_squares",
  ],
};

function checkedInertia({ numerators }: RationalMatrix): Inertia {
  const certificate = certifiedInertia(numerators);
  const fault = inertiaFault(numerators, certificate);
  if (fault !== undefined) throw new RangeError(`an inertia with a faulty certificate: ${fault}`);
  return certificate.inertia;
}

/** Whether a matrix is JᵀJ, entry by entry. */
function isGramMatrix({ numerators, denominator }: RationalMatrix, rows: readonly RationalVector[]): boolean {
  return numerators.every((entries, i) =>
    entries.every((entry, j) =>
      rows
        .reduce((sum, row) => sum.add(row.at(i).mul(row.at(j))), rational(0n))
        .equals(rational(entry, denominator)),
    ),
  );
}

/** Whether automatic differentiation gives the same, which shares no derivative with J and the Hessian. */
function isHessianByJets(
  { numerators, denominator }: RationalMatrix,
  { network, data, activation }: ZeroLossPoint<Activation>,
  cost: Cost,
): boolean {
  const { hessian: rows } = lossJet(network, data, activation, cost);
  return numerators.every((entries, i) =>
    entries.every((entry, j) => rows[i]?.[j]?.equals(rational(entry, denominator)) === true),
  );
}

/** At a zero-loss point of full rank: Hessian JᵀJ, with d positive and n − d zero eigenvalues. */
export function checkSigns(point: ZeroLossPoint<Activation>, cost: Cost = squaredError): string | undefined {
  const facts = findings(point);
  if (facts === undefined) return "the network doesn't fit its data";
  const { residuals, rank, rows } = facts;
  if (rank < residuals) return `rank ${rank} for ${residuals} residuals`;
  const matrix = hessian(point.network, point.data, point.activation, cost);
  if (!isHessianByJets(matrix, point, cost)) return "the Hessian is another by automatic differentiation";
  return isGramMatrix(matrix, rows) ? checkInertia(checkedInertia(matrix), facts) : "the Hessian is not JᵀJ";
}

/** d positive, no negative, and n − d zero eigenvalues. */
export function checkInertia(
  inertia: Inertia,
  { residuals, parameters }: Pick<PointFindings, "residuals" | "parameters">,
): string | undefined {
  const text = inertiaText(inertia);
  return text === inertiaText({ positive: residuals, negative: 0, zero: parameters - residuals })
    ? undefined
    : `inertia ${text} for ${residuals} residuals and ${parameters} parameters`;
}

/** A function f on Q², for the one equation f = 0. */
type Equation = (w: Jet, b: Jet) => Jet;

const cube: Equation = (w) => w.times(w).times(w);

/**
 * The inertia of the Hessian of ½f² at points (0, b); undefined if they aren't zeros of f or disagree.
 */
function inertiaOnLine(equation: Equation): string | undefined {
  const texts = [-2n, 0n, 3n].map((b) => {
    const f = equation(Jet.variable(2, 0, rational(0n)), Jet.variable(2, 1, rational(b)));
    if (f.value.n !== 0n) return undefined;
    const { hessian: entries } = f.times(f).scaled(rational(1n, 2n));
    const { numerators } = RationalVector.fromRationals(entries.flat());
    return inertiaText(certifiedInertia([numerators.slice(0, 2), numerators.slice(2)]).inertia);
  });
  return new Set(texts).size === 1 ? texts[0] : undefined;
}

/** σ = x³ at θ = (w, a) = (0, 1), x = 1, y = 0: near θ, M is the line w = 0. */
function cubicUnit(): ZeroLossPoint<Activation> {
  const activation = polynomialActivation([rational(0n), rational(0n), rational(0n), rational(1n)]);
  return zeroLossPoint(
    twoLayerNetwork(1, 1, [unitOf(["0"], ["1"])]),
    [RationalVector.parse("1")],
    activation,
  );
}

/** One datum twice: M_1 = M_2, cut out by one regular equation. */
function repeatedDatum(): ZeroLossPoint<Activation> {
  const input = RationalVector.parse("1/2");
  const network = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["2"], ["3"])]);
  return zeroLossPoint(network, [input, input], skewActivation);
}

/** Where 0 is not a regular value, though every M_i is smooth: the inertia, and that of a regular value. */
export interface IrregularCase {
  readonly name: string;
  readonly inertia: string | undefined;
  readonly recorded: string;
  readonly regular: string;
}

export function irregularCases(
  equation: Equation = cube,
  unit: ZeroLossPoint<Activation> = cubicUnit(),
  repeated: ZeroLossPoint<Activation> = repeatedDatum(),
): IrregularCase[] {
  const [ofUnit, ofRepeated] = [unit, repeated].map((point) => {
    const { network, data, activation } = point;
    return findings(point) && inertiaText(checkedInertia(hessian(network, data, activation, squaredError)));
  });
  return [
    {
      name: "f = w³ on Q², d = 1, M the line w = 0, at (0, b)",
      inertia: inertiaOnLine(equation),
      recorded: "(0, 0, 2)",
      regular: "(1, 0, 1)",
    },
    {
      name: "f = a·(wx)³ at (w, a) = (0, 1), x = 1, y = 0, near which M is a line",
      inertia: ofUnit,
      recorded: "(0, 0, 2)",
      regular: "(1, 0, 1)",
    },
    {
      name: "two units and one datum twice, M_1 = M_2 smooth and regular",
      inertia: ofRepeated,
      recorded: "(1, 0, 3)",
      regular: "(2, 0, 2)",
    },
  ];
}

/** The inertia is the one recorded, and not that of a regular value. */
export function checkIrregular({ name, inertia, recorded, regular }: IrregularCase): string | undefined {
  if (inertia === undefined) return `not the zero-loss set: ${name}`;
  if (inertia === regular) return `inertia ${inertia}, as at a regular value: ${name}`;
  return inertia === recorded ? undefined : `inertia ${inertia}, not ${recorded}: ${name}`;
}
