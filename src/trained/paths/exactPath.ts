import type { Sign } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry, lastEntry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type IsolatedLayer, multiLayerPath } from "../../manifold/layers/multiLayerPath.js";
import {
  type PathMethod,
  type ShortestPathOptions,
  shortestPath,
} from "../../manifold/paths/shortestPath.js";
import { shortestSignedPath } from "../../manifold/signed/shortestSignedPath.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { asMultiLayer } from "../../network/anyNetwork.js";
import {
  type MultiLayerNetwork,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * A polyline: segment i leads from points[i] to points[i+1], in the subspace of codes[i], which has a list
 * for each hidden layer, and of signs[i], if neurons are mirrored.
 */
export interface PathCorners {
  readonly points: readonly MultiLayerNetwork[];
  readonly codes: readonly (readonly (readonly number[])[])[];
  readonly signs: readonly (readonly Sign[])[] | undefined;
}

/** A path along which the function stays what it is. */
export interface ExactPath {
  readonly segments: number;
  /** No path through networks of these subspaces has fewer. */
  readonly lowerBound: number;
  readonly optimal: boolean;
  readonly method: PathMethod;
  /** Whether the path lies in Θ, of which the lower bound speaks. */
  readonly inManifold: boolean;
  readonly list: () => PathCorners;
}

/** An irreducible network, and two that reduce to it. */
export interface PathEnds {
  readonly theta: MultiLayerNetwork;
  readonly from: MultiLayerNetwork;
  readonly to: MultiLayerNetwork;
}

/** The shortest path that is known for networks of this kind, and of this symmetry. */
export function exactPath(
  ends: PathEnds,
  symmetry: ActivationSymmetry,
  options: ShortestPathOptions,
): ExactPath | IsolatedLayer {
  if (symmetry.parity !== undefined) return mirroredPath(ends, symmetry, options);
  const { theta, from, to } = ends;
  return theta.weights.length === 2 && theta.biases === undefined
    ? unitsPath(ends, options)
    : layersPath(multiLayerPath(theta, from, to, options));
}

function unitsPath({ theta, from, to }: PathEnds, options: ShortestPathOptions): ExactPath | IsolatedLayer {
  const pair = pairAt(theta, 1);
  const found = shortestPath(pair, pairAt(from, 1), pairAt(to, 1), options);
  if (found === undefined) return { isolatedLayer: 1, width: pair.units.length };
  const { path, lowerBound, optimal, method } = found;
  return {
    segments: path.segments,
    lowerBound,
    optimal,
    method,
    inManifold: true,
    list: () => {
      const { points, partitions } = path.list();
      return {
        points: points.map(asMultiLayer),
        codes: partitions.map(({ codes }) => [codes]),
        signs: undefined,
      };
    },
  };
}

function layersPath(path: ReturnType<typeof multiLayerPath>): ExactPath | IsolatedLayer {
  if ("isolatedLayer" in path) return path;
  const { segments, lowerBound, optimal, method, inManifold } = path;
  return {
    segments,
    lowerBound,
    optimal,
    method,
    inManifold,
    list: () => {
      const { points, tuples } = path.list();
      return { points, codes: tuples.map((tuple) => tuple.map(({ codes }) => codes)), signs: undefined };
    },
  };
}

/**
 * A path of mirrored neurons. With σ = c + ρ and ρ odd, Σ a_i σ(w_i·x) + b = Σ a_i ρ(w_i·x) + (b + c Σ a_i).
 * So the path of the neurons is that for ρ, and on it the output's bias b = const − c Σ a_i takes what
 * mirroring leaves. It is affine in the weights, so that segments stay straight.
 */
function mirroredPath(
  { theta, from, to }: PathEnds,
  { parity, constant }: ActivationSymmetry,
  options: ShortestPathOptions,
): ExactPath | IsolatedLayer {
  if (parity === undefined) throw new RangeError("the symmetry mirrors no neuron");
  const [pair, start, goal] = [pairAt(theta, 1), pairAt(from, 1), pairAt(to, 1)];
  const found = shortestSignedPath(pair, start, goal, parity, options);
  if (found === undefined) return { isolatedLayer: 1, width: pair.units.length };
  const sumOf = ({ units, outputDimension }: TwoLayerNetwork): RationalVector =>
    RationalVector.sum(
      outputDimension,
      units.map(({ outgoing }) => outgoing),
    ).times(constant);
  const whole = theta.biases === undefined ? undefined : lastEntry(theta.biases).plus(sumOf(pair));
  const { points, partitions, lowerBound, optimal, method } = found;
  const between = points.slice(1, -1).map((point): MultiLayerNetwork => {
    const { weights, biases } = withPair(from, 1, point);
    if (biases === undefined || whole === undefined) return multiLayerNetwork(weights);
    return multiLayerNetwork(weights, [entry(biases, 0), whole.minus(sumOf(point))]);
  });
  return {
    segments: partitions.length,
    lowerBound,
    optimal,
    method,
    inManifold: true,
    list: () => ({
      points: points.length === 1 ? [from] : [from, ...between, to],
      codes: partitions.map(({ codes }) => [codes]),
      signs: partitions.map(({ signs }) => signs),
    }),
  };
}
