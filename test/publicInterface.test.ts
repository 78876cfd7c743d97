import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { plantedTree, printed, repositoryTree } from "./guards/tree.js";
import * as library from "../src/index.js";
import { examples, undocumented } from "./publicInterface.js";

const tree = repositoryTree("src");
const PATH = "src/index.ts";

const { RationalVector, multiLayerNetwork, unitOf, twoLayerNetwork } = library;

/**
 * What examples may name besides the library: θ^r = (1; 2), two points of its manifold at width 2, an irreducible network of
 * three layers, a certificate.
 */
const CONTEXT = {
  ...library,
  theta: twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])]),
  from: twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["5"], ["0"])]),
  to: twoLayerNetwork(1, 1, [unitOf(["5"], ["0"]), unitOf(["1"], ["2"])]),
  network: multiLayerNetwork([
    [RationalVector.parse("1"), RationalVector.parse("-1/5")],
    [RationalVector.parse("1", "0"), RationalVector.parse("0", "2")],
    [RationalVector.parse("1", "-1")],
  ]),
  text: readFileSync("proofs/certificates/enumeration-1-4.json", "utf8"),
};

async function valueOf(expression: string): Promise<unknown> {
  return (await runInNewContext(`(async () => (${expression}))()`, CONTEXT)) as unknown;
}

describe("the public interface", () => {
  it("has a summary and an example for all that src/index.ts exports, and says what throws", () => {
    expect(printed(undocumented(tree, PATH))).toEqual([]);
  });

  it("gives an example for each function and class, at the least", () => {
    const named = new Set(examples(tree, PATH).map(({ name }) => name));
    expect(Object.keys(library).filter((name) => !named.has(name))).toEqual([]);
  });

  it.each(examples(tree, PATH))(
    "has a true example for $name: $expression",
    async ({ expression, value }) => {
      expect(await valueOf(expression)).toEqual(await valueOf(value));
    },
  );
});

describe("undocumented", () => {
  const planted = plantedTree({
    "src/index.ts": 'export * from "./room.js";\nexport { type Kind as Sort } from "./kind.js";\n',
    "src/kind.ts": "export type Kind = 1;\n",
    "src/room.ts": `
/** One. @example one() === 1 */
export function one(): number { return 1; }
/** @example two() // 2 */
export function two(): number { return 2; }
/** Three. */
export class Three {}
/**
 * Four.
 * @example four(); five()
 */
export function four(): void {}
/** Six. @example six(1) === 6 */
export function six(x: number): number { if (x < 0) throw new RangeError("x"); return 6; }
/**
 * Seven.
 * @throws RangeError if x < 0.
 * @example seven(1) === 7 // as always
 */
export function seven(x: number): number { if (x < 0) throw new RangeError("x"); return 7; }
/**
 * Eight.
 *
 * @example [eight()]
 * // [8]
 */
export function eight(): number { return 8; }
/**
 * Nine.
 *
 * @example nine === 9
 */
export const nine = 9;
/** Ten. */
export const ten = 10;
`,
  });

  it("finds what lacks a summary, an example or a word on what it throws, and nothing else", () => {
    const found = undocumented(planted, PATH).map(({ message, rule }) => `${message}: ${rule}`);
    expect(found.sort()).toEqual([
      "Sort: example",
      "Sort: summary",
      "Three: example",
      "four: example",
      "six: throws",
      "ten: example",
      "two: summary",
    ]);
  });

  it("reads examples in both forms", () => {
    expect(examples(planted, PATH)).toEqual([
      { name: "one", expression: "one()", value: "1" },
      { name: "two", expression: "two()", value: "2" },
      { name: "six", expression: "six(1)", value: "6" },
      { name: "seven", expression: "seven(1)", value: "7" },
      { name: "eight", expression: "[eight()]", value: "[8]" },
      { name: "nine", expression: "nine", value: "9" },
    ]);
  });

  it("would see an example that is false", async () => {
    expect(await valueOf("bell(4)")).toEqual(await valueOf("15n"));
    expect(await valueOf("bell(4)")).not.toEqual(await valueOf("14n"));
  });
});
