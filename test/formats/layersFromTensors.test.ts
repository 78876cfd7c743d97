import { describe, expect, it } from "vitest";
import { layersFromTensors } from "../../src/formats/layersFromTensors.js";
import type { LayerChoices } from "../../src/formats/looseLayers.js";
import type { NamedTensor } from "../../src/formats/namedTensor.js";
import { byNumbers } from "../../src/formats/tensorNames.js";

const READING = { format: "npz", place: "a.npz" };

/** Arrays written "fc1.weight 9×3, fc1.bias 9", with the entries 0, 1, 2, … */
function tensors(text: string): NamedTensor[] {
  return text.split(", ").map((words) => {
    const [name = "", sizes = ""] = words.split(" ");
    const shape = sizes === "" ? [] : sizes.split("×").map(Number);
    const count = shape.reduce((product, size) => product * size, 1);
    return {
      name,
      shape,
      numbers: { type: "float64", values: Float64Array.from({ length: count }, (_, at) => at) },
    };
  });
}

/** Each layer as "name outputs×inputs, +bias if it has one, T if its weights were turned", in their order. */
function read(text: string, choices: LayerChoices = {}): string[] {
  const { layers } = layersFromTensors(tensors(text), choices, READING);
  return layers.map(({ name, weights: { rows, columns, entries }, bias }) => {
    // Entry 1 of the file is at the end of column 1 if the matrix was turned.
    const isTurned = rows > 1 && columns > 1 && entries.values[1] !== 1;
    return `${name} ${rows}×${columns}${bias === undefined ? "" : "+"}${isTurned ? " T" : ""}`;
  });
}

/** How it was decided. */
function decided(text: string, choices: LayerChoices = {}): readonly string[] {
  return layersFromTensors(tensors(text), choices, READING).decisions;
}

describe("layers by the names of arrays", () => {
  it.each([
    ["0.weight 9×3, 0.bias 9, 2.weight 2×9, 2.bias 2", ["0 9×3+", "2 2×9+"]],
    ["fc10.weight 2×4, fc2.weight 4×9, fc1.weight 9×3", ["fc1 9×3", "fc2 4×9", "fc10 2×4"]],
    ["fc1.weight 3×3, fc2.weight 3×3", ["fc1 3×3", "fc2 3×3"]],
    ["net.fc1.weight 9×3, net.fc1.bias 9, net.out.weight 2×9", ["net.fc1 9×3+", "net.out 2×9"]],
    ["output.weight 2×9, hidden.weight 9×3", ["hidden 9×3", "output 2×9"]],
    [
      "layers.0.weight 9×3, layers.2.weight 9×9, layers.4.weight 9×9, head.weight 2×9",
      ["layers.0 9×3", "layers.2 9×9", "layers.4 9×9", "head 2×9"],
    ],
    ["Dense_0/kernel 3×9, Dense_0/bias 9, Dense_1/kernel 9×2", ["Dense_0 9×3+ T", "Dense_1 2×9 T"]],
    [
      "params.Dense_0.kernel 3×3, params.Dense_1.kernel 3×3",
      ["params.Dense_0 3×3 T", "params.Dense_1 3×3 T"],
    ],
    [
      "dense/kernel:0 3×9, dense/bias:0 9, dense_1/kernel:0 9×2, dense_1/bias:0 2",
      ["dense 9×3+ T", "dense_1 2×9+ T"],
    ],
    ["coefs_0 3×9, intercepts_0 9, coefs_1 9×2, intercepts_1 2", ["0 9×3+ T", "1 2×9+ T"]],
    ["W1 6×2, W2 1×6", ["1 6×2", "2 1×6"]],
    ["W1 2×6, W2 6×1", ["1 6×2 T", "2 1×6"]],
    ["W1 6×2, b1 6, W2 2×6, b2 2", ["1 6×2+", "2 2×6+"]],
    ["W1 2×6, b1 6, W2 6×2, b2 2", ["1 6×2+ T", "2 2×6+ T"]],
    ["W1 6×2, b1 6×1, W2 1×6, b2 1×1", ["1 6×2+", "2 1×6+"]],
    ["W1 6×2, b1 1×6, W2 1×6", ["1 6×2+", "2 1×6"]],
    ["l1_w 6×2, l1_b 6, l2_w 1×6, l2_b 1", ["l1 6×2+", "l2 1×6+"]],
    ["w 1×1, out.w 1×1", ["w 1×1", "out 1×1"]],
  ])("%s", (text, expected) => {
    if (text.startsWith("w 1×1")) expect(() => read(text)).toThrow("more than one order");
    else expect(read(text)).toEqual(expected);
  });

  it.each([
    ["arr_0 9×3, arr_1 9, arr_2 2×9, arr_3 2", ["arr_0 9×3+", "arr_2 2×9+"]],
    ["arr_0 3×9, arr_1 1×9, arr_2 9×2, arr_3 1×2", ["arr_0 9×3+ T", "arr_2 2×9+ T"]],
    ["arr_0 9×3, arr_1 9×1, arr_2 2×9, arr_3 2×1", ["arr_0 9×3+", "arr_2 2×9+"]],
    ["arr_0 9×3, arr_1 2×9", ["arr_0 9×3", "arr_1 2×9"]],
    ["arr_0 9×3, arr_1 2×9, arr_2 2", ["arr_0 9×3", "arr_1 2×9+"]],
    ["arr_1 2×9, arr_0 9×3, arr_10 4×7, arr_2 7×2", ["arr_0 9×3", "arr_1 2×9", "arr_2 7×2", "arr_10 4×7"]],
  ])("and by their places: %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("and by what a person says", () => {
    const square = "W1 3×3, W2 3×3";
    expect(read(square, { transpose: ["none"] })).toEqual(["1 3×3", "2 3×3"]);
    expect(read(square, { transpose: ["all"] })).toEqual(["1 3×3 T", "2 3×3 T"]);
    expect(read(square, { transpose: ["W2"] })).toEqual(["1 3×3", "2 3×3 T"]);
    expect(read("x 3×2, y 3, z 2×3", { layers: ["x+y", "z"], transpose: ["none"] })).toEqual([
      "x 3×2+",
      "z 2×3",
    ]);
    expect(
      read("fc1.weight 3×2, fc1.bias 3, fc2.weight 2×3, step ", { layers: ["fc1.weight", "fc2.weight"] }),
    ).toEqual(["fc1 3×2+", "fc2 2×3"]);
    expect(read("a 2×3, b 3×2", { layers: ["b", "a"], transpose: ["none"] })).toEqual(["b 3×2", "a 2×3"]);
  });
});

describe("what was decided", () => {
  it.each<[string, LayerChoices, string[]]>([
    [
      "fc2.weight 2×9, fc10.weight 4×2, fc1.weight 9×3",
      {},
      [
        "layers fc1.weight, fc2.weight, fc10.weight, in the order of their numbers",
        'weights are outputs × inputs, as "weight" says',
      ],
    ],
    [
      "dense.kernel 3×9, out.kernel 9×2",
      {},
      [
        "layers dense.kernel, out.kernel, in the only order that fits",
        "kernels are inputs × outputs, as their name says, and were turned",
      ],
    ],
    [
      "W1 6×2, W2 1×6",
      {},
      [
        "layers W1, W2, in the order of their numbers",
        "weights are outputs × inputs, since only so they fit",
      ],
    ],
    [
      "arr_0 2×6, arr_1 6×1",
      {},
      [
        "layers arr_0, arr_1, in the order of their numbers",
        "weights are inputs × outputs, since only so they fit, and were turned",
        "an array follows the weights whose bias it is",
      ],
    ],
    [
      "a 6×2, b 1×6, loss 3",
      { layers: ["a", "b"], transpose: ["none"] },
      ["layers a, b, as --layers says", "inputs × outputs where --transpose says so", "left out: loss"],
    ],
  ])("is told: %s", (text, choices, expected) => {
    expect(decided(text, choices)).toEqual(expected);
  });
});

describe("what is left open is asked", () => {
  it.each<[string, LayerChoices, string]>([
    [
      "W1 3×3, W2 3×3",
      {},
      "the weights fit both as outputs × inputs and as inputs × outputs (3 × 3 is W1); import " +
        "the file with --transpose none if they are outputs × inputs, else with --transpose all",
    ],
    ["W1 6×2, W2 2×6", {}, "the weights fit both as outputs × inputs and as inputs × outputs (6 × 2 is W1)"],
    [
      "a.weight 3×3, b.weight 3×3",
      {},
      "the layers fit in more than one order, and their names don't tell which; " +
        "import the file with --layers, such as --layers a.weight,b.weight",
    ],
    ["fc1.weight 3×3, fc2.weight 3×3, out.weight 3×3", {}, "the layers fit in more than one order"],
    ["arr_0 1×1, arr_1 1×1, arr_2 1×1, arr_3 1×1", {}, "which arrays are biases is open"],
  ])("%s", (text, choices, message) => {
    expect(() => read(text, choices)).toThrow(`a.npz: npz: ${message}`);
  });
});

describe("what is no plain network", () => {
  it.each<[string, LayerChoices, string]>([
    [
      "fc1.weight 9×3, fc2.weight 2×7",
      {},
      "the shapes don't fit one another: fc1.weight (9 × 3), fc2.weight (2 × 7)",
    ],
    [
      "W1 9×3, b1 4, W2 2×9",
      {},
      "the shapes don't fit one another: W1 (9 × 3) with b1 (a list of 4 numbers), W2",
    ],
    ["fc1.weight 3×9, fc1.bias 9, fc2.weight 9×2", {}, "the shapes don't fit one another"],
    [
      "conv.weight 8×3×3×3, fc.weight 2×8",
      {},
      "conv.weight is 8 × 3 × 3 × 3 numbers, as of a convolution, neither",
    ],
    ["fc1.weight 8×3, fc2.weight 2×8, scale ", {}, "scale is a single number, neither a matrix nor a bias"],
    [
      "fc.weight 2×8, ln.weight 8",
      {},
      "ln.weight is a list of 8 numbers, no matrix, as of a normalisation; give",
    ],
    [
      "fc.weight 2×8, bn.running_mean 8",
      {},
      "bn.running_mean belongs to a batch normalisation, which is no layer",
    ],
    [
      "self_attn.in_proj_weight 24×8",
      {},
      "self_attn.in_proj_weight belongs to an attention, which is no layer",
    ],
    ["rnn.weight_ih_l0 24×8, rnn.weight_hh_l0 24×8", {}, "rnn.weight_ih_l0 belongs to a recurrent network"],
    [
      "W1 6×2, b2 6",
      {},
      "the bias b2 has no weights of that name; import the file with the layers by --layers",
    ],
    ["W1 6×2, b1 2×3", {}, "the bias b1 is 2 × 3; give a list, or a matrix of one row or one column"],
    [
      "W1 6×2, W2 1×6, loss 3",
      {},
      "loss is neither weights nor a bias by its name; import the file with the layers",
    ],
    ["W1 6×2, fc.1.weight 6×2, 1.weight 6×2", {}, "W1 and 1.weight are of one layer by their names"],
    [
      "alpha 6×2, beta 1×6",
      {},
      "the names alpha, beta don't tell weights from biases; import the file with --layers",
    ],
    [
      "arr_0 6, arr_1 6×2",
      {},
      "arr_0 (a list of 6 numbers), arr_1 (6 × 2) are no weights with a bias after each",
    ],
    ["W1 6×2, W2 1×6", { layers: ["W1", "W3"] }, 'no array "W3"; name each once in --layers, of W1, W2'],
    ["W1 6×2, W2 1×6", { layers: ["W1", "W1"] }, "W1 is named twice; name each once in --layers"],
    ["W1 6×2, b1 6, W2 1×6", { layers: ["b1", "W2"] }, "b1 is a list of 6 numbers, no matrix"],
    ["W1 6×2, W2 1×6", { layers: ["W2", "W1"], transpose: ["none"] }, "the shapes don't fit one another"],
    ["W1 6×2, W2 1×6", { transpose: ["W3"] }, 'no weights "W3"; name some of W1, W2'],
    ["W1 6×2, W2 1×6", { transpose: ["all"] }, "the shapes don't fit one another"],
  ])("%s", (text, choices, message) => {
    expect(() => read(text, choices)).toThrow(`a.npz: npz: ${message}`);
  });

  it("holds no arrays, or too many", () => {
    expect(() => layersFromTensors([], {}, READING)).toThrow(
      "a.npz: npz: it holds no arrays; give the weights",
    );
    const many = Array.from({ length: 1001 }, (_, index) => `W${index} 1×1`).join(", ");
    expect(() => read(many)).toThrow("a.npz: npz: more than 1000 layers; give a smaller network");
  });

  it("has stems whose orders are too many to try, and counts as open", () => {
    const many = "abcdefghijkl".split("").map((letter) => `${letter}.weight 3×3`);
    expect(() => read([...many, "m.weight 4×5"].join(", "))).toThrow("more than one order");
  });
});

describe("the order of numbers in names", () => {
  it.each([
    ["fc2", "fc10"],
    ["dense", "dense_1"],
    ["a1b2", "a1b10"],
    ["a", "b"],
    ["1", "a"],
  ])("has %s before %s", (first, second) => {
    expect(byNumbers(first, second)).toBeLessThan(0);
    expect(byNumbers(second, first)).toBeGreaterThan(0);
    expect(byNumbers(first, first)).toBe(0);
  });
});
