import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { readKerasH5, readKerasZip } from "../../../src/formats/keras/readKeras.js";
import { hdf5File } from "./hdf5File.js";
import {
  BIAS,
  HIDDEN,
  KERNEL,
  type KerasToWrite,
  OUTPUT,
  firstH5File,
  functional,
  h5File,
  kerasFile,
  sequential,
} from "./kerasFiles.js";
import { disagreement } from "./secondReader.js";

const INPUT: KerasToWrite = { className: "InputLayer", config: { name: "in", batch_shape: [null, 3] } };
const NET = [HIDDEN, OUTPUT];
const TRANSPOSED = "kernels are stored as inputs × outputs and were transposed";

function layer(className: string, config: Readonly<Record<string, unknown>> = {}): KerasToWrite {
  return { className, config: { name: `${className.toLowerCase()}_1`, ...config } };
}

/** The first layer without its activation, then another layer, then the last. */
function after(...between: readonly KerasToWrite[]): readonly KerasToWrite[] {
  return [{ ...HIDDEN, config: { ...HIDDEN.config, activation: "linear" } }, ...between, OUTPUT];
}

describe("files of Keras", () => {
  const files = {
    "HDF5 by Keras 2": [h5File(NET), readKerasH5],
    "HDF5 by Keras 1": [firstH5File(NET), readKerasH5],
    "HDF5 of a functional model": [h5File([INPUT, ...NET], functional([INPUT, ...NET], 2)), readKerasH5],
    "an archive by Keras 3": [kerasFile(NET), readKerasZip],
    "an archive of a functional model": [
      kerasFile([INPUT, ...NET], functional([INPUT, ...NET], 3)),
      readKerasZip,
    ],
  } as const;

  it.each(Object.entries(files))("%s is read as jsfive reads it", (_, [file, read]) => {
    const found = read(file, "net");
    expect(disagreement(file, found)).toBeUndefined();
    expect(found.layers.map(({ name, activation }) => [name, activation])).toEqual([
      ["one", "tanh"],
      ["two", "linear"],
    ]);
    expect(found.layers[0]).toMatchObject({
      weights: { rows: 2, columns: 3, entries: { type: "float32" } },
      bias: { type: "float32", values: Float64Array.from(Float32Array.of(0.7, -0.25)) },
    });
    expect([...(found.layers[1]?.weights.entries.values ?? [])]).toEqual([7, 11, -8, 1e-9, 0.3, -13, 10, 14]);
    expect(found.decisions).toEqual([TRANSPOSED]);
  });

  it("sees a planted change", () => {
    const file = h5File(NET);
    const found = readKerasH5(file, "net");
    const at = Buffer.from(file).indexOf(Buffer.from(Float32Array.of(-2.5).buffer));
    file[at] = 1;
    expect(disagreement(file, found)).toBe("another kernel of one");
  });

  it("reads numbers with the most significant byte first, and those in the header", () => {
    const kernels = [
      { ...KERNEL, isBigEndian: true },
      { ...KERNEL, storage: "compact" },
    ] as const;
    const [bigEndian, compact] = kernels.map((kernel) => h5File([{ ...HIDDEN, kernel }, OUTPUT]));
    if (bigEndian === undefined || compact === undefined) throw new Error("no files");
    const { layers } = readKerasH5(h5File(NET), "net");
    expect(readKerasH5(compact, "net").layers).toEqual(layers);
    const found = readKerasH5(bigEndian, "net");
    expect(found.layers).toEqual(layers);
    // jsfive doesn't read what is in the header.
    expect(disagreement(bigEndian, found)).toBeUndefined();
  });

  it.each([
    [[layer("Activation", { activation: "relu" })], "relu"],
    [[layer("ReLU", { max_value: null, negative_slope: 0, threshold: 0 })], "relu"],
    [[layer("LeakyReLU", { negative_slope: 0.25 })], "leaky:1/4"],
    [[layer("LeakyReLU", { alpha: 0.30000001192092896 })], "leaky:5033165/16777216"],
    [[layer("Dropout", { rate: 0.5 }), layer("Activation", { activation: "swish" })], "silu"],
  ])("reads activations that are layers: %j", (between, activation) => {
    expect(readKerasH5(h5File(after(...between)), "net").layers[0]?.activation).toBe(activation);
  });

  it("tells what it decided on", () => {
    const softmax = { ...OUTPUT, config: { ...OUTPUT.config, activation: "softmax" } };
    expect(readKerasH5(h5File([layer("Flatten"), HIDDEN, softmax]), "net").decisions).toEqual([
      'an input of several dimensions is taken row by row, as Flatten "flatten_1" does',
      TRANSPOSED,
      'the outputs are read as they are before the softmax of "two"',
    ]);
  });
});

describe("what is refused", () => {
  const changed = (config: Readonly<Record<string, unknown>>, rest: Partial<KerasToWrite> = {}) => [
    { ...HIDDEN, ...rest, config: { ...HIDDEN.config, ...config } },
    OUTPUT,
  ];
  const withKernel = (kernel: KerasToWrite["kernel"] & object) => h5File(changed({}, { kernel }));
  const branching = functional(NET, 2, { two: ["one", "one"] });
  const REFUSED: readonly (readonly [what: string, file: Uint8Array, message: string])[] = [
    [
      "a convolution",
      h5File([layer("Conv2D"), ...NET]),
      'Conv2D "conv2d_1" is no part of a multilayer perceptron',
    ],
    ["normalisation", h5File(after(layer("BatchNormalization"))), "divides by a square root"],
    ["a flatten behind", h5File(after(layer("Flatten"))), 'Flatten "flatten_1" is no part'],
    [
      "channels first",
      h5File([layer("Flatten", { data_format: "channels_first" }), ...NET]),
      "channels first",
    ],
    [
      "an activation",
      h5File(changed({ activation: "elu" })),
      'has the activation "elu", which isn\'t known here',
    ],
    [
      "an activation that is an object",
      h5File(changed({ activation: { class_name: "X" } })),
      "isn't known here",
    ],
    ["a bounded ReLU", h5File(after(layer("ReLU", { max_value: 6 }))), 'has the activation "relu", which'],
    [
      "two activations",
      h5File([HIDDEN, layer("Activation", { activation: "relu" }), OUTPUT]),
      "follows no Dense",
    ],
    ["a slope that is none", h5File(after(layer("LeakyReLU", { alpha: [0.1] }))), 'the activation "[0.1]"'],
    ["no Dense layer", h5File([layer("Dropout")]), "no Dense layer"],
    ["a branch", h5File(NET, branching), 'Dense "two" takes "one" and "one" instead of "one"'],
    ["a branch by Keras 3", h5File(NET, functional(NET, 3, { two: ["in"] })), 'takes "in" instead of "one"'],
    ["a class of its own", h5File(NET, { class_name: "MyNet", config: { layers: [] } }), 'of class "MyNet"'],
    ["no layers", h5File(NET, { class_name: "Sequential", config: {} }), "lists no layers"],
    [
      "a layer without name",
      h5File(NET, { class_name: "Sequential", config: [{ class_name: "Dense", config: {} }] }),
      "layer 1 has no class and name",
    ],
    ["weights alone", hdf5File({ members: {} }), "no configuration of a model"],
    [
      "no weights",
      h5File([{ className: "Dense", config: HIDDEN.config }]),
      'Dense "one" has 0 kernels in the file',
    ],
    [
      "no bias",
      h5File(changed({}, { bias: undefined } as never)),
      "has no bias, and its configuration says one",
    ],
    [
      "no bias, by default",
      h5File(changed({ use_bias: undefined }, { bias: undefined } as never)),
      "says one",
    ],
    [
      "another data set",
      hdf5File({
        attributes: { model_config: JSON.stringify(sequential([HIDDEN])) },
        members: {
          model_weights: { members: { one: { members: { "kernel:0": KERNEL, "scale:0": BIAS } } } },
        },
      }),
      'has "/model_weights/one/scale:0" in the file, which is neither kernel nor bias',
    ],
    ["a bias", h5File(changed({ use_bias: false })), "has a bias, and its configuration says none"],
    ["other units", h5File(changed({ units: 3 })), "has a kernel of 2 outputs, and says 3"],
    [
      "a bias of another length",
      h5File(changed({}, { bias: { ...BIAS, dims: [1], values: [1] } })),
      "a bias of 1",
    ],
    ["a kernel that is a list", withKernel({ ...KERNEL, dims: [6] }), "a kernel of 6"],
    [
      "a shape that lies",
      withKernel({ ...KERNEL, dims: [30, 2] }),
      "has the shape 30×2, but 24 bytes of float32",
    ],
    ["integers", withKernel({ ...KERNEL, type: "int32" }), "class 0, neither floats nor text"],
    ["chunks", withKernel({ ...KERNEL, storage: "chunked" }), "is stored in chunks"],
    ["not a number", withKernel({ ...KERNEL, values: [1, 2, 3, Number.NaN, 5, 6] }), "where it diverges"],
    [
      "a configuration that is none",
      hdf5File({ attributes: { model_config: "{" }, members: {} }),
      "is no JSON",
    ],
    [
      "a configuration that is a list",
      hdf5File({ attributes: { model_config: "[]" }, members: {} }),
      "no object",
    ],
  ];

  it.each(REFUSED)("%s", (_, file, message) => {
    expect(errorOf(() => readKerasH5(file, "net.h5")).message).toContain(message);
    expect(errorOf(() => readKerasH5(file, "net.h5")).message).toMatch(
      /^net\.h5: Keras HDF5: [^\n]+; [^\n]+$/,
    );
  });

  it.each([
    ["the end cut off", (file: Uint8Array) => file.slice(0, -8), /it has \d+ of \d+ bytes/],
    ["a cycle of groups", (file: Uint8Array) => withLink(file), /leads to a place where something else is/],
    ["a newer layout", (file: Uint8Array) => file.with(8, 2), /version 2 of the superblock/],
    ["another format", (file: Uint8Array) => file.with(1, 0), /doesn't begin as an HDF5 file/],
    ["another float", (file: Uint8Array) => withBias(file), /floats of a kind that isn't IEEE 754/],
  ])("%s", (_, damage, message) => {
    expect(errorOf(() => readKerasH5(damage(h5File(NET)), "net.h5")).message).toMatch(message);
  });

  it.each([
    ["no configuration", kerasFile(NET).slice(0, -9), "no directory at its end"],
    ["another order", kerasFile([HIDDEN], sequential(NET)), 'Dense "two" has no weights in the file'],
  ])("an archive with %s", (_, file, message) => {
    expect(errorOf(() => readKerasZip(file, "net.keras")).message).toContain(message);
  });
});

function errorOf(read: () => unknown): InputError {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the file was read");
}

/** The group of the first layer leads to the root. */
function withLink(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer);
  const root = view.getBigUint64(64, true);
  const leaf = Buffer.from(file).indexOf("SNOD");
  view.setBigUint64(leaf + 16, root, true);
  return file;
}

/** The exponent of the first kernel has another bias than in IEEE 754. */
function withBias(file: Uint8Array): Uint8Array {
  const at = Buffer.from(file).indexOf(Buffer.from([0, 0, 32, 0, 23, 8, 0, 23, 127]));
  return file.with(at + 8, 126);
}
