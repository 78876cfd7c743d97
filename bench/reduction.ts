/**
 * What it costs to read and reduce a network file exactly, how that grows with the number of units, and what
 * the same would cost without exactness: the peer reads doubles by JSON.parse, groups units by their printed
 * incoming weights and adds outgoing ones, rounding as it goes.
 *
 *   npx tsx bench/reduction.ts [runs]
 */
import { NETWORK_FORMAT, networkFile, parseNetworkFile } from "../src/network/networkFile.js";
import { reduce } from "../src/network/reduction.js";
import type { TwoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { paired } from "./paired.js";

const SIZES = [1_000, 10_000, 100_000];
const INPUTS = 16;
/** One unit in eight shares the incoming vector of the one before. */
const GROUPED = 8;

const runs = Number(process.argv[2] ?? 5);

let before: Times | undefined;
for (const width of SIZES) {
  const times = timesAt(width);
  console.log(
    `${width} neurons, d_in = ${INPUTS}, ${(times.bytes / 1e6).toFixed(1)} MB: exact ${shown(times.exact)} ` +
      `(parse ${shown(times.parse)}, reduce ${shown(times.reduce)}, write ${shown(times.write)}), ` +
      `doubles ${shown(times.doubles)}; exactness costs ${(times.exact / times.doubles).toFixed(1)}x`,
  );
  if (before !== undefined) {
    const growth = (times.exact / before.exact).toFixed(1);
    console.log(`  ${growth}x the time for ${width / before.width}x the neurons`);
  }
  before = times;
}

interface Times {
  readonly width: number;
  readonly bytes: number;
  readonly exact: number;
  readonly parse: number;
  readonly reduce: number;
  readonly write: number;
  readonly doubles: number;
}

function timesAt(width: number): Times {
  const weights = drawn(width);
  const text = documentOf(weights.map((matrix) => matrix.map((row) => row.map(exactly))));
  const floats = documentOf(weights);
  const network = parseNetworkFile(text, "generated");
  const { irreducible } = reduce(network);
  const kept = reducedInDoubles(floats)[0]?.length ?? 0;
  if (kept !== irreducible.units.length) {
    throw new Error(`${kept} neurons remain in doubles, ${irreducible.units.length} exactly`);
  }
  const times = paired(runs, {
    exact: () => written(reduce(parseNetworkFile(text, "generated")).irreducible),
    parse: () => parseNetworkFile(text, "generated"),
    reduce: () => reduce(network),
    write: () => written(irreducible),
    doubles: () => documentOf(reducedInDoubles(floats)),
  });
  return { width, bytes: text.length, ...times };
}

function written(network: TwoLayerNetwork): string {
  return JSON.stringify(networkFile(network));
}

function documentOf(weights: readonly (readonly (readonly (number | string)[])[])[]): string {
  return JSON.stringify({ format: NETWORK_FORMAT, weights });
}

/** W1 and W2 of float32 weights, from Marsaglia's xorshift (2003) so that every run has the same. */
function drawn(width: number): number[][][] {
  let state = 2463534242;
  const weight = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.fround(state / 2 ** 32);
  };
  const incoming: number[][] = [];
  for (let unit = 0; unit < width; unit++) {
    const shared = unit % GROUPED === GROUPED - 1 ? incoming[unit - 1] : undefined;
    incoming.push(shared ?? Array.from({ length: INPUTS }, weight));
  }
  return [incoming, [Array.from({ length: width }, weight)]];
}

/** A float as "p/q". */
function exactly(float: number): string {
  let denominator = 1n;
  let numerator = float;
  for (; !Number.isInteger(numerator); numerator *= 2) denominator *= 2n;
  return denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`;
}

/** W1 and W2 (one output) of the reduced network, all in doubles. */
function reducedInDoubles(text: string): number[][][] {
  const { weights } = JSON.parse(text) as { weights: number[][][] };
  const [incoming = [], [outgoing = []] = []] = weights;
  const groups = new Map<string, { row: number[]; sum: number }>();
  incoming.forEach((row, unit) => {
    const key = row.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { row, sum: outgoing[unit] ?? 0 });
    else group.sum += outgoing[unit] ?? 0;
  });
  const kept = [...groups.values()].filter(({ sum }) => sum !== 0);
  return [kept.map(({ row }) => row), [kept.map(({ sum }) => sum)]];
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}
