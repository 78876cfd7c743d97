/**
 * What biases cost: paths between wide networks of float weights that differ in the order of their neurons
 * and in how some of them are split, without biases and with. Each is found, listed as JSON, and certified.
 * A path with biases has other segments, so times are for each segment, too.
 *
 *   npx tsx bench/paths.ts [runs]
 */
import { measured, writtenLayers, writtenUnits } from "../src/certificate/pathChanges.js";
import { NetworkPieces } from "../src/cli/commands/path/networkPieces.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { multiLayerPath } from "../src/manifold/layers/multiLayerPath.js";
import { shortestPath } from "../src/manifold/paths/shortestPath.js";
import { type AnyNetwork, asMultiLayer } from "../src/network/anyNetwork.js";
import type { MultiLayerNetwork } from "../src/network/multiLayerNetwork.js";
import { type TwoLayerNetwork, type Unit, twoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { reduce } from "../src/network/reduction.js";
import { paired } from "./paired.js";

const [INPUTS, WIDTH, OUTPUTS, SPARE] = [784, 512, 10, 12];
const runs = Number(process.argv[2] ?? 3);

/** Marsaglia's xorshift (2003), so that every run has the same. */
let state = 2463534242;
function drawn(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return Math.fround(state / 2 ** 33);
}

const vector = (dimension: number): RationalVector =>
  RationalVector.fromDoubles(Float64Array.from({ length: dimension }, drawn));
const units: Unit[] = Array.from({ length: WIDTH - SPARE }, () => ({
  incoming: vector(INPUTS),
  outgoing: vector(OUTPUTS),
}));
const bias = new Map(units.map(({ incoming }) => [incoming, drawn()]));
const outputBias = vector(OUTPUTS);

/** The units in a random order, of which some are split in halves. */
function copied(): TwoLayerNetwork {
  const all = units.flatMap((unit, index): Unit[] => {
    if (index >= SPARE) return [unit];
    const half = unit.outgoing.times(RationalVector.parse("1/2").at(0));
    return [half, half].map((outgoing) => ({ incoming: unit.incoming, outgoing }));
  });
  const keys = new Map(all.map((unit) => [unit, drawn()]));
  return twoLayerNetwork(
    INPUTS,
    OUTPUTS,
    all.sort((a, b) => Number(keys.get(a)) - Number(keys.get(b))),
  );
}

function biased(network: TwoLayerNetwork): MultiLayerNetwork {
  const biases = network.units.map(({ incoming }) => Number(bias.get(incoming)));
  return {
    ...asMultiLayer(network),
    biases: [RationalVector.fromDoubles(Float64Array.from(biases)), outputBias],
  };
}

const [from, to] = [copied(), copied()];
const theta = reduce(from).irreducible;
const [biasedTheta, biasedFrom, biasedTo] = [theta, from, to].map(biased) as [
  MultiLayerNetwork,
  MultiLayerNetwork,
  MultiLayerNetwork,
];

function unbiasedPath() {
  const shortest = shortestPath(theta, from, to);
  if (shortest === undefined) throw new Error("no path");
  return shortest.path;
}

function biasedPath() {
  const path = multiLayerPath(biasedTheta, biasedFrom, biasedTo);
  if ("isolatedLayer" in path) throw new Error("no path");
  return path;
}

function listedBytes(points: Iterable<AnyNetwork>): number {
  const pieces = new NetworkPieces();
  let bytes = 0;
  for (const point of points) for (const piece of pieces.of(point)) bytes += piece.length;
  return bytes;
}

const [plain, withBiases] = [unbiasedPath(), biasedPath()];
const times = paired(runs, {
  "find, no biases": unbiasedPath,
  "find, biases": biasedPath,
  "list, no biases": () => listedBytes(plain.points()),
  "list, biases": () => listedBytes(withBiases.points()),
  "changes, no biases": () =>
    measured({ points: writtenUnits(() => plain.points()), segments: plain.segments, codes: 0 }),
  "changes, biases": () =>
    measured({ points: writtenLayers(withBiases.points), segments: withBiases.segments, codes: 0 }),
});

console.log(`${INPUTS}-${WIDTH}-${OUTPUTS}: ${plain.segments} segments, with biases ${withBiases.segments}`);
for (const work of ["find", "list", "changes"] as const) {
  const [without, having] = [times[`${work}, no biases`], times[`${work}, biases`]];
  const each = having / withBiases.segments / (without / plain.segments);
  console.log(
    `${work}: ${without.toFixed(0)} ms without biases, ${having.toFixed(0)} ms with: ` +
      `${(having / without).toFixed(2)}x, ${each.toFixed(2)}x a segment`,
  );
}
