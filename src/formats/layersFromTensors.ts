import { type Fit, type LooseLayer, fits, fittingOrders, sizesOf } from "./fittingOrders.js";
import { type Reading, formatError } from "./formatError.js";
import type { FoundLayer } from "./foundNetwork.js";
import { transposedMatrix } from "./foundVectors.js";
import { type LayerChoices, looseLayers } from "./looseLayers.js";
import { type NamedTensor, matrixOf, shapeWords } from "./namedTensor.js";
import { byNumbers, stemOf, tensorName } from "./tensorNames.js";

/** The layers that named arrays are, and what was decided to find them. */
export interface LayersRead {
  readonly layers: readonly FoundLayer[];
  readonly decisions: readonly string[];
}

/** A way to read the arrays, with the reasons for its order and its orientation. */
interface Reason {
  readonly way: Fit;
  readonly order: string;
  readonly orientation: string;
}

/**
 * The layers of arrays that have names and shapes alone. A bias belongs to the weights of the same name.
 * Layers come in the order of the numbers in their names, else in the only order that fits. Weights are
 * outputs × inputs where names say "weight", inputs × outputs where they say "kernel", else as they fit in
 * one way only, the same for all.
 *
 * @throws InputError if an array has no place, nothing fits, or more than one way does: nothing is guessed.
 */
export function layersFromTensors(
  tensors: readonly NamedTensor[],
  choices: LayerChoices,
  reading: Reading,
): LayersRead {
  const { readings, decisions } = looseLayers(tensors, choices, reading);
  requireHiddenLayer(readings, reading);
  const reasons = readings.flatMap((loose) => reasonsOf(loose, choices, reading));
  const [chosen] = reasons;
  const [first] = readings;
  if (first === undefined) throw new RangeError("no reading of the arrays");
  if (chosen === undefined) throw fitsNowhere(first, reading);
  const different = reasons.find(({ way }) => keyOf(way) !== keyOf(chosen.way));
  if (different !== undefined) throw open(chosen, different, reading);
  const { way, order, orientation } = chosen;
  return {
    layers: way.layers.map((layer) => foundLayer(layer, way.turned)),
    decisions: [
      `layers ${way.layers.map(({ weights }) => weights.name).join(", ")}, ${order}`,
      orientation,
      ...decisions,
    ],
  };
}

function requireHiddenLayer(readings: readonly (readonly LooseLayer[])[], reading: Reading): void {
  if (readings.some(({ length }) => length > 1)) return;
  throw formatError(
    reading,
    "one matrix, and a network has two or more",
    "give the files of the others, too: equiloss import W1.npy W2.npy -o net.json",
  );
}

function foundLayer({ layer, weights, bias }: LooseLayer, turned: ReadonlySet<string>): FoundLayer {
  const matrix = matrixOf(weights);
  return {
    name: layer === "" ? weights.name : layer,
    weights: turned.has(weights.name) ? transposedMatrix(matrix) : matrix,
    bias: bias?.numbers,
    activation: undefined,
  };
}

/** All ways to read these layers, as far as names and choices leave any open. */
function reasonsOf(layers: readonly LooseLayer[], choices: LayerChoices, reading: Reading): Reason[] {
  return orientations(layers, choices, reading).flatMap(({ turned, orientation }) =>
    ordersOf(layers, turned, choices).map(({ ordered, order }) => ({
      way: { layers: ordered, turned },
      order,
      orientation,
    })),
  );
}

interface Orientation {
  readonly turned: ReadonlySet<string>;
  readonly orientation: string;
}

function orientations(
  layers: readonly LooseLayer[],
  { transpose }: LayerChoices,
  reading: Reading,
): Orientation[] {
  const names = layers.map(({ weights }) => weights.name);
  if (transpose !== undefined) {
    const unknown = transpose.find((name) => !names.includes(name) && name !== "all" && name !== "none");
    if (unknown !== undefined)
      throw formatError(reading, `no weights ${JSON.stringify(unknown)}`, `name some of ${names.join(", ")}`);
    const turned = new Set(transpose.includes("all") ? names : transpose);
    return [{ turned, orientation: "inputs × outputs where --transpose says so" }];
  }
  const kernels = names.filter((name) => tensorName(name).role === "kernel");
  const open = names.filter((name) => !["kernel", "weight"].includes(String(tensorName(name).role)));
  if (open.length === 0) {
    const words =
      kernels.length === 0
        ? 'weights are outputs × inputs, as "weight" says'
        : "kernels are inputs × outputs, as their name says, and were turned";
    return [{ turned: new Set(kernels), orientation: words }];
  }
  return [
    { turned: new Set(kernels), orientation: "weights are outputs × inputs, since only so they fit" },
    {
      turned: new Set([...kernels, ...open]),
      orientation: "weights are inputs × outputs, since only so they fit, and were turned",
    },
  ];
}

function ordersOf(
  layers: readonly LooseLayer[],
  turned: ReadonlySet<string>,
  { layers: named }: LayerChoices,
): { ordered: readonly LooseLayer[]; order: string }[] {
  if (named !== undefined)
    return fits(layers, turned) ? [{ ordered: layers, order: "as --layers says" }] : [];
  const stems = new Set(layers.map(({ layer }) => stemOf(layer)));
  if (stems.size > 1) {
    const order = "in the only order that fits";
    return fittingOrders(layers, turned).map((ordered) => ({ ordered, order }));
  }
  const ordered = [...layers].sort((left, right) => byNumbers(left.layer, right.layer));
  return fits(ordered, turned) ? [{ ordered, order: "in the order of their numbers" }] : [];
}

/** Equal for two ways of reading that give the same network. */
function keyOf({ layers, turned }: Fit): string {
  return layers
    .map(({ weights, bias }) => {
      const isOne = weights.shape.every((size) => size === 1);
      return JSON.stringify([weights.name, !isOne && turned.has(weights.name), bias?.name]);
    })
    .join();
}

function fitsNowhere(layers: readonly LooseLayer[], reading: Reading): Error {
  const shapes = layers.map(({ weights, bias }) => {
    const with_ = bias === undefined ? "" : ` with ${bias.name} (${shapeWords(bias)})`;
    return `${weights.name} (${shapeWords(weights)})${with_}`;
  });
  return formatError(
    reading,
    `the shapes don't fit one another: ${shapes.join(", ")}`,
    "import the file, with the layers in their order by --layers, and those stored inputs × outputs by " +
      "--transpose",
  );
}

/** Two ways fit, and nothing says which is meant. */
function open({ way }: Reason, { way: other }: Reason, reading: Reading): Error {
  const names = way.layers.map(({ weights }) => weights.name);
  if (way.layers.some(({ bias }, index) => bias?.name !== other.layers[index]?.bias?.name)) {
    const example = names.map((name) => `${name}+BIAS`).join(",");
    const problem = "which arrays are biases is open";
    return formatError(reading, problem, `import the file with --layers, such as ${example}`);
  }
  if (names.join() !== other.layers.map(({ weights }) => weights.name).join()) {
    const problem = "the layers fit in more than one order, and their names don't tell which";
    return formatError(
      reading,
      problem,
      `import the file with --layers, such as --layers ${names.join(",")}`,
    );
  }
  const [layer] = way.layers;
  const sizes = layer === undefined ? "" : ` (${sizesOf(layer, way.turned).join(" × ")} is ${names[0]})`;
  return formatError(
    reading,
    `the weights fit both as outputs × inputs and as inputs × outputs${sizes}`,
    "import the file with --transpose none if they are outputs × inputs, else with --transpose all",
  );
}
