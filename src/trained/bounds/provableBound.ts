import { entry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, layerWidths } from "../../network/multiLayerNetwork.js";
import { type ActivationFacts } from "./activationFacts.js";
import { affineRows } from "./affineRows.js";
import type { InputBox } from "./inputBox.js";
import { linearRange } from "./linearRange.js";

/**
 * What the units of a hidden layer of a network f are to a pruned one, g. Unit j has a code and a factor s:
 * it is nearly s times unit `code` of g, counted from 1; for 0 nearly the number s; for −k nearly s times
 * unit k of f, which may be itself. For mirror images s is −1, of activations with a parity.
 *
 * @example ({ codes: [1, 1, -3], factors: [rational(1n), rational(-1n), rational(1n)] }).codes.length === 3
 */
export interface UnitStandards {
  readonly codes: readonly number[];
  readonly factors: readonly Rational[];
}

/** Bits after the binary point, as many as the checker has. */
const PRECISION = 256;
const UNIT = Interval.of(1n, 1n, 0).atPrecision(PRECISION);
const NOTHING = Interval.of(0n, 0n, PRECISION);
const [ZERO, ONE] = [rational(0n), rational(1n)];

/**
 * What a layer reads: functions of the input with their ranges, which are the units of g, then 1, then those
 * of f that others stand by; and how f's units, and 1 after them, are made of these, but for errors.
 */
interface Signals {
  readonly ranges: readonly Interval[];
  readonly columns: readonly number[];
  readonly values: RationalVector;
  readonly constants: RationalVector;
  readonly errors: readonly Interval[];
  readonly one: number;
}

/**
 * A bound on |f − g| over a box by global facts of the activation alone, so that it can be checked in
 * rationals; `differenceBound` is often smaller. src/checker/SPEC.md has the proof, under `difference`.
 *
 * @param units for each hidden layer.
 * @param box of the networks' input dimension.
 */
export function provableBound(
  [f, g]: readonly [MultiLayerNetwork, MultiLayerNetwork],
  units: readonly UnitStandards[],
  facts: ActivationFacts,
  box: InputBox,
): Rational {
  const [rowsOfF, rowsOfG] = [affineRows(f, g), affineRows(g, f)];
  let signals = inputs(box, layerWidths(f)[0]);
  units.forEach((standards, layer) => {
    signals = passed(signals, [entry(rowsOfF, layer), entry(rowsOfG, layer)], standards, facts);
  });
  const [last, other] = [entry(rowsOfF, units.length), entry(rowsOfG, units.length)];
  return last.reduce((most, row, output) => {
    const size = enclosure(signals, row, entry(other, output)).magnitude;
    return size.compare(most) > 0 ? size : most;
  }, ZERO);
}

function inputs({ lower, upper }: InputBox, dimension: number): Signals {
  const columns = Array.from({ length: dimension + 1 }, (_, column) => column);
  const box = columns.slice(0, -1).map((at) => Interval.between(lower.at(at), upper.at(at), PRECISION));
  return {
    ranges: [...box, UNIT],
    columns,
    values: RationalVector.of(columns.map(() => 1n)),
    constants: RationalVector.zero(dimension + 1),
    errors: columns.map(() => NOTHING),
    one: dimension,
  };
}

/** What the next layer reads. */
function passed(
  signals: Signals,
  [f, g]: readonly [readonly RationalVector[], readonly RationalVector[]],
  { codes, factors }: UnitStandards,
  { image, lipschitz, symmetry }: ActivationFacts,
): Signals {
  const own = (unit: number): Interval => image(enclosure(signals, entry(f, unit), undefined));
  const named = [...new Set(codes.filter((code) => code < 0))];
  const columnOf = new Map(named.map((code, index) => [code, g.length + 1 + index]));
  const shares = codes.map((code, unit) => {
    const factor = entry(factors, unit);
    const isMirrored = code !== 0 && factor.s < 0n;
    return isMirrored && symmetry.parity === "even"
      ? { value: factor.abs(), constant: ZERO }
      : { value: factor, constant: isMirrored ? symmetry.constant.mul(2n) : ZERO };
  });
  const steep = Interval.enclosing(lipschitz, PRECISION);
  const errors = codes.map((code, unit) => {
    const [row, factor] = [entry(f, unit), entry(factors, unit)];
    if (code === 0) return own(unit).minus(Interval.enclosing(factor, PRECISION)).absolute();
    const other = entry(code > 0 ? g : f, Math.abs(code) - 1).times(factor);
    const change =
      code > 0 ? enclosure(signals, row, other) : enclosure(signals, row.minus(other), undefined);
    return change.absolute().times(steep);
  });
  return {
    ranges: [
      ...g.map((row) => image(enclosure(signals, undefined, row.negated()))),
      UNIT,
      ...named.map((code) => own(-code - 1)),
    ],
    columns: [...codes.map((code) => columnOf.get(code) ?? (code === 0 ? g.length : code - 1)), g.length],
    values: RationalVector.fromRationals([...shares.map(({ value }) => value), ONE]),
    constants: RationalVector.fromRationals([...shares.map(({ constant }) => constant), ZERO]),
    errors: [...errors, NOTHING],
    one: g.length,
  };
}

/** Holds x·h − y·k for f's units h and the functions k; one without biases has no weight for 1. */
function enclosure(signals: Signals, x: RationalVector | undefined, y: RationalVector | undefined): Interval {
  const { ranges, errors } = signals;
  const made = x === undefined ? RationalVector.zero(ranges.length) : madeOf(signals, x);
  const change = y === undefined ? made : made.minus(padded(y, ranges.length));
  const near = linearRange(change, (column) => entry(ranges, column), PRECISION);
  if (x === undefined || errors.every(({ upper }) => upper === 0n)) return near;
  const sizes = RationalVector.of(
    x.numerators.map((weight) => (weight < 0n ? -weight : weight)),
    x.denominator,
  );
  const { upper } = linearRange(sizes, (unit) => entry(errors, unit), PRECISION);
  return near.plus(Interval.of(-upper, upper, PRECISION));
}

/** The weights of the functions in x·h. */
function madeOf({ ranges, columns, values, constants, one }: Signals, x: RationalVector): RationalVector {
  const sums = new Array<bigint>(ranges.length).fill(0n);
  const add = (column: number, weight: bigint): void => {
    if (weight !== 0n) sums[column] = entry(sums, column) + weight;
  };
  // Over the product of the three denominators.
  x.numerators.forEach((weight, unit) => {
    if (weight === 0n) return;
    add(entry(columns, unit), weight * entry(values.numerators, unit) * constants.denominator);
    add(one, weight * entry(constants.numerators, unit) * values.denominator);
  });
  return RationalVector.of(sums, x.denominator * values.denominator * constants.denominator);
}

function padded(row: RationalVector, dimension: number): RationalVector {
  const missing = dimension - row.dimension;
  return missing === 0 ? row : row.followedBy(RationalVector.zero(missing));
}
