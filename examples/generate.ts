import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Makes mnist-layer.json, a layer as it comes out of a training library: 784 inputs, 10 outputs, float32
 * weights drawn as Glorot and Bengio (2010) do, written exactly. Run it by `npx tsx examples/generate.ts`.
 */

const INPUTS = 784;
const OUTPUTS = 10;

/**
 * Where each of the twelve neurons comes from: 1 to 8 are the neurons that remain, the second of them in two
 * parts; the neurons at 0 cancel each other, the one at −1 is silent.
 */
const ORIGINS = [1, 2, 3, 0, 4, 2, 5, -1, 6, 0, 7, 8];

/** The text of mnist-layer.json. */
export function mnistLayer(): string {
  const random = uniform(20210718);
  const incoming = new Map<number, string[]>();
  for (const origin of ORIGINS) {
    if (!incoming.has(origin))
      incoming.set(origin, weights(INPUTS, glorotLimit(INPUTS, ORIGINS.length), random));
  }
  const outgoing = ORIGINS.map(() => weights(OUTPUTS, glorotLimit(ORIGINS.length, OUTPUTS), random));
  outgoing[ORIGINS.indexOf(-1)] = new Array<string>(OUTPUTS).fill("0");
  outgoing[ORIGINS.lastIndexOf(0)] = (outgoing[ORIGINS.indexOf(0)] ?? []).map(negated);
  const first = ORIGINS.map((origin) => incoming.get(origin) ?? []);
  const second = Array.from({ length: OUTPUTS }, (_, output) =>
    outgoing.map((column) => column[output] ?? ""),
  );
  return `{"format":"equiloss-network/1","weights":[\n${matrix(first)},\n${matrix(second)}\n]}\n`;
}

/** A row a line. */
function matrix(rows: readonly string[][]): string {
  return `[${rows.map((row) => JSON.stringify(row)).join(",\n")}]`;
}

function weights(count: number, limit: number, random: () => number): string[] {
  return Array.from({ length: count }, () => exactly(Math.fround(limit * (2 * random() - 1))));
}

function glorotLimit(fanIn: number, fanOut: number): number {
  return Math.sqrt(6 / (fanIn + fanOut));
}

/** Numbers in (0, 1) from the generator of Park and Miller, x ← 48271·x mod 2^31 − 1, exact in doubles. */
function uniform(seed: number): () => number {
  const modulus = 2 ** 31 - 1;
  let state = seed;
  return () => {
    state = (48271 * state) % modulus;
    return state / modulus;
  };
}

/** A float as "p/q": doubling it is exact, and ends in an integer. */
function exactly(float: number): string {
  let numerator = float;
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`;
}

function negated(weight: string): string {
  return weight.startsWith("-") ? weight.slice(1) : `-${weight}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("mnist-layer.json", import.meta.url), mnistLayer());
}
