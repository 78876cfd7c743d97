import { entry } from "../../../exact/entry.js";
import type { RationalVector } from "../../../exact/vectors/rationalVector.js";
import type { Sign } from "../../../combinatorics/signed/signedLabelledPartition.js";
import type { Step } from "../../../manifold/paths/manifoldPath.js";
import { type MultiLayerNetwork, pairAt } from "../../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork, Unit } from "../../../network/twoLayerNetwork.js";

/** What a segment changes of one neuron: its incoming weights ("move") or its outgoing ones ("output"). */
export interface Change {
  readonly kind: "move" | "output";
  /** The hidden layer, counted from 1; undefined in a network of two layers. */
  readonly layer: number | undefined;
  /** Counted from 1. */
  readonly neuron: number;
  readonly before: RationalVector;
  readonly after: RationalVector;
}

/** A path by what changes from segment to segment. */
export interface SteppedPath {
  readonly from: TwoLayerNetwork;
  readonly steps: () => Iterable<SignedStep>;
}

/** With mirrored neurons also the signs that differ from those of the segment before; at first all. */
export interface SignedStep extends Step {
  readonly signs?: readonly (readonly [index: number, sign: Sign])[];
}

/** What each segment changes, from the first on, each only when it is asked for. */
export function* unitChanges(path: SteppedPath): Generator<readonly Change[]> {
  const current = [...path.from.units];
  for (const step of path.steps()) {
    yield step.units.flatMap(([index, unit]) => {
      const before = entry(current, index);
      current[index] = unit;
      return (["move", "output"] as const).flatMap((kind) =>
        changeOf(kind, undefined, index, weightsOf(before, kind), weightsOf(unit, kind)),
      );
    });
  }
}

/** What each segment between corners changes. */
export function layerChanges(points: readonly MultiLayerNetwork[]): (readonly Change[])[] {
  return points.slice(1).map((end, segment) => changesBetween(entry(points, segment), end));
}

/**
 * The matrix between two hidden layers has the outputs of one and the incoming weights of the next. Its
 * changes are told in the one way that names fewer neurons; a changed bias belongs to incoming weights.
 */
function changesBetween(start: MultiLayerNetwork, end: MultiLayerNetwork): readonly Change[] {
  const layers = start.weights.slice(1).map((_, index) => {
    const before = pairAt(start, index + 1).units;
    const after = pairAt(end, index + 1).units;
    const changesOf = (kind: Change["kind"]): Change[] =>
      before.flatMap((unit, neuron) =>
        changeOf(kind, index + 1, neuron, weightsOf(unit, kind), weightsOf(entry(after, neuron), kind)),
      );
    return { moves: changesOf("move"), outputs: changesOf("output") };
  });
  const told = layers.map(({ outputs }, index) => {
    const moves = layers[index + 1]?.moves;
    return moves === undefined || (outputs.length <= moves.length && !isBiasChanged(start, end, index + 2));
  });
  return layers.flatMap(({ moves, outputs }, index) => [
    ...(index === 0 || !entry(told, index - 1) ? moves : []),
    ...(entry(told, index) ? outputs : []),
  ]);
}

function isBiasChanged(start: MultiLayerNetwork, end: MultiLayerNetwork, layer: number): boolean {
  return start.biases?.[layer - 1]?.key !== end.biases?.[layer - 1]?.key;
}

function weightsOf(unit: Unit, kind: Change["kind"]): RationalVector {
  return kind === "move" ? unit.incoming : unit.outgoing;
}

function changeOf(
  kind: Change["kind"],
  layer: number | undefined,
  index: number,
  before: RationalVector,
  after: RationalVector,
): Change[] {
  return before.equals(after) ? [] : [{ kind, layer, neuron: index + 1, before, after }];
}
