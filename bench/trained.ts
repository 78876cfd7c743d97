/**
 * What it costs to classify the neurons of a trained network exactly, one in ten of them nearly a
 * copy, and to compare two networks that differ in one weight. The peers work in doubles, without bounds: one
 * compares all pairs of neurons, coordinate by coordinate; the other matches each neuron with the nearest.
 *
 *   npx tsx bench/trained.ts [runs] [largest width]
 */
import { rational } from "../src/exact/numbers/rational.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { parseSymmetry } from "../src/network/activations/namedSymmetries.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../src/network/multiLayerNetwork.js";
import { compareNetworks } from "../src/trained/compare/compareNetworks.js";
import { classify } from "../src/trained/pruning/classify.js";
import { paired } from "./paired.js";

const INPUTS = 64;
const TOLERANCE = 1e-6;
const runs = Number(process.argv[2] ?? 3);
const largest = Number(process.argv[3] ?? 100_000);

const symmetry = parseSymmetry("tanh");
for (const width of [1_000, 10_000, 100_000].filter((size) => size <= largest)) {
  const rows = drawn(width, INPUTS, 0.9);
  const network = networkOf(rows, drawn(1, width, 1));
  const options = { tolerance: rational(1n, 1_000_000n), symmetry };
  const [kept] = classify(network, options).reduction.widths;
  const isPeered = width < 100_000;
  if (isPeered && pairsWithin(rows) !== width - Number(kept)) throw new Error(`${kept} neurons are left`);
  const times = paired(runs, {
    exact: () => classify(network, options),
    // At 10^5 neurons all pairs in doubles take minutes.
    doubles: isPeered ? () => pairsWithin(rows) : () => undefined,
  });
  const ratio = isPeered ? `, all pairs in doubles ${(times.exact / times.doubles).toFixed(2)}x as fast` : "";
  console.log(`classify ${width} x ${INPUTS}, ${kept} left: ${times.exact.toFixed(0)} ms${ratio}`);
}

for (const [inputs, width, outputs] of [
  [64, 64, 10],
  [784, 512, 10],
] as const) {
  if (width > largest) continue;
  const [incoming, outgoing] = [drawn(width, inputs, 1), drawn(outputs, width, 1)];
  const other = incoming.map((row) => [...row]).reverse();
  const first = other[0];
  if (first?.[0] !== undefined) first[0] += 2 ** -20;
  const turned = outgoing.map((row) => [...row].reverse());
  const [a, b] = [networkOf(incoming, outgoing), networkOf(other, turned)];
  const activation = "relu";
  const { verdict } = compareNetworks(a, b, { activation });
  const times = paired(runs, {
    exact: () => compareNetworks(a, b, { activation }),
    doubles: () => nearest(incoming, other),
  });
  console.log(
    `compare ${inputs}-${width}-${outputs}, ${verdict}: ${times.exact.toFixed(0)} ms, ` +
      `nearest in doubles ${(times.exact / times.doubles).toFixed(1)}x as fast`,
  );
}

/** Normal numbers, the same in each run; the rows after a share of them are nearly the first ones. */
function drawn(rows: number, columns: number, share: number): number[][] {
  let state = 7;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const own = Array.from({ length: Math.round(rows * share) }, () => Array.from({ length: columns }, normal));
  const copies = own.slice(0, rows - own.length).map((row) => row.map((x) => x + 1e-8 * normal()));
  return [...own, ...copies];
}

function networkOf(...matrices: readonly number[][][]): MultiLayerNetwork {
  return multiLayerNetwork(
    matrices.map((rows) => rows.map((row) => RationalVector.fromDoubles(row))),
    undefined,
  );
}

/** How many pairs of rows are within the tolerance, with mirror images. */
function pairsWithin(rows: readonly number[][]): number {
  let pairs = 0;
  rows.forEach((row, at) => {
    for (const other of rows.slice(at + 1)) {
      const isNear = (sign: number): boolean =>
        row.every((x, k) => Math.abs(x - sign * Number(other[k])) <= TOLERANCE);
      if (isNear(1) || isNear(-1)) pairs += 1;
    }
  });
  return pairs;
}

/** For each row the other's row with the least sum of differences. */
function nearest(rows: readonly number[][], others: readonly number[][]): number[] {
  return rows.map((row) => {
    const costs = others.map((other) => row.reduce((sum, x, k) => sum + Math.abs(x - Number(other[k])), 0));
    return costs.indexOf(Math.min(...costs));
  });
}
