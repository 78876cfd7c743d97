import { entry, lastEntry } from "../../exact/entry.js";
import type { InputError } from "../../exact/inputError.js";
import { formatError } from "../formatError.js";
import { quoted } from "../quoted.js";
import type { FoundLayer, FoundMatrix, FoundNetwork, FoundNumbers } from "../foundNetwork.js";
import { type Step, chainOf } from "./chain.js";
import { type Elementwise, coordinateMap, elementwiseOf, followedBy } from "./elementwise.js";
import { type Graph, integerAttribute, integersAttribute } from "./model.js";
import * as orientation from "./orientation.js";
import { OF_OUTPUTS, activationOf, refusal } from "./operators.js";
import { constantOf, productOf, timesFactor } from "./product.js";
import { type Tensor, integersOf } from "./tensor.js";

/** A layer on the way; a layer without an activation is linear. */
interface Layer {
  readonly name: string;
  readonly weights: FoundMatrix;
  bias: FoundNumbers | undefined;
  activation: string | undefined;
}

/**
 * Reads the layers of a graph, whose nodes are taken in their order.
 *
 * @throws InputError at the first that is no part of a multilayer perceptron.
 */
export function layersOf(graph: Graph): FoundNetwork {
  const reader = new LayerReader(graph);
  for (const step of chainOf(graph)) reader.take(step);
  return reader.finish();
}

class LayerReader {
  private readonly layers: Layer[] = [];
  private readonly transposed: string[] = [];
  private readonly decisions: string[] = [];
  /** The node of the last activation, for messages. */
  private activated = "";
  private before: Elementwise | undefined;
  private after: Elementwise | undefined;
  private orientations: orientation.Orientations;

  constructor(private readonly graph: Graph) {
    this.orientations = orientation.orientationsOf(graph.inputRank);
  }

  take(step: Step): void {
    switch (step.node.operator) {
      case "Identity":
        return;
      case "Dropout":
        // The third input switches a Dropout on, and then it is random.
        if (step.node.inputs.length > 2) throw this.refused(step);
        return;
      case "Transpose":
        this.transpose(step);
        return;
      case "Flatten":
      case "Reshape":
        this.reshape(step);
        return;
      case "MatMul":
      case "Gemm":
        this.multiply(step);
        return;
      case "Add":
      case "Sub":
      case "Mul":
      case "Div":
        this.elementwise(step);
        return;
      default:
        this.activate(step);
    }
  }

  finish(): FoundNetwork {
    const { reading } = this.graph;
    if (this.layers.length === 0)
      throw formatError(reading, "no node multiplies by weights", "give a network with dense layers");
    const last = lastEntry(this.layers);
    const after = this.after === undefined ? undefined : coordinateMap(this.after, last.weights.rows);
    if (last.activation !== undefined)
      this.decisions.push(`the outputs are read as they are before ${this.activated}`);
    if (this.transposed.length > 0) {
      const names = this.transposed.join(", ");
      this.decisions.push(`weights stored as inputs × outputs were transposed: ${names}`);
    }
    const layers = this.layers.map(({ activation, ...layer }): FoundLayer => ({
      ...layer,
      activation: activation ?? "linear",
    }));
    const [first] = layers;
    const before =
      this.before === undefined || first === undefined
        ? undefined
        : coordinateMap(this.before, first.weights.columns);
    return { format: reading.format, layers, before, after, decisions: this.decisions };
  }

  private multiply(step: Step): void {
    const product = productOf(step, this.graph);
    this.orient(step, product.effect);
    const { name, weights, isTransposed, bias } = product;
    // What stands between two layers has no place in either if it isn't a bias.
    if (this.after !== undefined) throw this.misplaced(step, "follows numbers that are added or multiplied");
    this.requireFitting(step, weights.columns);
    if (isTransposed) this.transposed.push(quoted(name));
    const numbers =
      bias === undefined ? undefined : this.biasOf(step, bias.tensor, weights.rows, bias.factor);
    this.layers.push({ name, weights, bias: numbers, activation: undefined });
  }

  /** A constant as the bias of so many outputs. */
  private biasOf(step: Step, tensor: Tensor, outputs: number, factor: number): FoundNumbers {
    this.orientByConstant(step, tensor);
    const { length } = tensor.values;
    if (length !== 1 && length !== outputs) throw this.wrongCount(step, tensor, outputs);
    const values =
      length === outputs ? tensor.values : new Float64Array(outputs).fill(entry(tensor.values, 0));
    return timesFactor({ ...tensor, values }, factor);
  }

  private elementwise(step: Step): void {
    const { node, at } = step;
    const tensor = node.inputs.length === 2 ? constantOf(step, 1 - at, this.graph) : undefined;
    const map = tensor === undefined ? undefined : elementwiseOf(node.operator, at, tensor);
    if (tensor === undefined || map === undefined) throw this.refused(step);
    const layer = this.layers.at(-1);
    if (layer === undefined) {
      this.orientByConstant(step, tensor);
      this.requireSameLength(step, this.before, tensor);
      this.before = followedBy(this.before, map);
      this.decisions.push(`${node.shown} goes into the first layer`);
      return;
    }
    if (layer.activation !== undefined) throw this.misplaced(step, "follows an activation");
    const { rows } = layer.weights;
    const addsBias = layer.bias === undefined && this.after === undefined && isShift(step);
    const numbers = this.biasOf(step, tensor, rows, node.operator === "Sub" ? -1 : 1);
    if (addsBias) {
      layer.bias = numbers;
      return;
    }
    this.after = followedBy(this.after, map);
    this.decisions.push(`${node.shown} goes into the last layer`);
  }

  private activate(step: Step): void {
    const { node } = step;
    const layer = this.layers.at(-1);
    const isOfOutputs = OF_OUTPUTS.includes(node.operator);
    const name = isOfOutputs ? node.operator.toLowerCase() : activationOf(node, this.graph.reading);
    if (name === undefined || node.inputs.length !== 1) throw this.refused(step);
    if (layer === undefined) throw this.misplaced(step, "comes before the first layer");
    if (layer.activation !== undefined) throw this.misplaced(step, "follows another activation");
    if (this.after !== undefined) throw this.misplaced(step, "follows numbers that are added or multiplied");
    layer.activation = name;
    this.activated = node.shown;
  }

  private transpose(step: Step): void {
    const order = integersAttribute(step.node, "perm");
    if (order !== undefined && !["1,0", "0"].includes(order.join())) throw this.refused(step);
    this.orient(step, orientation.TRANSPOSED);
  }

  private reshape(step: Step): void {
    const { node } = step;
    if (this.layers.length > 0 || this.before !== undefined)
      throw this.misplaced(step, "changes shapes behind the input");
    const effect = node.operator === "Flatten" ? this.flattening(step) : this.reshaping(step);
    if (effect === undefined) throw this.refused(step);
    this.orient(step, effect);
    this.decisions.push(`an input of several dimensions is taken row by row, as ${node.shown} does`);
  }

  private flattening({ node }: Step): typeof orientation.FLATTENED | undefined {
    const axis = integerAttribute(node, "axis");
    return axis === undefined || axis === 1n ? orientation.FLATTENED : undefined;
  }

  private reshaping({ node, at }: Step): typeof orientation.FLATTENED | undefined {
    const [, name, third] = node.inputs;
    const shape = name === undefined ? undefined : this.graph.constants.get(name);
    if (at !== 0 || name === undefined || shape === undefined || third !== undefined) return undefined;
    return orientation.reshapeOf(integersOf(shape.message, name, this.graph.reading));
  }

  private orientByConstant(step: Step, { dims, name }: Tensor): void {
    const effect = orientation.broadcastOf(dims);
    if (effect !== undefined) {
      this.orient(step, effect);
      return;
    }
    const problem = `${quoted(name)} of ${step.node.shown} has the shape ${dims.join("×")}`;
    throw formatError(this.graph.reading, problem, "give a number for each coordinate");
  }

  private orient(step: Step, effect: typeof orientation.FLATTENED): void {
    this.orientations = orientation.after(effect, this.orientations);
    if (this.orientations.length === 0)
      throw this.misplaced(step, "takes rows where there are columns, or columns where there are rows");
  }

  private requireSameLength(step: Step, before: Elementwise | undefined, tensor: Tensor): void {
    const lengths = before === undefined ? [] : [before.scale.length, before.shift.length];
    const other = lengths.find((length) => length !== 1 && length !== tensor.values.length);
    if (other !== undefined && tensor.values.length !== 1) throw this.wrongCount(step, tensor, other);
  }

  /** Requires a layer to take as many inputs as the layer before has outputs, or as the map in front has. */
  private requireFitting(step: Step, inputs: number): void {
    const layer = this.layers.at(-1);
    if (layer !== undefined && layer.weights.rows !== inputs)
      throw this.misplaced(step, `takes ${inputs} inputs, but there are ${layer.weights.rows}`);
    if (layer !== undefined || this.before === undefined) return;
    const count = Math.max(this.before.scale.length, this.before.shift.length);
    if (count !== 1 && count !== inputs)
      throw this.misplaced(step, `takes ${inputs} inputs, but what is done to them in front has ${count}`);
  }

  private wrongCount({ node }: Step, { name, values }: Tensor, coordinates: number): InputError {
    const problem = `${quoted(name)} of ${node.shown} has ${values.length} numbers for ${coordinates} coordinates`;
    return formatError(this.graph.reading, problem, "give a number for each coordinate, or one for all");
  }

  private misplaced({ node }: Step, how: string): InputError {
    return formatError(
      this.graph.reading,
      `${node.shown} ${how}`,
      "give a multilayer perceptron: products with weights, biases, and an activation after each but the last",
    );
  }

  private refused({ node }: Step): InputError {
    return refusal(node, this.graph.reading);
  }
}

/** Whether a step only adds a constant to what is computed. */
function isShift({ node: { operator }, at }: Step): boolean {
  return operator === "Add" || (operator === "Sub" && at === 0);
}
