import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FoundLayer, FoundNetwork } from "../../../src/formats/foundNetwork.js";
import { isOnnx, readOnnx } from "../../../src/formats/onnx/readOnnx.js";
import { writeOnnx } from "../../../src/formats/onnx/writeOnnx.js";
import { randomNumbers } from "../mutations.js";
import { disagreement } from "./agreement.js";

const random = randomNumbers(7);
const view = new DataView(new ArrayBuffer(8));

/** Floats of any bits that are numbers: of all sizes, below the normal ones too, and −0. */
function floats(count: number, type: "float32" | "float64"): Float64Array {
  const values = Float64Array.from({ length: count }, () => {
    for (;;) {
      view.setUint32(0, random(2 ** 31) * 2 + random(2));
      view.setUint32(4, random(2 ** 31));
      const value = type === "float32" ? view.getFloat32(0) : view.getFloat64(0);
      if (Number.isFinite(value)) return value;
    }
  });
  values[0] = -0;
  values[1] = type === "float32" ? 2 ** -149 : -(2 ** -1074);
  return values;
}

function network(widths: readonly number[], type: "float32" | "float64", activation: string): FoundNetwork {
  const layers = widths.slice(1).map((rows, index): FoundLayer => {
    const columns = widths[index] ?? 0;
    return {
      name: `weight${index + 1}`,
      weights: { rows, columns, entries: { type, values: floats(rows * columns, type) } },
      bias: index === 1 ? undefined : { type, values: floats(rows, type) },
      activation: index === widths.length - 2 ? "linear" : activation,
    };
  });
  return { format: "ONNX", layers, before: undefined, after: undefined, decisions: [] };
}

const ACTIVATIONS = [
  "relu",
  "tanh",
  "sigmoid",
  "softplus",
  "softsign",
  "erf",
  "arctan",
  "gelu",
  "silu",
  "leaky:-1/8",
];

describe("writeOnnx", () => {
  it.each(ACTIVATIONS)("writes %s so that it is read back bit for bit", (activation) => {
    for (const type of ["float32", "float64"] as const) {
      const found = network([3, 5, 4, 2], type, activation);
      const file = writeOnnx(found, "net.onnx");
      // Both kinds of zero are told apart by this comparison.
      expect(readOnnx(file, "net.onnx")).toEqual(found);
      expect(disagreement(file, found)).toBeUndefined();
      expect(isOnnx(file)).toBe(true);
    }
  });

  it("writes what another program wrote, and a planted change is seen", () => {
    const found = readOnnx(readFileSync("test/formats/files/r1-student.onnx"), "r1");
    const file = writeOnnx(found, "net.onnx");
    const { layers } = readOnnx(file, "net.onnx");
    expect(layers.map(({ weights }) => weights)).toEqual(found.layers.map(({ weights }) => weights));
    expect(disagreement(file, found)).toBeUndefined();
    const place = Buffer.from(file).indexOf(
      Buffer.from(Float32Array.of(found.layers[0]?.weights.entries.values[0] as number).buffer),
    );
    file[place] = Number(file[place]) ^ 1;
    expect(disagreement(file, found)).toContain("differ");
  });

  const found = network([2, 3, 1], "float32", "relu");
  const one = { numerator: 1n, denominator: 3n };
  const changed = (change: Partial<FoundLayer>): FoundNetwork => ({
    ...found,
    layers: found.layers.map((layer, index) => (index === 0 ? { ...layer, ...change } : layer)),
  });
  it.each([
    ["a map", { ...found, before: { scale: [one, one], shift: [one, one] } }, "mapped outside the layers"],
    [
      "rationals",
      changed({ bias: { type: "rational", values: [one, one, one] } }),
      "type float32 and rational",
    ],
    [
      "halves",
      changed({ bias: { type: "float16", values: new Float64Array(3) } }),
      "type float32 and float16",
    ],
    ["no activation", changed({ activation: undefined }), "the activation of weight1 isn't known"],
    ["another activation", changed({ activation: "gaussian" }), "gaussian is no operator of ONNX"],
    ["a slope", changed({ activation: "leaky:1/3" }), "the slope of leaky:1/3 is no float32"],
  ])("refuses %s", (_, network, message) => {
    expect(() => writeOnnx(network, "out.onnx")).toThrow(message);
    expect(() => writeOnnx(network, "out.onnx")).toThrow(/^out\.onnx: /);
  });

  it("never rounds", () => {
    const values = Float64Array.of(1, 2, 1 / 3, 4, 5, 6);
    const planted = changed({ weights: { rows: 3, columns: 2, entries: { type: "float32", values } } });
    expect(() => writeOnnx(planted, "out.onnx")).toThrow(RangeError);
  });
});
