import type { LooseLayer } from "./fittingOrders.js";
import type { JsonNumbers } from "../network/matricesParser.js";
import { type Reading, formatError } from "./formatError.js";
import { type NamedTensor, isList, shapeWords } from "./namedTensor.js";
import { byNumbers, stemOf, tensorName } from "./tensorNames.js";

/**
 * What a person says about arrays whose names and shapes leave it open.
 *
 * @example readNetwork({ place: "net.npz", bytes }, { layers: ["W1", "W2"], transpose: ["none"] }).format
 *   === "npz"
 */
export interface LayerChoices {
  /** The weights of the layers in their order, each with its bias after a "+" if names don't tell it. */
  readonly layers?: readonly string[] | undefined;
  /** The weights that are stored inputs × outputs; "all" or "none" of them. */
  readonly transpose?: readonly string[] | undefined;
  /** What decimals of CSV files stand for: the nearest doubles, or their digits. */
  readonly numbers?: JsonNumbers | undefined;
}

/** Arrays put together to layers, in every way that names and shapes leave open. */
export interface LooseReading {
  readonly readings: readonly (readonly LooseLayer[])[];
  readonly decisions: readonly string[];
}

/** Networks have fewer layers. */
const MAX_LAYERS = 1000;

/** Names of what isn't part of a plain network. */
const NO_PERCEPTRON: readonly (readonly [pattern: RegExp, what: string, repair: string])[] = [
  [
    /running_(?:mean|var)$|moving_(?:mean|variance)|batch_?norm/i,
    "belongs to a batch normalisation",
    "fold it into the layer before it, in floats, and save that network",
  ],
  [
    /in_proj|out_proj|attn|attention|q_proj|k_proj|v_proj/i,
    "belongs to an attention",
    "give a plain network",
  ],
  [/_ih_l\d|_hh_l\d|lstm|gru_?cell/i, "belongs to a recurrent network", "give a plain network"],
];

/**
 * The layers of arrays, each weights with their bias.
 *
 * @throws InputError if an array has no place in a plain network.
 */
export function looseLayers(
  tensors: readonly NamedTensor[],
  { layers: chosen }: LayerChoices,
  reading: Reading,
): LooseReading {
  if (chosen !== undefined) return asChosen(tensors, chosen, reading);
  if (tensors.length === 0) throw formatError(reading, "it holds no arrays", "give the weights of a network");
  for (const tensor of tensors) requirePlain(tensor, reading);
  const isNamed = tensors.some(({ name }) => tensorName(name).role !== undefined);
  const readings = isNamed ? [byName(tensors, reading)] : byShape(tensors, reading);
  if (readings.some(({ length }) => length > MAX_LAYERS))
    throw formatError(reading, `more than ${MAX_LAYERS} layers`, "give a smaller network");
  return { readings, decisions: isNamed ? [] : ["an array follows the weights whose bias it is"] };
}

/** @throws InputError if a tensor is of something else than a plain network. */
function requirePlain(tensor: NamedTensor, reading: Reading): void {
  const { name, shape } = tensor;
  const known = NO_PERCEPTRON.find(([pattern]) => pattern.test(name));
  if (known !== undefined) {
    const [, what, repair] = known;
    throw formatError(reading, `${name} ${what}, which is no layer of a plain network`, repair);
  }
  if (shape.length === 1 || shape.length === 2) return;
  const what = shape.length > 2 ? `${shape.join(" × ")} numbers, as of a convolution` : "a single number";
  throw formatError(
    reading,
    `${name} is ${what}, neither a matrix nor a bias`,
    "give a plain network, or import the file with --layers, which leaves out what it doesn't name",
  );
}

/** Weights and biases that have the same name but for the word. */
function byName(tensors: readonly NamedTensor[], reading: Reading): LooseLayer[] {
  const biases = new Map<string, NamedTensor>();
  const weights = new Map<string, NamedTensor>();
  for (const tensor of tensors) {
    const { layer, role } = tensorName(tensor.name);
    const kind = role === "bias" ? biases : weights;
    const before = kind.get(layer);
    if (role === undefined || before !== undefined) {
      const problem =
        before === undefined
          ? `${tensor.name} is neither weights nor a bias by its name`
          : `${before.name} and ${tensor.name} are of one layer by their names`;
      throw formatError(reading, problem, "import the file with the layers by --layers");
    }
    kind.set(layer, tensor);
  }
  const layers = [...weights].map(([layer, matrix]) => {
    requireMatrix(matrix, reading);
    return { layer, weights: matrix, bias: biases.get(layer) };
  });
  for (const [layer, bias] of biases) requireBias(bias, weights.has(layer), reading);
  return layers;
}

function requireMatrix(tensor: NamedTensor, reading: Reading): void {
  if (tensor.shape.length === 2) return;
  throw formatError(
    reading,
    `${tensor.name} is ${shapeWords(tensor)}, no matrix, as of a normalisation`,
    "give a plain network, whose weights are matrices",
  );
}

function requireBias(bias: NamedTensor, hasWeights: boolean, reading: Reading): void {
  if (!hasWeights) {
    const problem = `the bias ${bias.name} has no weights of that name`;
    throw formatError(reading, problem, "import the file with the layers by --layers");
  }
  if (isList(bias)) return;
  throw formatError(
    reading,
    `the bias ${bias.name} is ${shapeWords(bias)}`,
    "give a list, or a matrix of one row or one column",
  );
}

/**
 * Arrays without names, in the order of their numbers: each list is the bias of the matrix before it; a
 * matrix of one row or column may be a bias too, if every second array is.
 */
function byShape(tensors: readonly NamedTensor[], reading: Reading): (readonly LooseLayer[])[] {
  const stems = new Set(tensors.map(({ name }) => stemOf(name)));
  if (stems.size > 1) {
    const names = tensors.map(({ name }) => name);
    const example = weightNames(tensors).slice(0, 4).join(",");
    throw formatError(
      reading,
      `the names ${names.slice(0, 8).join(", ")} don't tell weights from biases`,
      `import the file with --layers, such as --layers ${example}, each with its bias after a +`,
    );
  }
  const ordered = [...tensors].sort((left, right) => byNumbers(left.name, right.name));
  const plain = paired(ordered, ({ shape }) => shape.length === 1);
  const every = paired(ordered, (tensor, index) => index % 2 === 1 && isList(tensor));
  const hasAll = every?.every(({ bias }) => bias !== undefined) === true;
  const readings = [...(plain === undefined ? [] : [plain]), ...(hasAll ? [every] : [])];
  // A network has two layers at least.
  const networks = readings.filter(({ length }) => length > 1);
  if (readings.length > 0) return networks.length > 0 ? networks : readings;
  const names = ordered.map((tensor) => `${tensor.name} (${shapeWords(tensor)})`).join(", ");
  throw formatError(
    reading,
    `${names} are no weights with a bias after each`,
    "import the file with the layers by --layers",
  );
}

/** The matrices, each with the bias that follows it; undefined if a bias follows none, or a list is left. */
function paired(
  tensors: readonly NamedTensor[],
  isBias: (tensor: NamedTensor, index: number) => boolean,
): LooseLayer[] | undefined {
  const layers: LooseLayer[] = [];
  for (const [index, tensor] of tensors.entries()) {
    const before = layers.at(-1);
    if (!isBias(tensor, index)) {
      if (tensor.shape.length !== 2) return undefined;
      layers.push({ layer: tensor.name, weights: tensor, bias: undefined });
    } else {
      if (before === undefined || before.bias !== undefined) return undefined;
      layers[layers.length - 1] = { ...before, bias: tensor };
    }
  }
  return layers;
}

/** The layers that a person names. */
function asChosen(
  tensors: readonly NamedTensor[],
  chosen: readonly string[],
  reading: Reading,
): LooseReading {
  const used = new Set<string>();
  const named = (name: string): NamedTensor => {
    const found = tensors.find((tensor) => tensor.name === name);
    if (found === undefined || used.has(name)) {
      const problem = found === undefined ? `no array ${JSON.stringify(name)}` : `${name} is named twice`;
      const names = weightNames(tensors).slice(0, 20);
      const repair = `name each once in --layers, of ${names.join(", ")}, with its bias after a +`;
      throw formatError(reading, problem, repair);
    }
    used.add(name);
    return found;
  };
  const layers = chosen.map((text) => {
    const plus = text.lastIndexOf("+");
    const weights = named(plus < 0 ? text : text.slice(0, plus));
    requireMatrix(weights, reading);
    const own = biasOf(weights, tensors);
    const biasName = plus < 0 ? own?.name : text.slice(plus + 1);
    const bias = biasName === undefined ? undefined : named(biasName);
    if (bias !== undefined) requireBias(bias, true, reading);
    return { layer: tensorName(weights.name).layer, weights, bias };
  });
  const left = tensors.map(({ name }) => name).filter((name) => !used.has(name));
  const words = left.length === 0 ? [] : [`left out: ${left.join(", ")}`];
  return { readings: [layers], decisions: words };
}

/** The names of the arrays that can be weights. */
function weightNames(tensors: readonly NamedTensor[]): string[] {
  return tensors
    .filter(({ name, shape }) => shape.length === 2 && tensorName(name).role !== "bias")
    .map(({ name }) => name);
}

/** The bias that has the name of these weights but for the word, if both names have one. */
function biasOf(weights: NamedTensor, tensors: readonly NamedTensor[]): NamedTensor | undefined {
  const { layer, role } = tensorName(weights.name);
  if (role === undefined || role === "bias") return undefined;
  return tensors.find(({ name }) => {
    const other = tensorName(name);
    return other.role === "bias" && other.layer === layer;
  });
}
