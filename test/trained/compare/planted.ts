import { entry } from "../../../src/exact/entry.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { seededIntegers } from "../../../src/network/seededIntegers.js";

/** Weights are integers over this, and multiples of a quarter before something is planted. */
const DENOMINATOR = 1n << 30n;
const QUARTER = DENOMINATOR / 4n;

type Draw = (least: number, most: number) => number;

/** A unit of a hidden layer: its row with the bias as last entry, and its column of the next matrix. */
interface PlainUnit {
  readonly row: bigint[];
  readonly column: bigint[];
}

/** A network as plain integers, apart from the code under test. */
export interface Plain {
  /** Each row with the bias as its last entry. */
  readonly layers: bigint[][][];
  readonly hasBiases: boolean;
}

/** A pair of networks of which the verdicts are known. */
export interface Planted {
  readonly kind: string;
  readonly a: MultiLayerNetwork;
  readonly b: MultiLayerNetwork;
  /** Whether they compute the same for every activation. */
  readonly same: boolean;
  /** An activation, and whether they compute the same for it. */
  readonly activation: string;
  readonly sameForActivation: boolean;
  /** For each hidden layer and each unit of A its units in B, counted from 0; those of A have one or more. */
  readonly images: readonly (readonly (readonly number[])[])[] | undefined;
  /** For a near miss: the layer from 1 on, and the unit in A, of the weight that was changed. */
  readonly changed: { readonly layer: number; readonly unit: number } | undefined;
}

/** The network of the class that the program reads. */
export function networkOf({ layers, hasBiases }: Plain): MultiLayerNetwork {
  const weights = layers.map((rows) => rows.map((row) => RationalVector.of(row.slice(0, -1), DENOMINATOR)));
  const biases = layers.map((rows) =>
    RationalVector.of(
      rows.map((row) => entry(row, row.length - 1)),
      DENOMINATOR,
    ),
  );
  return multiLayerNetwork(weights, hasBiases ? biases : undefined);
}

/** Rows no two of which are parallel, no constant units, no zero columns: irreducible for all activations. */
function base(draw: Draw): Plain {
  const hidden = draw(1, 2);
  const widths = [draw(1, 3), ...Array.from({ length: hidden }, () => draw(2, 4)), draw(1, 2)];
  const hasBiases = draw(0, 1) === 1;
  for (;;) {
    const layers = widths
      .slice(1)
      .map((width, layer) =>
        Array.from({ length: width }, () => [
          ...Array.from({ length: entry(widths, layer) }, () => BigInt(draw(-9, 9)) * QUARTER),
          hasBiases ? BigInt(draw(-9, 9)) * QUARTER : 0n,
        ]),
      );
    if (isGeneric(layers)) return { layers, hasBiases };
    if (entry(widths, 0) === 1) widths[0] = 2;
  }
}

function isGeneric(layers: readonly (readonly (readonly bigint[])[])[]): boolean {
  return layers.every((rows, layer) => {
    const isLast = layer === layers.length - 1;
    const columns = entry(rows, 0).length - 1;
    const hasZeroColumn = Array.from({ length: columns }, (_, column) => column).some((column) =>
      rows.every((row) => row[column] === 0n),
    );
    if (layer > 0 && hasZeroColumn) return false;
    if (isLast) return true;
    return rows.every(
      (row, index) =>
        row.slice(0, -1).some((weight) => weight !== 0n) &&
        rows.slice(index + 1).every((other) => !areParallel(row, other)),
    );
  });
}

function areParallel(row: readonly bigint[], other: readonly bigint[]): boolean {
  return row.every((weight, i) =>
    other.every((_, j) => weight * entry(other, j) === entry(row, j) * entry(other, i)),
  );
}

/** The units of a hidden layer, counted from 0. */
function unitsOf({ layers }: Plain, layer: number): PlainUnit[] {
  return entry(layers, layer).map((row, unit) => ({
    row: [...row],
    column: entry(layers, layer + 1).map((next) => entry(next, unit)),
  }));
}

function withUnits(plain: Plain, layer: number, units: readonly PlainUnit[]): Plain {
  const layers = plain.layers.map((rows, index) => {
    if (index === layer) return units.map(({ row }) => [...row]);
    if (index !== layer + 1) return rows;
    return rows.map((row, output) => [
      ...units.map(({ column }) => entry(column, output)),
      entry(row, row.length - 1),
    ]);
  });
  return { ...plain, layers };
}

function shuffled(count: number, draw: Draw): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = draw(0, last);
    [order[last], order[other]] = [entry(order, other), entry(order, last)];
  }
  return order;
}

/** What a layer's units become: the changed units, and for each the unit that it was, if it was one. */
type Change = (
  units: PlainUnit[],
  draw: Draw,
) => { readonly unit: PlainUnit; readonly of: number | undefined }[];

/** The network after a change of each hidden layer and a shuffle, with the images of its units. */
function changedBy(plain: Plain, draw: Draw, change: Change): { plain: Plain; images: number[][][] } {
  let result = plain;
  const images = plain.layers.slice(0, -1).map((rows, layer) => {
    const changed = change(unitsOf(result, layer), draw);
    const order = shuffled(changed.length, draw);
    result = withUnits(
      result,
      layer,
      order.map((place) => entry(changed, place).unit),
    );
    return rows.map((_, unit) =>
      order.flatMap((place, index) => (entry(changed, place).of === unit ? [index] : [])),
    );
  });
  return { plain: result, images };
}

const unchanged: Change = (units) => units.map((unit, of) => ({ unit, of }));

/** Copies that share the outgoing weights, units without output, and pairs that cancel. */
const widened: Change = (units, draw) =>
  units.flatMap((unit, of) => {
    const share = unit.column.map(() => BigInt(draw(-9, 9)) * QUARTER);
    const rest = unit.column.map((weight, output) => weight - entry(share, output));
    const stranger = unit.row.map((weight) => weight + BigInt(draw(1, 9)) * QUARTER * 16n);
    const silent = { row: stranger, column: unit.column.map(() => 0n) };
    const pair = [share, share.map((weight) => -weight)].map((column) => ({ row: stranger, column }));
    const own = { unit, of };
    const copies = [share, rest].map((column) => ({ unit: { row: unit.row, column }, of }));
    const choices = [
      [own],
      copies,
      [own, { unit: silent, of: undefined }],
      [own, ...pair.map((one) => ({ unit: one, of: undefined }))],
    ];
    return entry(choices, draw(0, 3));
  });

const negative = (weights: readonly bigint[]): bigint[] => weights.map((weight) => -weight);

/** Mirror images of some units, one at least, for an odd or an even activation. */
const mirrored =
  (isOdd: boolean): Change =>
  (units, draw) =>
    units.map((unit, of) => {
      if (of > 0 && draw(0, 1) === 0) return { unit, of };
      return { unit: { row: negative(unit.row), column: isOdd ? negative(unit.column) : unit.column }, of };
    });

/** Incoming weights doubled or quadrupled for some units, and outgoing ones divided. */
const scaled: Change = (units, draw) =>
  units.map((unit, of) => {
    const factor = of === 0 ? 2n : BigInt(entry([1, 2, 4], draw(0, 2)));
    const row = unit.row.map((weight) => weight * factor);
    return { unit: { row, column: unit.column.map((weight) => weight / factor) }, of };
  });

/** The activations that units are mirrored or scaled for. */
const BY_ACTIVATION: readonly (readonly [string, Change])[] = [
  ["tanh", mirrored(true)],
  ["arctan", mirrored(true)],
  ["gaussian", mirrored(false)],
  ["relu", scaled],
];

/** A pair of the kind that the number has in turn; the same number gives the same pair. */
export function planted(number: number): Planted {
  const draw = seededIntegers(number, "planted pairs");
  const plain = base(draw);
  const a = networkOf(plain);
  const always = { a, changed: undefined, activation: "tanh", same: true, sameForActivation: true };
  const kind = number % 6;
  if (kind === 0) {
    const { plain: b, images } = changedBy(plain, draw, unchanged);
    return { ...always, kind: "permuted", b: networkOf(b), images };
  }
  if (kind === 1 || kind === 2) {
    const { plain: b, images } = changedBy(plain, draw, widened);
    return { ...always, kind: "split or padded", b: networkOf(b), images };
  }
  if (kind === 3) {
    const [activation, change] = entry(BY_ACTIVATION, draw(0, BY_ACTIVATION.length - 1));
    const { plain: b, images } = changedBy(plain, draw, change);
    return { ...always, kind: "mirrored or scaled", b: networkOf(b), images, activation, same: false };
  }
  const different = { ...always, same: false, sameForActivation: false };
  if (kind === 4) return { ...different, ...nearMiss(plain, draw) };
  const layer = draw(0, plain.layers.length - 2);
  const { plain: b } = changedBy(withUnits(plain, layer, unitsOf(plain, layer).slice(1)), draw, unchanged);
  return { ...different, kind: "pruned", b: networkOf(b), images: undefined };
}

/** The network in another order with one weight or bias moved by 2^−30. */
function nearMiss(plain: Plain, draw: Draw): Pick<Planted, "kind" | "b" | "images" | "changed"> {
  const layer = draw(0, plain.layers.length - 1);
  const unit = draw(0, entry(plain.layers, layer).length - 1);
  const places = entry(entry(plain.layers, layer), unit).length - (plain.hasBiases ? 1 : 2);
  const weight = draw(0, places);
  const layers = plain.layers.map((rows, index) =>
    rows.map((row, place) =>
      index === layer && place === unit
        ? row.map((value, column) => (column === weight ? value + (draw(0, 1) === 0 ? 1n : -1n) : value))
        : row,
    ),
  );
  const { plain: b, images } = changedBy({ ...plain, layers }, draw, unchanged);
  return { kind: "near miss", b: networkOf(b), images, changed: { layer: layer + 1, unit } };
}
