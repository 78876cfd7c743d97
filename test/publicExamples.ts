import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll } from "vitest";
import * as certificate from "../src/certificate/index.js";
import * as claims from "../src/claims/index.js";
import * as crosscheck from "../src/crosscheck/index.js";
import * as library from "../src/index.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

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

/** All that the entry points export, types aside. The root exports what the other rooms do. */
export const EXPORTS: Readonly<Record<string, unknown>> = {
  ...library,
  ...certificate,
  ...claims,
  ...crosscheck,
};

/**
 * What examples may name beside the library: θ^r = (1; 2), two points of its manifold at width 2, an
 * irreducible network of three layers, a certificate, data that θ^r fits under the activation z, a strict
 * minimum, a file's name.
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
  file: join(folder, "certificate.json"),
};

/** The value of an example's expression, with the given exports in place of the library's. */
export async function valueOf(expression: string, exports = EXPORTS): Promise<unknown> {
  return (await runInNewContext(`(async () => (${expression}))()`, { ...exports, ...VALUES })) as unknown;
}
