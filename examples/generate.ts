import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  DEEP_ORDERS,
  TEACHER_ORDERS,
  type UnitOrders,
  multiLayerTeacher,
  ownOrders,
} from "../src/claims/instances/multiLayerInstances.js";
import { writtenLayers } from "../src/claims/instances/written.js";
import { entry } from "../src/exact/entry.js";
import type { MultiLayerNetwork } from "../src/network/multiLayerNetwork.js";

/**
 * Makes mnist-layer.json, a layer like those of training libraries: 784 inputs, 10 outputs, float32 weights
 * drawn as by Glorot and Bengio (2010), written exactly. Also makes networks of three hidden layers, each
 * minimal one with two wider ones that compute the same. Run it by `npx tsx examples/generate.ts`.
 */

const INPUTS = 784;
const OUTPUTS = 10;

/**
 * The labels of the twelve units: reduction leaves units 1 to 8, the second of them in two parts; the units
 * at 0 cancel each other, and the one at −1 is silent.
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

/** A minimal network of three hidden layers of three units each, with two inputs and two outputs. */
const DEEP = writtenLayers(
  "1 -1/2; 0 2/3; -1 1",
  "1/2 0 -1; 1 1 1/3; -2 1/4 0",
  "1 -1 0; 0 1/2 2; -1/3 0 1",
  "1 0 -2; 1/2 3 0",
);

/** The networks of several layers, by the names of their files. */
export function deepNetworks(): ReadonlyMap<string, string> {
  const teacher = multiLayerTeacher();
  return new Map([
    ["deep-minimal.json", fileOf(DEEP)],
    ["deep-from.json", fileOf(DEEP, ownOrders(DEEP))],
    ["deep-to.json", fileOf(DEEP, DEEP_ORDERS)],
    ["teacher-4-4-4.json", fileOf(teacher)],
    ["teacher-from.json", fileOf(teacher, ownOrders(teacher))],
    ["teacher-to.json", fileOf(teacher, TEACHER_ORDERS)],
  ]);
}

/**
 * The file of a network, its units in the given orders: a spare unit has weights 1/7 from all that are read.
 */
function fileOf({ weights }: MultiLayerNetwork, orders?: UnitOrders): string {
  const lists = weights.map((rows, layer) => {
    const outputs = orders?.[layer] ?? labels(rows.length);
    const inputs = orders?.[layer - 1] ?? labels(entry(rows, 0).dimension);
    return matrix(
      outputs.map((unit) =>
        inputs.map((input) => {
          if (input === 0) return "0";
          return unit === 0 ? "1/7" : entry(entry(rows, unit - 1).toStrings(), input - 1);
        }),
      ),
    );
  });
  return `{"format":"equiloss-network/1","weights":[\n${lists.join(",\n")}\n]}\n`;
}

function labels(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("mnist-layer.json", import.meta.url), mnistLayer());
  for (const [name, text] of deepNetworks()) writeFileSync(new URL(name, import.meta.url), text);
}
