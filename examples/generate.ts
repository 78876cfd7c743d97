import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Makes mnist-layer.json, a layer as it comes out of a training library: 784 inputs, 10 outputs, float32
 * weights drawn as Glorot and Bengio (2010) do, written exactly; and networks of three hidden layers, each minimal one with two
 * wider ones that compute the same. Run it by `npx tsx examples/generate.ts`.
 */

const INPUTS = 784;
const OUTPUTS = 10;

/**
 * Where each of the twelve units comes from: 1 to 8 are the units that remain, the second of them in two
 * parts; the units at 0 cancel each other, the one at −1 is silent.
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

type Matrices = readonly (readonly (readonly string[])[])[];

/** A minimal network of three hidden layers of three units each, with two inputs and two outputs. */
const DEEP: Matrices = [
  [
    ["1", "-1/2"],
    ["0", "2/3"],
    ["-1", "1"],
  ],
  [
    ["1/2", "0", "-1"],
    ["1", "1", "1/3"],
    ["-2", "1/4", "0"],
  ],
  [
    ["1", "-1", "0"],
    ["0", "1/2", "2"],
    ["-1/3", "0", "1"],
  ],
  [
    ["1", "0", "-2"],
    ["1/2", "3", "0"],
  ],
];

/**
 * A teacher of the shape of Fig. 1(d,e) of Şimşek et al. (2021), 2-4-4-4-1. Its first matrix is that of the teacher with one hidden layer, from
 * the code of their figures; the deeper matrices are not published there, and are our choice.
 */
const TEACHER: Matrices = [
  [
    ["3/5", "1/2"],
    ["-1/2", "1/2"],
    ["-1/5", "-3/5"],
    ["1/10", "-3/5"],
  ],
  [
    ["1", "-1/2", "0", "1/4"],
    ["1/2", "1", "-1", "0"],
    ["0", "-1/4", "1", "1/2"],
    ["-1", "0", "1/2", "1"],
  ],
  [
    ["1/2", "1", "0", "-1/2"],
    ["-1", "1/2", "1", "0"],
    ["1/4", "0", "-1/2", "1"],
    ["0", "-1", "1/4", "1/2"],
  ],
  [["1", "1", "1", "1"]],
];

/** Which unit of the minimal network each unit is, counted from 1, layer by layer; 0 for one that nothing reads. */
type Places = readonly (readonly number[])[];

const FIRST_DEEP: Places = [
  [1, 2, 3, 0],
  [1, 2, 3, 0],
  [1, 2, 3, 0],
];
const OTHER_DEEP: Places = [
  [2, 1, 0, 3],
  [0, 3, 1, 2],
  [3, 2, 1, 0],
];
const FIRST_TEACHER: Places = [
  [1, 2, 3, 4, 0],
  [1, 2, 3, 4, 0],
  [1, 2, 3, 4, 0],
];
const OTHER_TEACHER: Places = [
  [4, 3, 0, 2, 1],
  [2, 1, 4, 3, 0],
  [1, 2, 4, 0, 3],
];

/** The networks of several layers, by the names of their files. */
export function deepNetworks(): ReadonlyMap<string, string> {
  return new Map([
    ["deep-minimal.json", fileOf(DEEP)],
    ["deep-from.json", fileOf(widened(DEEP, FIRST_DEEP))],
    ["deep-to.json", fileOf(widened(DEEP, OTHER_DEEP))],
    ["teacher-4-4-4.json", fileOf(TEACHER)],
    ["teacher-from.json", fileOf(widened(TEACHER, FIRST_TEACHER))],
    ["teacher-to.json", fileOf(widened(TEACHER, OTHER_TEACHER))],
  ]);
}

/** Units in other places; one that nothing reads has weights of 1/7 from all that something reads. */
function widened(matrices: Matrices, places: Places): Matrices {
  const outputs = matrices.at(-1)?.map((_, output) => output + 1) ?? [];
  const inputs = matrices[0]?.[0]?.map((_, input) => input + 1) ?? [];
  return matrices.map((rows, layer) =>
    (places[layer] ?? outputs).map((unit) =>
      (places[layer - 1] ?? inputs).map((from) => {
        if (from === 0) return "0";
        return unit === 0 ? "1/7" : (rows[unit - 1]?.[from - 1] ?? "");
      }),
    ),
  );
}

function fileOf(matrices: Matrices): string {
  const lists = matrices.map((rows) => matrix(rows.map((row) => [...row])));
  return `{"format":"equiloss-network/1","weights":[\n${lists.join(",\n")}\n]}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("mnist-layer.json", import.meta.url), mnistLayer());
  for (const [name, text] of deepNetworks()) writeFileSync(new URL(name, import.meta.url), text);
}
