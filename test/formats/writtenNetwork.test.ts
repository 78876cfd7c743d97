import * as h5wasm from "h5wasm";
import { describe, expect, it } from "vitest";
import { doubleValue } from "../../src/exact/numbers/doubleValue.js";
import { formatRational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { exactNetwork } from "../../src/formats/exactNetwork.js";
import type { FloatType } from "../../src/formats/floatTypes.js";
import type { FoundNetwork } from "../../src/formats/foundNetwork.js";
import { networkOfFiles, readNetwork } from "../../src/formats/readNetwork.js";
import { type WrittenFormat, typeFor, typeIn, writtenNetwork } from "../../src/formats/writtenNetwork.js";
import { foundOfNetwork } from "../../src/formats/writtenTensors.js";
import { type AnyNetwork, asMultiLayer } from "../../src/network/anyNetwork.js";
import { multiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { disagreement as kerasDisagreement } from "./keras/secondReader.js";
import { randomNumbers } from "./mutations.js";
import { disagreement as nnetDisagreement } from "./nnet/secondReader.js";
import { disagreement as tensorflowDisagreement } from "./tensorflow/secondReader.js";

const random = randomNumbers(15);
const view = new DataView(new ArrayBuffer(8));

/** Floats of all sizes, below the normal ones too; an exact network has no −0. */
function floats(count: number, type: FloatType): RationalVector {
  return RationalVector.fromDoubles(
    Array.from({ length: count }, () => {
      for (;;) {
        view.setUint32(0, random(2 ** 31) * 2 + random(2));
        view.setUint32(4, random(2 ** 31));
        const value = type === "float32" ? view.getFloat32(0) : view.getFloat64(0);
        if (Number.isFinite(value)) return value;
      }
    }),
  );
}

function networkOf(widths: readonly number[], type: FloatType, hasBiases: boolean): AnyNetwork {
  const weights = widths
    .slice(1)
    .map((rows, index) => Array.from({ length: rows }, () => floats(widths[index] ?? 0, type)));
  return multiLayerNetwork(
    weights,
    hasBiases ? widths.slice(1).map((rows) => floats(rows, type)) : undefined,
  );
}

/** The network that its files are read as, and what was found in them. */
function readBack(files: ReadonlyMap<string, Uint8Array>): [AnyNetwork, FoundNetwork] {
  const all = [...files].map(([place, bytes]) => ({ place, bytes }));
  const main = all.at(-1);
  if (main === undefined) throw new Error("no files");
  const isModel = main.place.endsWith(".json");
  const found = isModel
    ? readNetwork({ ...main, beside: files })
    : all.length === 1
      ? readNetwork(main)
      : networkOfFiles(all, {});
  return [exactNetwork(found, main.place), found];
}

/** What a second reader has against the files of a network; undefined if it reads the same. */
const SECOND: Readonly<
  Record<string, (files: ReadonlyMap<string, Uint8Array>, found: FoundNetwork) => unknown>
> = {
  keras: (files, found) => kerasDisagreement(bytesOf(files, "net.keras"), found),
  h5: (files, found) => kerasDisagreement(bytesOf(files, "net.h5"), found),
  tensorflowjs: (files, found) =>
    tensorflowDisagreement(new TextDecoder().decode(bytesOf(files, "model.json")), files, found),
  nnet: (files, found) => nnetDisagreement(new TextDecoder().decode(bytesOf(files, "net.nnet")), found),
};

function bytesOf(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`no ${name} in ${[...files.keys()].join()}`);
  return bytes;
}

const CASES: readonly (readonly [WrittenFormat, FloatType, activation: string])[] = [
  ["keras", "float32", "tanh"],
  ["keras", "float64", "gelu"],
  ["h5", "float32", "relu"],
  ["h5", "float64", "leaky:1/8"],
  ["tensorflowjs", "float32", "silu"],
  ["nnet", "float32", "relu"],
  ["nnet", "float64", "relu"],
];

const nameOf = (format: WrittenFormat): string =>
  format === "tensorflowjs" ? "model.json" : `net.${format}`;

describe("networks that are written", () => {
  it.each(CASES)("as %s of %s with %s are read back bit for bit, by two readers", async (...described) => {
    const [format, type, activation] = described;
    for (const hasBiases of [true, false]) {
      const network = networkOf([3, 5, 4, 2], type, hasBiases || format === "nnet");
      const files = await writtenNetwork(network, { format, type, activation, name: nameOf(format) });
      const [read, found] = readBack(files);
      expect(read).toEqual(network);
      expect(found.layers.map((layer) => layer.activation)).toEqual([activation, activation, "linear"]);
      expect(SECOND[format]?.(files, found)).toBeUndefined();
    }
  });

  it.each(["keras", "h5", "tensorflowjs", "nnet", "csv"] as const)(
    "as %s have equal bytes if they are equal",
    async (format) => {
      const network = networkOf([2, 3, 1], "float32", true);
      const how = { format, type: "float32", activation: "relu", name: nameOf(format) } as const;
      const first = await writtenNetwork(network, how);
      // HDF5 files have times in seconds.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      expect(await writtenNetwork(network, how)).toEqual(first);
    },
  );

  it("without biases have biases of 0 as NNet, and none elsewhere", async () => {
    const network = networkOf([2, 3, 1], "float32", false);
    const files = await writtenNetwork(network, {
      format: "nnet",
      type: "float32",
      activation: "relu",
      name: "a.nnet",
    });
    const biases = [3, 1].map((rows) => RationalVector.zero(rows));
    expect(readBack(files)[0]).toEqual(multiLayerNetwork(asMultiLayer(network).weights, biases));
  });

  it("as CSV are a file for each array, whose decimals have all digits", async () => {
    for (const type of ["float16", "float32", "float64"] as const) {
      const network = networkOf([2, 3, 2], type === "float16" ? "float32" : type, true);
      const how = { format: "csv", activation: undefined, name: "net.csv" } as const;
      if (type === "float16") {
        await expect(writtenNetwork(network, { ...how, type })).rejects.toThrow(
          "which is no float16; choose",
        );
        continue;
      }
      const files = await writtenNetwork(network, { ...how, type });
      expect([...files.keys()]).toEqual(
        ["fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"].map((name) => `net.${name}.csv`),
      );
      expect(readBack(files)[0]).toEqual(network);
      // A second reader: JavaScript's, which rounds to the nearest double, and needs not.
      const { weights } = asMultiLayer(network);
      const text = new TextDecoder().decode(bytesOf(files, "net.fc1.weight.csv"));
      const rows = text.trim().split("\n");
      expect(
        rows.map((row) => row.split(",").map((cell) => formatRational(doubleValue(Number(cell))))),
      ).toEqual(weights[0]?.map((row) => row.toStrings()));
    }
  });

  it("as HDF5 are read by the HDF Group's library, with what Keras looks for", async () => {
    const network = networkOf([3, 2, 1], "float64", true);
    const how = { format: "h5", type: "float64", activation: "tanh", name: "net.h5" } as const;
    const { FS } = await h5wasm.ready;
    FS.writeFile("/read.h5", bytesOf(await writtenNetwork(network, how), "net.h5"));
    const file = new h5wasm.File("/read.h5", "r");
    const group = file.get("model_weights") as h5wasm.Group;
    expect(group.attrs.layer_names?.value).toEqual(["fc1", "fc2"]);
    expect((group.get("fc2") as h5wasm.Group).attrs.weight_names?.value).toEqual([
      "fc2/kernel:0",
      "fc2/bias:0",
    ]);
    const { weights } = foundOfNetwork(network, "float64", "tanh").layers[1] ?? { weights: undefined };
    const kernel = group.get("fc2/fc2/kernel:0") as h5wasm.Dataset;
    expect([kernel.shape, kernel.value]).toEqual([[2, 1], weights?.entries.values]);
    file.close();
  });
});

describe("what a format doesn't hold", () => {
  const network = networkOf([2, 3, 1], "float32", true);

  it.each<[WrittenFormat, FloatType, string | undefined, string]>([
    ["keras", "float16", "tanh", "--type: Keras has no float16; choose float32 or float64"],
    ["tensorflowjs", "float64", "tanh", "--type: TensorFlow.js has no float64; choose float32"],
    ["h5", "float32", undefined, "--activation: Keras says the activation; name it, such as tanh or relu"],
    ["keras", "float32", "erf", "--activation: erf is no activation of Keras; name another, such as relu"],
    [
      "tensorflowjs",
      "float32",
      "leaky:1/10",
      "--activation: the slope of leaky:1/10 is no double; give one with a power of 2 below it",
    ],
    ["nnet", "float32", "tanh", "--activation: NNet files are of ReLU; export to another format"],
  ])("is refused: %s of %s with %s", async (format, type, activation, message) => {
    await expect(writtenNetwork(network, { format, type, activation, name: "a" })).rejects.toThrow(message);
  });

  it("is refused if the layers are too many for an attribute", async () => {
    const deep = multiLayerNetwork(Array.from({ length: 600 }, () => [RationalVector.parse("1")]));
    const how = { type: "float32", activation: "tanh", name: "a" } as const;
    await expect(writtenNetwork(deep, { ...how, format: "h5" })).rejects.toThrow(
      "an HDF5 file can't hold 600 layers; export to .keras",
    );
    expect(readBack(await writtenNetwork(deep, { ...how, format: "keras" }))[0]).toEqual(deep);
  });

  it("decides the type", () => {
    expect(typeFor(network, "nnet")).toBe("float32");
    const thirds = multiLayerNetwork([[RationalVector.parse("1/3")], [RationalVector.parse("1")]]);
    expect([typeFor(thirds, "npz"), typeFor(thirds, "tensorflowjs")]).toEqual(["float64", "float32"]);
    expect([
      typeIn("npz", "bfloat16"),
      typeIn("safetensors", "bfloat16"),
      typeIn("keras", "float16"),
    ]).toEqual(["float32", "bfloat16", "float32"]);
  });
});
