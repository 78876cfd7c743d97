import { entry } from "../exact/entry.js";
import { rational } from "../exact/numbers/rational.js";
import { spaceOf } from "../landscape/loss/unitParameters.js";
import { pathAsInPaper } from "../manifold/paths/pathAsInPaper.js";
import { type Polyline } from "../manifold/paths/manifoldPath.js";
import { toNetwork, toPoint } from "../manifold/subspaces/parameterSpace.js";
import { shortestPath } from "../manifold/paths/shortestPath.js";
import { asMultiLayer } from "../network/anyNetwork.js";
import {
  type MultiLayerNetwork,
  hiddenWidths,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "../network/multiLayerNetwork.js";
import { randomIrreducible } from "../network/randomNetwork.js";
import { randomMultiLayer } from "../network/randomMultiLayer.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type CheckedActivation, checkedActivations, realActivations } from "./checkedActivation.js";
import { type FunctionCase, compareFunctions, outcomeOf } from "./compareFunctions.js";
import { Draws } from "./draws.js";
import type { Outcome, Run } from "./run.js";

const NARROW = 3;
const EXTRA = 3;

/** The function of θ^r at random points of random Γ_P. */
export async function checkGammaFunctions(run: Run): Promise<Outcome> {
  const theta = run.theta ?? randomIrreducible(NARROW, 3, 2, run.seed);
  const { inputDimension, outputDimension, units } = theta;
  const [r, m] = [units.length, units.length + EXTRA];
  const sizes = `r = ${r}, m = ${m}, d_in = ${inputDimension}, d_out = ${outputDimension}`;
  return functionCheck(run, `f at random points of Γ_P beside f(θ^r), ${sizes}`, checkedActivations(), () => {
    const draws = new Draws(run.seed, "Γ_P");
    const inputs = draws.inputs(run.inputs, inputDimension);
    const networks = generated(run.points, () => draws.gammaPoint(theta, draws.partition(r, m)));
    return { theta: asMultiLayer(theta), networks, width: m, inputs };
  });
}

/** Compares the functions of as many networks as the run has points. */
async function functionCheck(
  run: Run,
  what: string,
  activations: readonly CheckedActivation[],
  make: () => Omit<FunctionCase, "count">,
): Promise<Outcome> {
  return outcomeOf(what, async (comparison) => {
    await compareFunctions(run, { ...make(), count: run.points }, activations, comparison);
  });
}

function* generated<Item>(count: number, make: (index: number) => Item): Generator<Item> {
  for (let index = 0; index < count; index++) yield make(index);
}

const PATH_NARROW = 2;
const PATH_WIDE = 4;
const PIECES = 3;

/** Points along shortest paths, and along the paths of the proof. */
export async function checkPaths(run: Run): Promise<Outcome> {
  const sizes = `r = ${PATH_NARROW}, m = ${PATH_WIDE}, d_in = 2, d_out = 1`;
  return functionCheck(run, `f along shortest paths and the proof's, ${sizes}`, checkedActivations(), () => {
    const theta = randomIrreducible(PATH_NARROW, 2, 1, run.seed);
    const draws = new Draws(run.seed, "paths");
    const inputs = draws.inputs(run.inputs, theta.inputDimension);
    const networks = pathPoints(theta, draws, run.points);
    return { theta: asMultiLayer(theta), networks, width: PATH_WIDE, inputs };
  });
}

function* pathPoints(theta: TwoLayerNetwork, draws: Draws, count: number): Generator<TwoLayerNetwork> {
  let made = 0;
  const end = (): TwoLayerNetwork => draws.gammaPoint(theta, draws.partition(PATH_NARROW, PATH_WIDE));
  for (let asInPaper = false; ; asInPaper = !asInPaper) {
    const [from, to] = [end(), end()];
    const path = asInPaper ? pathAsInPaper(theta, from, to) : shortestPath(theta, from, to)?.path;
    if (path === undefined) throw new RangeError("two points of Θ without a path between them");
    for (const point of pointsAlong(path.list())) {
      if (made === count) return;
      made += 1;
      yield point;
    }
  }
}

/** The ends of each segment, and points between them. */
function* pointsAlong({ points }: Polyline): Generator<TwoLayerNetwork> {
  for (const [segment, start] of points.slice(0, -1).entries()) {
    const [from, to] = [toPoint(start), toPoint(entry(points, segment + 1))];
    for (let piece = 0n; piece <= BigInt(PIECES); piece++) {
      const share = rational(piece, BigInt(PIECES));
      yield toNetwork(spaceOf(start), from.plus(to.minus(from).times(share)));
    }
  }
}

/** Hidden widths of a network of three layers, and the widths to which they are expanded. */
const LAYERS = [
  { narrow: 2, wide: 4 },
  { narrow: 2, wide: 3 },
] as const;

/** A network of three layers, each hidden layer in turn replaced by a random point of its pair's Γ_P (§5). */
export async function checkLayeredExpansions(run: Run): Promise<Outcome> {
  const what =
    "f of networks of three layers, widths (2, 2) expanded to (4, 3) one after the other, beside θ's";
  return functionCheck(run, what, realActivations(), () => {
    const theta = layeredTheta(run.seed);
    const inputs = new Draws(run.seed, "inputs").inputs(run.inputs, 2);
    // A pair's Γ_P depends on the layers below it, so each network has its own draws.
    const networks = generated(run.points, (index) =>
      expandedLayers(theta, new Draws(run.seed, `expansion ${index + 1}`)),
    );
    return { theta, networks, width: 4, inputs };
  });
}

/** Irreducible, with widths 2-2-2-1, and small, so that preactivations stay where kernels are measured. */
function layeredTheta(seed: number): MultiLayerNetwork {
  const quarter = rational(1n, 4n);
  const { weights } = randomMultiLayer({ widths: [2, 2, 2, 1], hasBiases: false }, seed);
  return multiLayerNetwork(weights.map((rows) => rows.map((row) => row.times(quarter))));
}

function expandedLayers(theta: MultiLayerNetwork, draws: Draws): MultiLayerNetwork {
  return LAYERS.reduce((network, { wide }, index) => {
    const narrow = entry(hiddenWidths(network), index);
    const pair = pairAt(network, index + 1);
    return withPair(network, index + 1, draws.gammaPoint(pair, draws.partition(narrow, wide)));
  }, theta);
}
