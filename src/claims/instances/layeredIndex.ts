import { entry } from "../../exact/entry.js";
import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import { polynomialActivation } from "../../landscape/activations/activation.js";
import { sumOverUnits, addedByCopies, copiedUnit } from "../../landscape/criticalPoints/inertiaAbove.js";
import { multiLayerCriticalPoint } from "../../landscape/criticalPoints/multiLayerCriticalPoint.js";
import { unitsOfLayer } from "../../landscape/criticalPoints/unitsOnData.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { type DataSet, dataSet } from "../../landscape/loss/data.js";
import { multiLayerLossJet } from "../../landscape/loss/multiLayerLossJet.js";
import { pointOfLayers } from "../../manifold/layers/multiLayerSpace.js";
import { sparseVector } from "../../manifold/subspaces/parameterSpace.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../network/randomMultiLayer.js";
import { type LayerCopies, copiesOf, expandLayers } from "./multiLayerExpansions.js";

/** 1 + x + x² − x³: of low degree, as numbers grow fast in several layers. */
const CUBIC = polynomialActivation([1n, 1n, 1n, -1n].map((value) => rational(value)));

/** A network of several layers on data, and copies of units of its hidden layers. */
export interface LayeredIndex extends LayerCopies {
  readonly network: MultiLayerNetwork;
  readonly data: DataSet;
  readonly lower: Inertia;
}

/** The inertia of the whole Hessian, by automatic differentiation along e_i and e_i + e_j. */
export function layeredInertia(network: MultiLayerNetwork, data: DataSet): Inertia {
  const { dimension } = pointOfLayers(network);
  const along = (...places: readonly number[]) => {
    const direction = sparseVector(dimension, new Map(places.map((place) => [place, 1n])));
    const { hessian } = multiLayerLossJet(network, direction, data, CUBIC, squaredError);
    return entry(entry(hessian, 0), 0);
  };
  const diagonal = Array.from({ length: dimension }, (_, place) => along(place));
  const rows = diagonal.map((own) => diagonal.map(() => own));
  for (let i = 0; i < dimension; i++) {
    for (let j = 0; j < i; j++) {
      const value = along(i, j).sub(entry(diagonal, i)).sub(entry(diagonal, j)).div(2n);
      entry(rows, i)[j] = value;
      entry(rows, j)[i] = value;
    }
  }
  return inertia(overOneDenominator(rows.map((row) => RationalVector.fromRationals(row))).numerators);
}

/** The network with these copies in all its hidden layers. */
export function expandedLayers({ network, ...copies }: LayeredIndex): MultiLayerNetwork {
  return expandLayers(
    network,
    copies,
    hiddenWidths(network).map((_, index) => index + 1),
  );
}

/**
 * The inertia above that the formula predicts: what the units of all layers add, with E_t and B_t of the
 * network below. Copies in a neighbouring layer add to the kernels alone, so the zeros are what is left of
 * all parameters.
 */
export function predictedLayers(item: LayeredIndex, added = addedByCopies): Inertia {
  const { network, data, lower, surjections, betas } = item;
  const { positive, negative } = surjections.reduce((sum, surjection, index) => {
    const units = unitsOfLayer(network, index + 1, data, CUBIC, squaredError);
    return sumOverUnits(sum, surjection, entry(betas, index), (unit, signs) =>
      added(copiedUnit(units, unit), signs, units.network.outputDimension),
    );
  }, lower);
  const { dimension } = pointOfLayers(expandedLayers(item));
  return { positive, negative, zero: dimension - positive - negative };
}

const SHAPES = [
  { widths: [1, 2, 1, 2], hasBiases: false },
  { widths: [1, 1, 1, 1], hasBiases: true },
] as const;

/** The number of data of networks that aren't critical. */
const FEW = 2;

/** 2^(L−1) − 1 choices of layers each: two networks that aren't critical, and one that is. */
export const LAYERED_CASES = 3n * 3n;

/** Small networks of three matrices, with a unit more in one hidden layer or in both, shares (3, −2). */
export function* layeredCases(): Generator<LayeredIndex> {
  const drawn = SHAPES.map((shape) => {
    const network = randomMultiLayer(shape, 1);
    const vectors = (dimension: number, from: bigint): RationalVector[] =>
      Array.from({ length: FEW }, (_, k) =>
        RationalVector.of(Array.from({ length: dimension }, (_, j) => from + BigInt(3 * k - 2 * j))),
      );
    return { network, data: dataSet(vectors(shape.widths[0], -1n), vectors(shape.widths[3], 1n)) };
  });
  const shape = { widths: [1, 1, 2, 1], hasBiases: false, points: 6 };
  const critical = multiLayerCriticalPoint({ ...shape, activation: CUBIC, seed: 1 });
  for (const { network, data } of [...drawn, critical]) {
    const lower = layeredInertia(network, data);
    for (const copies of copiesOf(network)) yield { network, data, lower, ...copies };
  }
}
