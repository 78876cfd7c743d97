import { WireType } from "@bufbuild/protobuf/wire";
import { entry } from "../../exact/entry.js";
import { floatsOf } from "../floatTypes.js";
import { type Reading, formatError } from "../formatError.js";
import { quoted } from "../quoted.js";
import { Message } from "./message.js";
import { tensorName } from "./tensor.js";

/** An operation of the graph. */
export interface Node {
  /** Operator and name for messages, such as MatMul "fc1/MatMul". */
  readonly shown: string;
  readonly operator: string;
  /** Names of tensors; "" where an optional input is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, Message>;
}

/** A tensor of the graph that doesn't depend on its input. */
export interface Constant {
  /** The name under which the file holds it. */
  readonly name: string;
  /** A TensorProto. */
  readonly message: Message;
  /** Whether the graph transposes it. */
  readonly isTransposed: boolean;
}

/** The graph of a model that has one input and one output. */
export interface Graph {
  readonly reading: Reading;
  readonly nodes: readonly Node[];
  /** Initializers, Constant nodes, and what Identity and Transpose make of these, by name. */
  readonly constants: ReadonlyMap<string, Constant>;
  readonly input: string;
  /** How many dimensions the input has; undefined if the file doesn't say. */
  readonly inputRank: number | undefined;
  readonly output: string;
}

/** Fields of ModelProto, GraphProto, NodeProto, AttributeProto, and ValueInfoProto in onnx.proto. */
const MODEL = { graph: 7 };
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, sparseInitializer: 15 };
const NODE = { input: 1, output: 2, name: 3, operator: 4, attribute: 5, domain: 7 };
const ATTRIBUTE = { name: 1, float: 2, integer: 3, text: 4, tensor: 5, integers: 8 };
const VALUE = { name: 1, type: 2, tensorType: 1, shape: 2, dim: 1 };

/** The domain of the operators of the ONNX standard. */
const STANDARD = ["", "ai.onnx"];

/**
 * Reads the graph of a ModelProto.
 *
 * @throws InputError if the bytes are no such message, or the graph hasn't one input and one output.
 */
export function readGraph(bytes: Uint8Array, place: string): Graph {
  const reading = { format: "ONNX", place };
  const graph = Message.read(bytes, "ModelProto", reading).message(MODEL.graph, "GraphProto");
  if (graph === undefined) throw formatError(reading, "a model without a graph", "export the network again");
  if (graph.has(GRAPH.sparseInitializer))
    throw formatError(reading, "sparse weights", "export the weights as plain tensors");
  const nodes = graph.messages(GRAPH.node, "NodeProto").map((node, index) => nodeOf(node, index, reading));
  const constants = constantsOf(graph, nodes, reading);
  // Up to version 3 the format lists initializers among the inputs too.
  const inputs = graph
    .messages(GRAPH.input, "input")
    .filter((value) => !constants.has(value.text(VALUE.name)));
  const input = theOne(inputs, "input", reading);
  return {
    reading,
    nodes: nodes.filter(({ outputs }) => outputs[0] === undefined || !constants.has(outputs[0])),
    constants,
    input: input.text(VALUE.name),
    inputRank: rankOf(input),
    output: theOne(graph.messages(GRAPH.output, "output"), "output", reading).text(VALUE.name),
  };
}

/** The float of an attribute; undefined if the node doesn't have it. */
export function floatAttribute({ attributes }: Node, name: string, reading: Reading): number | undefined {
  const attribute = attributes.get(name);
  if (attribute === undefined) return undefined;
  const bytes = attribute.numbers(ATTRIBUTE.float, WireType.Bit32);
  if (bytes.length !== 4) throw attribute.malformed(`${name} is no float`);
  return entry(floatsOf({ bytes, type: "float32", count: 1, name }, reading), 0);
}

/** The integer of an attribute; undefined if the node doesn't have it. */
export function integerAttribute({ attributes }: Node, name: string): bigint | undefined {
  const attribute = attributes.get(name);
  if (attribute === undefined) return undefined;
  const value = attribute.integer(ATTRIBUTE.integer);
  // Writers may leave out a field that is 0.
  if (value !== undefined) return value;
  if (attribute.has(ATTRIBUTE.float)) throw attribute.malformed(`${name} is no integer`);
  return 0n;
}

/** The integers of an attribute; undefined if the node doesn't have it. */
export function integersAttribute({ attributes }: Node, name: string): bigint[] | undefined {
  return attributes.get(name)?.integers(ATTRIBUTE.integers);
}

/** The text of an attribute; undefined if the node doesn't have it. */
export function textAttribute({ attributes }: Node, name: string): string | undefined {
  return attributes.get(name)?.text(ATTRIBUTE.text);
}

function nodeOf(message: Message, index: number, reading: Reading): Node {
  const [operator, name] = [message.text(NODE.operator), message.text(NODE.name)];
  const outputs = message.texts(NODE.output);
  const [called] = [name, ...outputs].filter((text) => text !== "");
  const shown = `${/^\w+$/.test(operator) ? operator : quoted(operator)} ${called === undefined ? index + 1 : quoted(called)}`;
  const domain = message.text(NODE.domain);
  if (!STANDARD.includes(domain)) {
    const problem = `${shown} is of the domain ${quoted(domain)}, whose operators aren't known here`;
    throw formatError(reading, problem, "export the network with the operators of the ONNX standard alone");
  }
  const attributes = new Map<string, Message>();
  for (const attribute of message.messages(NODE.attribute, "AttributeProto")) {
    const key = attribute.text(ATTRIBUTE.name);
    if (attributes.has(key)) throw attribute.malformed(`${quoted(key)} is given twice`);
    attributes.set(key, attribute);
  }
  return { shown, operator, inputs: message.texts(NODE.input), outputs, attributes };
}

function constantsOf(graph: Message, nodes: readonly Node[], reading: Reading): Map<string, Constant> {
  const constants = new Map<string, Constant>();
  const add = (name: string, constant: Constant): void => {
    if (constants.has(name)) throw constant.message.malformed(`a second tensor has the name ${quoted(name)}`);
    constants.set(name, constant);
  };
  for (const message of graph.messages(GRAPH.initializer, "TensorProto")) {
    const name = tensorName(message);
    add(name, { name, message, isTransposed: false });
  }
  // A node comes after those whose outputs it takes.
  for (const node of nodes) {
    const [output] = node.outputs;
    const constant = constantBy(node, constants, reading);
    if (constant !== undefined && output !== undefined) add(output, constant);
  }
  return constants;
}

/** The constant that a node makes; undefined if it makes none. */
function constantBy(
  { shown, operator, inputs, outputs, attributes }: Node,
  constants: ReadonlyMap<string, Constant>,
  reading: Reading,
): Constant | undefined {
  if (operator === "Constant") {
    const message = attributes.get("value")?.message(ATTRIBUTE.tensor, "TensorProto");
    const [name] = outputs;
    if (message !== undefined && name !== undefined) return { name, message, isTransposed: false };
    throw formatError(reading, `${shown} holds no tensor`, "export constants as initializers");
  }
  const [input, second] = inputs;
  const source = input === undefined || second !== undefined ? undefined : constants.get(input);
  if (source === undefined) return undefined;
  if (operator === "Identity") return source;
  const order = attributes.get("perm")?.integers(ATTRIBUTE.integers);
  const isTranspose = operator === "Transpose" && (order === undefined || order.join() === "1,0");
  return isTranspose ? { ...source, isTransposed: !source.isTransposed } : undefined;
}

function theOne(values: readonly Message[], what: string, reading: Reading): Message {
  if (values.length === 1) return entry(values, 0);
  throw formatError(
    reading,
    `the graph has ${values.length} ${what}s`,
    `export a network with one ${what}; a multilayer perceptron has no more`,
  );
}

function rankOf(input: Message): number | undefined {
  const shape = input
    .message(VALUE.type, "TypeProto")
    ?.message(VALUE.tensorType, "TypeProto.Tensor")
    ?.message(VALUE.shape, "TensorShapeProto");
  return shape?.messages(VALUE.dim, "Dimension").length;
}
