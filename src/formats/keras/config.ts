import { type Reading, formatError } from "../formatError.js";
import { quoted } from "../quoted.js";

/** A layer as the configuration of a model describes it. */
export interface KerasLayer {
  readonly className: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

const SEQUENTIAL = "give a Sequential model, or one in which each layer takes the one before it alone";

/**
 * The layers of a model in the order in which they are applied, from its configuration (Keras 1, 2 and
 * 3, and TensorFlow.js): a Sequential model, or a functional one that is a chain.
 *
 * @throws InputError if the value is no such configuration, or the model branches.
 */
export function layersOfConfig(configuration: unknown, reading: Reading): KerasLayer[] {
  const model = objectOf(configuration, "its configuration", reading);
  const className = model.class_name;
  const config = model.config;
  // Keras 1 has the list of layers itself as the configuration of a Sequential model.
  const listed = Array.isArray(config) ? config : isObject(config) ? config.layers : undefined;
  if (!Array.isArray(listed)) throw formatError(reading, "its configuration lists no layers", SEQUENTIAL);
  const entries = listed.map((entry: unknown, index) => objectOf(entry, `layer ${index + 1}`, reading));
  const layers = entries.map((entry, index) => layerOf(entry, index, reading));
  if (className === "Sequential") return layers;
  if (className !== "Functional" && className !== "Model") {
    const problem = `a model of class ${quoted(String(className))}, whose layers can't be told from the file`;
    throw formatError(reading, problem, SEQUENTIAL);
  }
  requireChain(entries, layers, reading);
  return layers;
}

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The layers of a model from the JSON text of its configuration. */
export function layersOfText(text: string, reading: Reading): KerasLayer[] {
  return layersOfConfig(parsedJson(text, "its configuration", reading), reading);
}

/**
 * The value of a text of JSON.
 *
 * @throws InputError if it is none.
 */
export function parsedJson(text: string, what: string, reading: Reading): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw formatError(reading, `${what} is no JSON`, "save the model again");
  }
}

function objectOf(value: unknown, what: string, reading: Reading): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw formatError(reading, `${what} is no object`, "save the model again");
}

function layerOf(entry: Readonly<Record<string, unknown>>, index: number, reading: Reading): KerasLayer {
  const what = `layer ${index + 1}`;
  const config = objectOf(entry.config, `the configuration of ${what}`, reading);
  const [className, name] = [entry.class_name, config.name ?? entry.name];
  if (typeof className !== "string" || typeof name !== "string")
    throw formatError(reading, `${what} has no class and name`, "save the model again");
  return { className, name, config };
}

/** @throws InputError if a layer takes anything but the layer before it. */
function requireChain(
  entries: readonly Readonly<Record<string, unknown>>[],
  layers: readonly KerasLayer[],
  reading: Reading,
): void {
  layers.forEach(({ name, className }, index) => {
    const sources = sourcesIn(entries[index]?.inbound_nodes);
    const before = layers[index - 1];
    const expected = before === undefined ? [] : [before.name];
    if (sources.join("\n") === expected.join("\n")) return;
    const problem = `${className} ${quoted(name)} takes ${sources.map(quoted).join(" and ") || "nothing"}`;
    const instead = before === undefined ? "nothing" : quoted(before.name);
    throw formatError(reading, `${problem} instead of ${instead}`, SEQUENTIAL);
  });
}

/**
 * The names of the layers that a layer takes: Keras 3 writes `"keras_history": [name, …]` for each, and Keras
 * 2 `[name, node, tensor, …]`.
 */
function sourcesIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    const [name, node] = value as readonly unknown[];
    if (typeof name === "string" && typeof node === "number") return [name];
    return value.flatMap(sourcesIn);
  }
  if (!isObject(value)) return [];
  return Object.values(value).flatMap(sourcesIn);
}
