import { formatRational } from "../../../exact/numbers/rational.js";
import type { Comparison, ComparisonVerdict } from "../../../trained/compare/compareNetworks.js";
import type { LayerMatching } from "../../../trained/compare/layerMatching.js";
import type { NearestMatching } from "../../../trained/compare/nearestMatching.js";
import type { UnitDifference } from "../../../trained/compare/weightDifferences.js";
import type { Witness } from "../../../trained/compare/witness.js";
import { present } from "../../options/present.js";
import type { Within } from "../../options/rangeOption.js";
import { roundedDown, roundedUp } from "../../options/rounded.js";
import type { CompareRequest } from "./compared.js";

/** What `equiloss compare` prints as JSON. Units, weights and layers are counted from 1. */
export interface CompareReport extends Within {
  readonly verdict: ComparisonVerdict;
  /** The activation that was asked for. */
  readonly activation?: string;
  /** The largest difference that is within, if one was given. */
  readonly tolerance?: string;
  /** No output differs by more in that range or on the data; rounded up. */
  readonly bound?: string;
  /** For each hidden layer and each unit of A there the unit of B that it is; 0 if there is none. */
  readonly matching?: readonly (readonly number[])[];
  /** For each of these −1 if the unit of B is its mirror image. Left out if none is. */
  readonly signs?: readonly (readonly number[])[];
  /** The incoming weights of B's unit are sign · scale times those of A's. Left out if all are 1. */
  readonly scales?: readonly (readonly string[])[];
  /** What the units of both become when they are reduced. Left out if each is one of the other network's. */
  readonly labelledPartitions?: LayersOfBoth;
  /** Unless they are the same, and matched units have equal weights. */
  readonly mismatch?: MismatchReport;
  /** Unless they are the same: the sum of |differences| of all weights of matched units. */
  readonly distance?: string;
  /** No other matching has a smaller sum than this. */
  readonly leastDistance?: string;
  /** For each hidden layer the units that are no unit of the other network. Left out if there are none. */
  readonly unmatched?: LayersOfBoth;
  readonly witness?: WitnessReport;
  /** The file with B in the order of A, if it was asked for. */
  readonly output?: string;
}

/** Numbers for each hidden layer of A, and for each of B. */
export interface LayersOfBoth {
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
}

/** Which units stand out by their differences. */
export interface MismatchReport {
  readonly units: readonly UnitReport[];
  /** The weights of all other units differ by this at most. */
  readonly others: string;
}

/** A unit and the weight in which it differs most from B's. The last layer is that of the outputs. */
export interface UnitReport {
  readonly layer: number;
  readonly unit: number;
  readonly unitOfB: number;
  /** The place of the weight among the incoming ones; left out for the bias. */
  readonly weight?: number;
  readonly inA: string;
  readonly inB: string;
  readonly difference: string;
}

/** An input that shows that the networks differ. */
export interface WitnessReport {
  readonly activation: string;
  readonly input: readonly string[];
  readonly output: number;
  /** The outputs differ by this at least, and by exactly this if `exact` is true. */
  readonly difference: string;
  readonly exact: boolean;
}

/** What is printed about a comparison. */
export function compareReport(
  { verdict, matching, nearest, bound, witness }: Comparison,
  { activation, within, ball, tolerance, output }: Omit<CompareRequest, "a" | "b">,
): CompareReport {
  return {
    verdict,
    ...present({ activation, within, ball, tolerance }),
    ...(bound === undefined ? {} : { bound: roundedUp(bound) }),
    ...(matching === undefined ? {} : matchingReport(matching)),
    ...(nearest === undefined ? {} : nearestReport(nearest)),
    ...(witness === undefined ? {} : { witness: witnessReport(witness) }),
    ...present({ output }),
  };
}

function matchingReport(
  layers: readonly LayerMatching[],
): Pick<CompareReport, "matching" | "signs" | "scales" | "labelledPartitions"> {
  const signs = layers.map((layer) => layer.signs);
  const scales = layers.map((layer) => layer.scales.map(formatRational));
  return {
    matching: layers.map(({ partners }) => partners.map((unit) => (unit === undefined ? 0 : unit + 1))),
    ...(signs.flat().includes(-1) && { signs }),
    ...(scales.flat().some((scale) => scale !== "1") && { scales }),
    ...(layers.some(({ isOrder }) => !isOrder) && {
      labelledPartitions: {
        a: layers.map(({ partitions }) => partitions.a),
        b: layers.map(({ partitions }) => partitions.b),
      },
    }),
  };
}

function nearestReport({
  distance,
  lowerBound,
  mismatch,
  alone,
}: NearestMatching): Pick<CompareReport, "mismatch" | "distance" | "leastDistance" | "unmatched"> {
  const counted = (layers: readonly (readonly number[])[]): number[][] =>
    layers.map((units) => units.map((unit) => unit + 1));
  return {
    ...(mismatch !== undefined && {
      mismatch: { units: mismatch.outliers.map(unitReport), others: formatRational(mismatch.others) },
    }),
    distance: formatRational(distance),
    leastDistance: formatRational(lowerBound),
    ...([...alone.a, ...alone.b].some(({ length }) => length > 0) && {
      unmatched: { a: counted(alone.a), b: counted(alone.b) },
    }),
  };
}

function unitReport({ layer, unit, partner, weight, a, b, size }: UnitDifference): UnitReport {
  return {
    layer,
    unit: unit + 1,
    unitOfB: partner + 1,
    ...(weight !== undefined && { weight: weight + 1 }),
    inA: formatRational(a),
    inB: formatRational(b),
    difference: formatRational(size),
  };
}

function witnessReport({ activation, input, output, difference, isExact }: Witness): WitnessReport {
  return {
    activation,
    input: input.toStrings(),
    output: output + 1,
    difference: isExact ? formatRational(difference) : roundedDown(difference),
    exact: isExact,
  };
}
