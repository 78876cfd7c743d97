import { entry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type DataSet, dataSet } from "../loss/data.js";
import { Column } from "./column.js";

/** Bits that errors of the teacher's outputs don't reach. */
const GUARD = 16;

/**
 * The squared error of sigmoid networks with one output, whose targets are what a teacher computes.
 *
 * @example const setting: TaughtSetting = { inputs: minimum.data.inputs, teacher: theta };
 */
export interface TaughtSetting {
  readonly inputs: readonly RationalVector[];
  readonly teacher: TwoLayerNetwork;
}

/**
 * A network with units c·σ(w·x), of which the first `channels` are units c·σ(w·x) + (v·x)·σ'(w·x), the limits
 * of pairs whose outgoing weights run off to ±∞ (Martinelli et al. 2025). If it `isAffine`, κ + m·x is added,
 * as in the limit of mirror images. Parameters are all w, unit by unit, then all c, all v, κ and m, in units
 * of 2^−p.
 *
 * @example const network: EndNetwork = { inputs: 1, units: 1, channels: 0, isAffine: false, parameters: [0n,
 *   1n << 64n], precision: 64 };
 */
export interface EndNetwork {
  readonly inputs: number;
  readonly units: number;
  readonly channels: number;
  readonly isAffine: boolean;
  readonly parameters: readonly bigint[];
  readonly precision: number;
}

/** The inputs and their products by columns, and the targets. */
export interface EndData {
  readonly inputs: readonly Column[];
  /** x_i·x_j. */
  readonly products: readonly (readonly Column[])[];
  readonly targets: Column;
}

/** σ, σ', σ'' and σ''' of a unit, and v·x if it has a v. */
export interface UnitColumns {
  readonly jets: readonly [Column, Column, Column, Column];
  readonly along: Column | undefined;
  /** κ and m·x, with the first unit. */
  readonly affine: readonly [Interval, Column] | undefined;
  readonly outgoing: Interval;
}

/** The data at a precision, with the teacher's outputs. */
export function endData({ inputs, teacher }: TaughtSetting, precision: number): EndData {
  const columns = columnsOf(inputs, precision);
  const enclosed = (value: RationalVector): Interval[] =>
    value.toRationals().map((own) => Interval.enclosing(own, precision));
  const targets = teacher.units.reduce(
    (sum, { incoming, outgoing }) =>
      sum.plus(
        combined(enclosed(incoming), columns)
          .sigmoid()
          .scaled(entry(enclosed(outgoing), 0)),
      ),
    Column.zero(inputs.length, precision),
  );
  return withProducts(columns, targets);
}

/** The data at a precision, with targets of one output that are given. */
export function givenData({ inputs, targets }: DataSet, precision: number): EndData {
  return withProducts(columnsOf(inputs, precision), entry(columnsOf(targets, precision), 0));
}

function withProducts(inputs: readonly Column[], targets: Column): EndData {
  return { inputs, products: inputs.map((left) => inputs.map((right) => left.times(right))), targets };
}

/** A column for each coordinate. */
function columnsOf(vectors: readonly RationalVector[], precision: number): Column[] {
  const rows = vectors.map((vector) =>
    vector.toRationals().map((value) => Interval.enclosing(value, precision)),
  );
  return entry(rows, 0).map((_, j) => {
    const ends = rows.map((row) => entry(row, j));
    const error = ends.some(({ lower, upper }) => lower !== upper) ? 1n : 0n;
    return new Column(
      ends.map(({ lower }) => lower),
      error,
      precision,
    );
  });
}

/**
 * The data in rationals: the teacher's outputs rounded down to multiples of 2^−bits.
 *
 * @example roundedData(setting, 120).targets.length === setting.inputs.length
 */
export function roundedData(setting: TaughtSetting, bits: number): DataSet {
  const { targets } = endData(setting, bits + GUARD);
  const rounded = targets.values.map((value) =>
    RationalVector.of([value >> BigInt(GUARD)], 1n << BigInt(bits)),
  );
  return dataSet(setting.inputs, rounded);
}

/** Σ_j factor_j · column_j. */
export function combined(factors: readonly Interval[], columns: readonly Column[]): Column {
  return factors
    .map((factor, j) => entry(columns, j).scaled(factor))
    .reduce((sum, column) => sum.plus(column));
}

/** Each unit of all networks whose parameters are within `reach` of these. */
export function unitColumns(network: EndNetwork, reach: bigint, { inputs }: EndData): UnitColumns[] {
  const { inputs: d, units, channels, isAffine, parameters, precision } = network;
  const last = units * (d + 1) + channels * d;
  const at = (from: number, count: number): Interval[] =>
    parameters.slice(from, from + count).map((value) => Interval.of(value - reach, value + reach, precision));
  return Array.from({ length: units }, (_, unit) => {
    const s = combined(at(unit * d, d), inputs).sigmoid();
    const s1 = s.times(s.complement());
    return {
      jets: [s, s1, s1.times(s.multiple(2n).complement()), s1.times(s1.multiple(6n).complement())],
      along: unit < channels ? combined(at(units * (d + 1) + unit * d, d), inputs) : undefined,
      affine: isAffine && unit === 0 ? [entry(at(last, 1), 0), combined(at(last + 1, d), inputs)] : undefined,
      outgoing: entry(at(units * d + unit, 1), 0),
    };
  });
}

/** f − y. */
export function residuals(units: readonly UnitColumns[], { targets }: EndData): Column {
  return units.reduce((sum, { jets: [s, s1], along, affine, outgoing }) => {
    const value = s.scaled(outgoing);
    const own = sum.plus(along === undefined ? value : value.plus(along.times(s1)));
    return affine === undefined ? own : own.plus(affine[1]).shifted(affine[0]);
  }, targets.multiple(-1n));
}
