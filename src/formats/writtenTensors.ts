import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { formatRational, rational } from "../exact/numbers/rational.js";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import { type AnyNetwork, asMultiLayer } from "../network/anyNetwork.js";
import { floatBits } from "./floatBits.js";
import { FLOAT_BYTES, type FloatType, floatsOf } from "./floatTypes.js";
import type { FoundNetwork, FoundNumbers } from "./foundNetwork.js";
import { lowestTerms } from "./lowestTerms.js";

/** An array to write: its name, its shape, and its floats, least significant byte first. */
export interface WrittenTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/**
 * The weights and biases of a network as arrays fc1.weight, fc1.bias, fc2.weight, …, as PyTorch names them:
 * weights are outputs × inputs.
 *
 * @throws InputError that names the first number that is no float of the type.
 */
export function writtenTensors(network: AnyNetwork, type: FloatType): WrittenTensor[] {
  const { weights, biases } = asMultiLayer(network);
  return weights.flatMap((rows, index) => {
    const layer = `fc${index + 1}`;
    const columns = entry(rows, 0).dimension;
    const matrix = { name: `${layer}.weight`, shape: [rows.length, columns] };
    const written = [{ ...matrix, bytes: bytesOf(rows, columns, matrix.name, type) }];
    if (biases === undefined) return written;
    const bias = { name: `${layer}.bias`, shape: [rows.length] };
    return [...written, { ...bias, bytes: bytesOf([entry(biases, index)], rows.length, bias.name, type) }];
  });
}

/**
 * The narrowest of float32 and float64 that holds all numbers of a network; float64 if neither does, which
 * writing it will say.
 */
export function floatTypeOf(network: AnyNetwork): FloatType {
  const { weights, biases } = asMultiLayer(network);
  const fits = ({ numerators, denominator }: RationalVector): boolean =>
    numerators.every((numerator) => floatBits(lowestTerms(numerator, denominator), "float32") !== undefined);
  return weights.flat().every(fits) && (biases === undefined || biases.every(fits)) ? "float32" : "float64";
}

function bytesOf(
  rows: readonly RationalVector[],
  columns: number,
  name: string,
  type: FloatType,
): Uint8Array {
  const size = FLOAT_BYTES[type];
  const bytes = new Uint8Array(rows.length * columns * size);
  const view = new DataView(bytes.buffer);
  rows.forEach(({ numerators, denominator }, row) => {
    numerators.forEach((numerator, column) => {
      const value = lowestTerms(numerator, denominator);
      const bits = floatBits(value, type);
      if (bits === undefined) {
        const shown = formatRational(rational(value.numerator, value.denominator)).slice(0, 60);
        throw new InputError(
          `entry ${column + 1} of row ${row + 1} of ${name} is ${shown}, which is no ${type}`,
          type === "float64"
            ? "round it by --round; it has no exact form in this format"
            : "choose a wider --type, or round it by --round",
        );
      }
      const at = (row * columns + column) * size;
      if (size === 8) view.setBigUint64(at, bits, true);
      else if (size === 4) view.setUint32(at, Number(bits), true);
      else view.setUint16(at, Number(bits), true);
    });
  });
  return bytes;
}

/**
 * The network as a file of floats holds it.
 *
 * @param activation of the hidden layers; undefined if it isn't known.
 * @throws InputError as {@link writtenTensors}.
 */
export function foundOfNetwork(
  network: AnyNetwork,
  type: FloatType,
  activation: string | undefined,
): FoundNetwork {
  const tensors = new Map(writtenTensors(network, type).map((tensor) => [tensor.name, tensor]));
  const { weights } = asMultiLayer(network);
  const layers = weights.map((rows, index) => {
    const name = `fc${index + 1}`;
    const [matrix, bias] = ["weight", "bias"].map((part) => tensors.get(`${name}.${part}`));
    if (matrix === undefined) throw new RangeError("no matrix of a layer");
    return {
      name,
      weights: { rows: rows.length, columns: entry(rows, 0).dimension, entries: numbersOf(matrix, type) },
      bias: bias === undefined ? undefined : numbersOf(bias, type),
      activation: index === weights.length - 1 ? "linear" : activation,
    };
  });
  return { format: "network", layers, before: undefined, after: undefined, decisions: [] };
}

function numbersOf({ name, shape, bytes }: WrittenTensor, type: FloatType): FoundNumbers {
  const count = shape.reduce((product, size) => product * size, 1);
  return { type, values: floatsOf({ bytes, count, type, name }, { format: "network", place: name }) };
}
