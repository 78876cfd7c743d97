import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import * as certificate from "../src/certificate/index.js";
import * as claims from "../src/claims/index.js";
import * as crosscheck from "../src/crosscheck/index.js";
import * as formats from "../src/formats/index.js";
import * as library from "../src/index.js";
import { archive, bytesOf, npy } from "./formats/archives.js";
import type { Tree } from "./guards/tree.js";
import { entryPoints, examples } from "./publicInterface.js";
import { scratchFolder } from "./scratchFolder.js";

const folder = scratchFolder();

const {
  RationalVector,
  dataSet,
  multiLayerNetwork,
  polynomialActivation,
  rational,
  twoLayerNetwork,
  unitOf,
} = library;

function vectors(...entries: string[]): library.RationalVector[] {
  return entries.map((entry) => RationalVector.parse(entry));
}

export const ENTRIES = entryPoints(readFileSync("package.json", "utf8"));

/** All that the entry points export, types aside. The root exports what the other rooms do. */
export const EXPORTS: Readonly<Record<string, unknown>> = {
  ...library,
  ...certificate,
  ...claims,
  ...crosscheck,
  ...formats,
};

/** An npz file with W1, 3 × 2, and W2, 1 × 3. */
const NPZ = archive([
  { name: "W1.npy", bytes: npy({ shape: "(3, 2)", data: bytesOf(1, 2, 3, 4, 5, 6) }) },
  { name: "W2.npy", bytes: npy({ shape: "(1, 3)", data: bytesOf(7, 8, 9) }) },
]);

/**
 * What examples may name beside the library: θ^r = (1; 2), two points of its manifold at width 2, an
 * irreducible network of three layers, a certificate, data that θ^r fits under the activation z, a strict
 * minimum, data that its network nearly fits with sigmoid, an npz file and what is found in it, a file's
 * name.
 */
const VALUES = {
  theta: twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])]),
  from: twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["5"], ["0"])]),
  to: twoLayerNetwork(1, 1, [unitOf(["5"], ["0"]), unitOf(["1"], ["2"])]),
  network: multiLayerNetwork([
    [RationalVector.parse("1"), RationalVector.parse("-1/5")],
    [RationalVector.parse("1", "0"), RationalVector.parse("0", "2")],
    [RationalVector.parse("1", "-1")],
  ]),
  text: readFileSync("proofs/certificates/enumeration-1-4.json", "utf8"),
  data: dataSet(vectors("1"), vectors("2")),
  activation: polynomialActivation([rational(0n), rational(1n)]),
  minimum: {
    network: twoLayerNetwork(1, 1, [unitOf(["1"], ["1"])]),
    activation: polynomialActivation([rational(1n), rational(1n), rational(0n), rational(1n)]),
    data: dataSet(vectors("1", "2", "3"), vectors("-115", "139", "-3")),
    residuals: vectors("118", "-128", "34"),
  },
  fitted: dataSet(vectors("1", "2"), vectors("731/1000", "881/1000")),
  bytes: NPZ,
  found: formats.readNetwork({ place: "net.npz", bytes: NPZ }),
  file: join(folder, "certificate.json"),
};

/** The value of an example's expression, with the given exports in place of the library's. */
export async function valueOf(expression: string, exports = EXPORTS): Promise<unknown> {
  return (await runInNewContext(`(async () => (${expression}))()`, { ...exports, ...VALUES })) as unknown;
}

type Call = (this: unknown, ...args: unknown[]) => unknown;

/** A call as an example of a docstring makes it, or a function that it calls. */
export interface Recorded {
  readonly self: unknown;
  readonly args: unknown[];
  readonly call: Call;
  readonly answer: unknown;
}

/** Runs all examples of a tree and keeps, for each function, the first call: its arguments are right. */
export async function recordedCalls(tree: Tree): Promise<Map<string, Recorded>> {
  const first = new Map<string, Recorded>();
  const recorder = (name: string, call: Call): Call =>
    function (...args) {
      const answer = call.apply(this, args);
      if (!first.has(name)) first.set(name, { self: this, args, call, answer });
      return answer;
    };
  const undo: (() => void)[] = [];
  const recordMembers = (holder: object, prefix: string): void => {
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
      if (typeof property.value !== "function" || key === "constructor") continue;
      Object.defineProperty(holder, key, {
        ...property,
        value: recorder(prefix + key, property.value as Call),
      });
      undo.push(() => Object.defineProperty(holder, key, property));
    }
  };
  const recorded = Object.entries(EXPORTS).map(([name, value]): [string, unknown] => {
    if (typeof value !== "function") return [name, value];
    if (!String(value).startsWith("class")) return [name, recorder(name, value as Call)];
    recordMembers(value, `${name}.`);
    recordMembers(value.prototype as object, `${name}#`);
    const make = recorder(`new ${name}`, (...args) => Reflect.construct(value, args) as unknown);
    return [name, new Proxy(value, { construct: (_, args) => make(...(args as unknown[])) as object })];
  });
  const documented = ENTRIES.flatMap(({ path }) => examples(tree, path)).map(({ expression }) => expression);
  for (const expression of new Set([...documented, ...MORE]))
    await valueOf(expression, Object.fromEntries(recorded));
  for (const restore of undo) restore();
  return first;
}

/** Calls of what no example calls. */
const MORE = [
  'RationalVector.parse("1/2").toStringsAfter(RationalVector.parse("1/2"))',
  "Interval.of(0n, 1n, 1).intersection(Interval.of(0n, 1n, 1))",
  "Interval.of(0n, 1n, 1).includes(Interval.of(0n, 1n, 1))",
  "Interval.of(0n, 1n, 1).includesInside(Interval.of(0n, 1n, 1))",
  "Interval.of(0n, 1n, 1).contains(rational(1n))",
  "Interval.of(0n, 1n, 1).power(2)",
  "LabelledPartition.of([1], 1).equals(LabelledPartition.of([1], 1))",
  "SignedLabelledPartition.canonical([1], [1], 1, 'odd').equals(SignedLabelledPartition.of([1], [1], 1, 'odd'))",
  "new InputError('a', 'b').at('c')",
  "new Measure(1, 1, new Map())",
  "new PlacementComplex(1, 1).cellOf(Uint8Array.of(1))",
];
