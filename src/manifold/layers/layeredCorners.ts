import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import type { LowestTerms } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type MultiLayerNetwork,
  hiddenWidths,
  multiLayerNetwork,
  rowsWithBias,
} from "../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { intersectionPoint } from "../subspaces/intersectionPoint.js";

/**
 * A network in both Γ_P and Γ_Q, for tuples P and Q, which may be equal; undefined if they don't meet. By the
 * proof of Theorem 3 of proofs/layers.md: each layer has a separate point where P_ℓ and Q_ℓ meet, with
 * incoming vectors Z^(ℓ) constant on the blocks of the join and shares c^s of sum 1 over the blocks of label
 * s; and V^(ℓ+1)_ij = Σ_s Z^(ℓ+1)_is c^s_j.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @throws RangeError if P and Q have different sizes.
 */
export function multiLayerCorner(
  theta: MultiLayerNetwork,
  p: readonly LabelledPartition[],
  q: readonly LabelledPartition[],
): MultiLayerNetwork | undefined {
  return new LayeredCorners(theta).between(p, q);
}

/**
 * Makes such networks for one θ, one after another. Along a path only a few units change from one to the
 * next: rows that stay the same are the same objects, so that whoever writes them can keep their texts.
 */
export class LayeredCorners {
  readonly #hidden: readonly HiddenLayer[];
  readonly #outputs: readonly RationalVector[];
  readonly #spreads: readonly Spreads[];

  constructor(private readonly theta: MultiLayerNetwork) {
    const widths = hiddenWidths(theta);
    this.#hidden = widths.map((_, index) => hiddenLayer(rowsWithBias(theta, index + 1)));
    this.#outputs = rowsWithBias(theta, widths.length + 1);
    this.#spreads = theta.weights.map(() => ({ by: undefined, rows: new Map() }));
  }

  /** See {@link multiLayerCorner}. */
  between(p: readonly LabelledPartition[], q: readonly LabelledPartition[]): MultiLayerNetwork | undefined {
    if (p.length !== this.#hidden.length || q.length !== this.#hidden.length) return undefined;
    const meetings: Meeting[] = [];
    for (const [index, layer] of this.#hidden.entries()) {
      const meeting = meetingOf(layer, entry(p, index), entry(q, index));
      if (meeting === undefined) return undefined;
      meetings.push(meeting);
    }
    const rows = [...meetings.map(({ incoming }) => incoming), this.#outputs].map((matrix, index) => {
      const spreads = this.#spreadsBy(index, meetings[index - 1]);
      return matrix.map((row) => this.#spread(row, meetings[index - 1], spreads));
    });
    const weights = rows.map((matrix) => matrix.map((row) => row.weights));
    if (this.theta.biases === undefined) return multiLayerNetwork(weights);
    const biases = rows.map((matrix) => RationalVector.fromLowestTerms(matrix.flatMap((row) => row.bias)));
    return multiLayerNetwork(weights, biases);
  }

  /** The rows of a layer that are known already, if the layer before has the shares that it had then. */
  #spreadsBy(index: number, before: Meeting | undefined): Spreads["rows"] {
    const spreads = entry(this.#spreads, index);
    const by = before === undefined ? "" : `${before.labels.join()};${before.shares.join()}`;
    if (spreads.by !== by) spreads.rows.clear();
    spreads.by = by;
    return spreads.rows;
  }

  /** Distributes a row of weights, one for each label, by the units' shares c^s_j; its bias is set apart. */
  #spread(row: RationalVector, before: Meeting | undefined, known: Spreads["rows"]): SpreadRow {
    const found = known.get(row);
    if (found !== undefined) return found;
    const columns = this.theta.biases === undefined ? row.dimension : row.dimension - 1;
    const weights =
      before === undefined
        ? row.slice(0, columns)
        : RationalVector.of(
            before.labels.map((label, unit) =>
              label === 0 ? 0n : entry(row.numerators, label - 1) * entry(before.shares, unit),
            ),
            row.denominator,
          );
    const bias = row.slice(columns);
    const made = {
      weights,
      bias: bias.numerators.map((numerator) => ({ numerator, denominator: bias.denominator })),
    };
    known.set(row, made);
    return made;
  }
}

/** The units of θ in a hidden layer with outgoing weight 1, by which shares are found. */
interface HiddenLayer {
  readonly units: TwoLayerNetwork;
  readonly labels: ReadonlyMap<RationalVector, number>;
  /** The row of units without a label. */
  readonly still: RationalVector;
}

/** Rows by the rows of labels that they are made from. */
interface Spreads {
  /** The labels and shares of the layer before; undefined before there is a row. */
  by: string | undefined;
  readonly rows: Map<RationalVector, SpreadRow>;
}

interface SpreadRow {
  readonly weights: RationalVector;
  /** None in a network without biases. */
  readonly bias: readonly LowestTerms[];
}

/** A layer's point where P_ℓ and Q_ℓ meet. */
interface Meeting {
  readonly incoming: readonly RationalVector[];
  /** For each unit the label of its block of the join, or 0. */
  readonly labels: readonly number[];
  /** Its share of the label's total: a whole number, as it is a difference of totals 1 and 0. */
  readonly shares: readonly bigint[];
}

function hiddenLayer(rows: readonly RationalVector[]): HiddenLayer {
  const inputDimension = entry(rows, 0).dimension;
  const one = RationalVector.of([1n]);
  const units = rows.map((incoming) => ({ incoming, outgoing: one }));
  return {
    units: { inputDimension, outputDimension: 1, units },
    labels: new Map(rows.map((row, index) => [row, index + 1])),
    still: RationalVector.zero(inputDimension),
  };
}

function meetingOf(
  { units, labels, still }: HiddenLayer,
  p: LabelledPartition,
  q: LabelledPartition,
): Meeting | undefined {
  const point = intersectionPoint(units, p, q);
  if (point === undefined) return undefined;
  // Units of a labelled block have the very row of θ.
  const labelled = point.units.map(({ incoming }) => labels.get(incoming) ?? 0);
  return {
    incoming: labelled.map((label) => (label === 0 ? still : entry(units.units, label - 1).incoming)),
    labels: labelled,
    shares: point.units.map(({ outgoing }) => entry(outgoing.numerators, 0)),
  };
}
