import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { readTensorflowJs, tensorflowJsFiles } from "../../../src/formats/tensorflow/readTensorflowJs.js";
import { HIDDEN, type KerasToWrite, OUTPUT, functional } from "../keras/kerasFiles.js";
import { type ModelFiles, modelFiles } from "./modelFiles.js";
import { disagreement } from "./secondReader.js";

const NET = [HIDDEN, OUTPUT];
const HALF: KerasToWrite = { ...HIDDEN, kernel: { dims: [3, 2], values: [1, -2.5, 0.25, 1, 1, -2.5] } };

function read({ text, files }: ModelFiles): ReturnType<typeof readTensorflowJs> {
  return readTensorflowJs(text, files, "model.json");
}

/** The model with its text, parsed, changed by a replacement. */
function replaced(from: string | RegExp, to: string): ModelFiles {
  const model = modelFiles(NET);
  const text = model.text.replace(from, to);
  if (text === model.text) throw new Error("nothing was replaced");
  return { ...model, text };
}

describe("models of TensorFlow.js", () => {
  it.each([
    ["by the converter", modelFiles(NET)],
    ["by JavaScript", modelFiles(NET, { isPython: false, pieces: 1000 })],
    ["that are functional", modelFiles(NET, { model: functional(NET, 2), pieces: 7 })],
    ["with float16", modelFiles([HALF, OUTPUT], { halves: true })],
  ])("%s are read as the second reader reads them", (_, model) => {
    const found = read(model);
    expect(disagreement(model.text, model.files, found)).toBeUndefined();
    expect(
      found.layers.map(({ name, activation, weights, bias }) => [name, activation, weights.rows, bias?.type]),
    ).toEqual([
      ["one", "tanh", 2, "float32"],
      ["two", "linear", 4, undefined],
    ]);
    expect(found.decisions).toEqual(["kernels are stored as inputs × outputs and were transposed"]);
    expect(tensorflowJsFiles(model.text, "model.json")).toEqual([...model.files.keys()]);
  });

  it("names the type of the numbers, and a planted change is seen", () => {
    const model = modelFiles([HALF, OUTPUT], { halves: true });
    const found = read(model);
    expect(found.layers[0]?.weights.entries).toEqual({
      type: "float16",
      values: Float64Array.of(1, 0.25, 1, -2.5, 1, -2.5),
    });
    const [[name, bytes]] = [...model.files] as [[string, Uint8Array]];
    const files = new Map(model.files).set(name, bytes.with(0, 1));
    expect(disagreement(model.text, files, found)).toBe("another kernel of one");
  });

  const REFUSED: readonly (readonly [what: string, model: ModelFiles, message: string])[] = [
    [
      "a missing file",
      { ...modelFiles(NET), files: new Map() },
      'the file "group1-shard1of4.bin" is missing',
    ],
    [
      "a file that is too short",
      { ...modelFiles(NET, { pieces: 99 }), files: new Map([["group1-shard1of1.bin", new Uint8Array(63)]]) },
      '"group1-shard1of1.bin" have 63 bytes',
    ],
    [
      "a file that is too long",
      { ...modelFiles(NET, { pieces: 99 }), files: new Map([["group1-shard1of1.bin", new Uint8Array(65)]]) },
      "which aren't those of their tensors",
    ],
    [
      "a file elsewhere",
      replaced("group1-shard1of4.bin", "../weights.bin"),
      'names the file "../weights.bin"',
    ],
    ["a parent folder", replaced("group1-shard1of4.bin", ".."), 'names the file ".."'],
    [
      "quantised numbers",
      replaced('"dtype":"float32"', '"dtype":"float32","quantization":{"dtype":"uint8","scale":1,"min":0}'),
      'is quantised to "uint8": its numbers are rounded',
    ],
    ["integers", replaced('"dtype":"float32"', '"dtype":"int32"'), 'has entries of type "int32", no floats'],
    ["a negative size", replaced("[3,2]", "[3,-2]"), '"one/kernel" has no shape'],
    ["a fraction of a size", replaced("[3,2]", "[1.5,4]"), '"one/kernel" has no shape'],
    [
      "a huge size",
      replaced("[3,2]", "[9007199254740991,9007199254740991]"),
      "which aren't those of their tensors",
    ],
    ["a name twice", replaced('"one/bias"', '"one/kernel"'), '"one/kernel" is there twice'],
    ["no kernel", replaced('"one/kernel"', '"two/bias"'), 'Dense "one" has no kernel'],
    [
      "another bias",
      replaced('"use_bias":true', '"use_bias":false'),
      "has a bias, and its configuration says none",
    ],
    ["a graph", replaced("layers-model", "graph-model"), 'a model of the format "graph-model"'],
    ["no manifest", replaced("weightsManifest", "manifest"), "there is no weightsManifest"],
    ["an empty manifest", replaced(/\[\{"paths".*/, "[{}]}"), "has no paths and weights"],
    ["no configuration", replaced("modelTopology", "topology"), "its configuration is no object"],
    ["no JSON", replaced(/\}$/, ""), "model.json is no JSON"],
    [
      "a convolution",
      modelFiles([{ className: "Conv1D", config: { name: "c" } }, ...NET]),
      'Conv1D "c" is no part',
    ],
    [
      "not a number",
      modelFiles([{ ...HIDDEN, bias: { dims: [2], values: [1, Number.POSITIVE_INFINITY] } }, OUTPUT]),
      'entry 2 of "one/bias" is Infinity',
    ],
  ];

  it.each(REFUSED)("refuses %s", (_, model, message) => {
    expect(() => read(model)).toThrow(InputError);
    expect(() => read(model)).toThrow(message);
    expect(() => read(model)).toThrow(/^model\.json: TensorFlow\.js: [^\n]+; [^\n]+$/);
  });
});
