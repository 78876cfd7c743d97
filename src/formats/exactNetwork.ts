import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { AnyNetwork } from "../network/anyNetwork.js";
import { multiLayerNetwork } from "../network/multiLayerNetwork.js";
import { twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type ExactLayer, folded } from "./folded.js";
import { formatError } from "./formatError.js";
import type { FoundNetwork } from "./foundNetwork.js";
import { rowsOf, transposedMatrix, vectorOf } from "./foundVectors.js";

/**
 * The network of a file, exactly. It has biases if a layer of the file has one, of zeros where another has
 * none. What is done to inputs and outputs goes into the first and the last layer.
 *
 * @param place the file, for messages.
 * @throws InputError if there are fewer than two layers, their shapes don't fit, or a hidden layer has no
 *   activation.
 * @example asMultiLayer(exactNetwork(found, "net.npz")).weights.length === 2
 */
export function exactNetwork(found: FoundNetwork, place: string): AnyNetwork {
  requireArguments({ foundNetwork: { found }, text: { place } });
  requirePerceptron(found, place);
  const { layers: named, before, after } = found;
  const [first, second] = named;
  if (isPlainPair(found) && first !== undefined && second !== undefined)
    // The columns of millions of floats are read faster than turned as rationals.
    return unitsOf(rowsOf(first.weights), rowsOf(transposedMatrix(second.weights)), second.weights.rows);
  const exact = named.map(({ weights, bias }) => ({
    rows: rowsOf(weights),
    bias: bias === undefined ? undefined : vectorOf(bias),
  }));
  return networkOf(folded(exact, before, after));
}

/** Whether a network has two layers, and no biases and nothing before and after. */
function isPlainPair({ layers, before, after }: FoundNetwork): boolean {
  const isPlain = before === undefined && after === undefined;
  return isPlain && layers.length === 2 && layers.every(({ bias }) => bias === undefined);
}

function networkOf(layers: readonly ExactLayer[]): AnyNetwork {
  const hasBiases = layers.some(({ bias }) => bias !== undefined);
  const [incoming, outgoing] = layers.map(({ rows }) => rows);
  if (layers.length === 2 && !hasBiases && incoming !== undefined && outgoing !== undefined) {
    const columns = RationalVector.transposed(outgoing, incoming.length);
    return unitsOf(incoming, columns, outgoing.length);
  }
  const biases = layers.map(({ rows, bias }) => {
    if (bias !== undefined) return bias;
    return RationalVector.zero(rows.length);
  });
  return multiLayerNetwork(
    layers.map(({ rows }) => rows),
    hasBiases ? biases : undefined,
  );
}

/** The two-layer network without biases of these rows of W1 and columns of W2. */
function unitsOf(
  rows: readonly RationalVector[],
  columns: readonly RationalVector[],
  outputs: number,
): AnyNetwork {
  const units = rows.map((incoming, index) => ({ incoming, outgoing: entry(columns, index) }));
  return twoLayerNetwork(entry(rows, 0).dimension, outputs, units);
}

/** @throws InputError that names the layer that doesn't fit. */
function requirePerceptron({ format, layers }: FoundNetwork, place: string): void {
  const reading = { format, place };
  if (layers.length < 2) {
    const problem = `a network of ${layers.length} layer${layers.length === 1 ? "" : "s"}`;
    throw formatError(reading, problem, "give one with a hidden layer: two weight matrices or more");
  }
  layers.forEach(({ name, weights, bias, activation }, index) => {
    if (weights.rows === 0 || weights.columns === 0)
      throw formatError(reading, `${name} has no entries`, "give every matrix a row and a column");
    if (bias !== undefined && bias.values.length !== weights.rows) {
      const sizes = `${weights.rows} outputs and a bias of ${bias.values.length}`;
      throw formatError(reading, `${name} has ${sizes}`, "give a bias one entry for every output");
    }
    const next = layers[index + 1];
    if (next === undefined) return;
    if (next.weights.columns !== weights.rows) {
      throw formatError(
        reading,
        `${name} has ${weights.rows} outputs but ${next.name} has ${next.weights.columns} inputs`,
        "give the layers in their order by --layers, and turn matrices by --transpose",
      );
    }
    if (activation === "linear") {
      const problem = `no activation between ${name} and ${next.name}`;
      throw formatError(reading, problem, "multiply their matrices, which gives one layer");
    }
  });
}
