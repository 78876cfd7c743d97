import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { parseRational } from "../../exact/numbers/rational.js";
import { doubleValue } from "../../exact/numbers/doubleValue.js";
import type { FoundLayer, FoundNetwork, FoundNumbers } from "../foundNetwork.js";
import { operatorOf } from "./operators.js";

/** The version of the format and of its operators; Gelu came with version 20. */
const FORMAT_VERSION = 9;
const OPERATORS_VERSION = 20;

/** TensorProto.DataType, and the attribute types FLOAT and INT. */
const DATA_TYPES = { float32: 1, float64: 11 } as const;
const FLOAT_ATTRIBUTE = 1;
const INTEGER_ATTRIBUTE = 2;

const [INPUT, OUTPUT] = ["input", "output"];

type WrittenType = keyof typeof DATA_TYPES;

const scratch = new DataView(new ArrayBuffer(4));

/** What the fields of a message are written by. */
type Write = (writer: BinaryWriter) => void;

/**
 * The ONNX file of a multilayer perceptron: Gemm with weights outputs × inputs for each layer, and its
 * activation. {@link readOnnx} reads the same numbers, bit for bit.
 *
 * @param place the file that is written, for messages.
 * @throws InputError if the numbers are no float32 or float64 throughout, an activation isn't named or no
 *   operator of ONNX, or inputs or outputs are mapped outside the layers.
 * @example writeOnnx(found, "net.onnx").length > 0
 */
export function writeOnnx(found: FoundNetwork, place: string): Uint8Array {
  const type = typeOf(found, place);
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(FORMAT_VERSION);
  writer.tag(2, WireType.LengthDelimited).string("equiloss");
  message(writer, 7, (graph) => {
    writeGraph(graph, found.layers, type, place);
  });
  message(writer, 8, (operators) => {
    operators.tag(1, WireType.LengthDelimited).string("");
    operators.tag(2, WireType.Varint).int64(OPERATORS_VERSION);
  });
  return writer.finish();
}

/** The type of all numbers. */
function typeOf({ layers, before, after }: FoundNetwork, place: string): WrittenType {
  if (before !== undefined || after !== undefined) {
    const problem = "inputs or outputs are mapped outside the layers";
    throw new InputError(problem, "write the network with the map inside its layers", place);
  }
  const types = new Set(
    layers.flatMap(({ weights, bias }) =>
      bias === undefined ? [weights.entries.type] : [weights.entries.type, bias.type],
    ),
  );
  const [type, other] = types;
  if ((type === "float32" || type === "float64") && other === undefined) return type;
  throw new InputError(
    `numbers of type ${[...types].join(" and ")}, which ONNX layers can't all hold`,
    "give a network of float32 or of float64",
    place,
  );
}

function writeGraph(
  graph: BinaryWriter,
  layers: readonly FoundLayer[],
  type: WrittenType,
  place: string,
): void {
  let tensor = INPUT;
  layers.forEach((layer, index) => {
    const made = index === layers.length - 1 ? OUTPUT : `layer${index + 1}`;
    const sum = layer.activation === "linear" ? made : `${made}/sum`;
    writeProduct(graph, layer, [tensor, `${index + 1}`, sum]);
    if (sum !== made) writeActivation(graph, layer, [sum, made], place);
    tensor = made;
  });
  graph.tag(2, WireType.LengthDelimited).string("perceptron");
  layers.forEach(({ weights: { rows, columns, entries }, bias }, index) => {
    writeTensor(graph, `weight${index + 1}`, [rows, columns], entries, type);
    if (bias !== undefined) writeTensor(graph, `bias${index + 1}`, [rows], bias, type);
  });
  writeValue(graph, 11, INPUT, entry(layers, 0).weights.columns, type);
  writeValue(graph, 12, OUTPUT, entry(layers, layers.length - 1).weights.rows, type);
}

function writeProduct(
  graph: BinaryWriter,
  { bias }: FoundLayer,
  [from, index, to]: readonly [from: string, index: string, to: string],
): void {
  const constants = bias === undefined ? [`weight${index}`] : [`weight${index}`, `bias${index}`];
  writeNode(graph, "Gemm", [from, ...constants], to, (attribute) => {
    attribute.tag(1, WireType.LengthDelimited).string("transB");
    attribute.tag(3, WireType.Varint).int64(1);
    attribute.tag(20, WireType.Varint).int32(INTEGER_ATTRIBUTE);
  });
}

function writeActivation(
  graph: BinaryWriter,
  { name, activation }: FoundLayer,
  [from, to]: readonly [from: string, to: string],
  place: string,
): void {
  if (activation?.startsWith("leaky:") === true) {
    const slope = slopeOf(activation, place);
    writeNode(graph, "LeakyRelu", [from], to, (attribute) => {
      attribute.tag(1, WireType.LengthDelimited).string("alpha");
      attribute.tag(2, WireType.Bit32).float(slope);
      attribute.tag(20, WireType.Varint).int32(FLOAT_ATTRIBUTE);
    });
    return;
  }
  if (activation === "silu") {
    writeNode(graph, "Sigmoid", [from], `${to}/gate`);
    writeNode(graph, "Mul", [from, `${to}/gate`], to);
    return;
  }
  const operator = activation === undefined ? undefined : operatorOf(activation);
  if (operator === undefined) {
    const problem =
      activation === undefined
        ? `the activation of ${name} isn't known`
        : `${activation} is no operator of ONNX`;
    throw new InputError(problem, "name another activation, such as --activation relu", place);
  }
  writeNode(graph, operator, [from], to);
}

/** The slope of a leaky ReLU, which LeakyRelu holds as a float32. */
function slopeOf(activation: string, place: string): number {
  const slope = parseRational(activation.slice("leaky:".length));
  // A quotient that is no float32 is rounded here, and then isn't the slope.
  scratch.setFloat32(0, Number(slope.s * slope.n) / Number(slope.d));
  const float = scratch.getFloat32(0);
  if (Number.isFinite(float) && doubleValue(float).equals(slope)) return float;
  throw new InputError(
    `the slope of ${activation} is no float32`,
    "give a slope with a power of 2 below it",
    place,
  );
}

function writeNode(
  graph: BinaryWriter,
  operator: string,
  inputs: readonly string[],
  output: string,
  attribute?: Write,
): void {
  message(graph, 1, (node) => {
    for (const input of inputs) node.tag(1, WireType.LengthDelimited).string(input);
    node.tag(2, WireType.LengthDelimited).string(output);
    node.tag(3, WireType.LengthDelimited).string(output);
    node.tag(4, WireType.LengthDelimited).string(operator);
    if (attribute !== undefined) message(node, 5, attribute);
  });
}

function writeTensor(
  graph: BinaryWriter,
  name: string,
  dims: readonly number[],
  { values }: FoundNumbers,
  type: WrittenType,
): void {
  message(graph, 5, (tensor) => {
    for (const dim of dims) tensor.tag(1, WireType.Varint).int64(dim);
    tensor.tag(2, WireType.Varint).int32(DATA_TYPES[type]);
    tensor.tag(8, WireType.LengthDelimited).string(name);
    if (values instanceof Float64Array) tensor.tag(9, WireType.LengthDelimited).bytes(bytesOf(values, type));
  });
}

/**
 * The floats of a type, least significant byte first.
 *
 * @throws RangeError if one is none of the type.
 */
function bytesOf(values: Float64Array, type: WrittenType): Uint8Array {
  const size = type === "float32" ? 4 : 8;
  const bytes = new Uint8Array(size * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    if (type === "float64") view.setFloat64(size * index, value, true);
    else view.setFloat32(size * index, value, true);
    if (type === "float32" && view.getFloat32(size * index, true) !== value)
      throw new RangeError(`${value} is no float32`);
  });
  return bytes;
}

/** An input or output of any number of rows. */
function writeValue(
  graph: BinaryWriter,
  field: number,
  name: string,
  width: number,
  type: WrittenType,
): void {
  message(graph, field, (value) => {
    value.tag(1, WireType.LengthDelimited).string(name);
    message(value, 2, (valueType) => {
      message(valueType, 1, (tensorType) => {
        tensorType.tag(1, WireType.Varint).int32(DATA_TYPES[type]);
        message(tensorType, 2, (shape) => {
          message(shape, 1, (rows) => rows.tag(2, WireType.LengthDelimited).string("rows"));
          message(shape, 1, (columns) => columns.tag(1, WireType.Varint).int64(width));
        });
      });
    });
  });
}

function message(writer: BinaryWriter, field: number, write: Write): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer);
  writer.join();
}
