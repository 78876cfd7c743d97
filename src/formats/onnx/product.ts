import { entry } from "../../exact/entry.js";
import { doubleValue } from "../../exact/numbers/doubleValue.js";
import { formatError } from "../formatError.js";
import type { FoundMatrix, FoundNumbers } from "../foundNetwork.js";
import { transposedMatrix } from "../foundVectors.js";
import { termsOf } from "../lowestTerms.js";
import { quoted } from "../quoted.js";
import type { Step } from "./chain.js";
import { type Graph, floatAttribute, integerAttribute } from "./model.js";
import * as orientation from "./orientation.js";
import { refusal } from "./operators.js";
import { type Tensor, floatTensor } from "./tensor.js";

/** A product with weights, and what it adds to it. */
export interface Product {
  /** The name of the weights. */
  readonly name: string;
  /** outputs × inputs. */
  readonly weights: FoundMatrix;
  /** Whether the file stores inputs × outputs. */
  readonly isTransposed: boolean;
  readonly bias: { readonly tensor: Tensor; readonly factor: number } | undefined;
  readonly effect: Parameters<typeof orientation.after>[0];
}

/** The constant that a step takes as input `index`; undefined if it takes none there. */
export function constantOf({ node }: Step, index: number, graph: Graph): Tensor | undefined {
  const name = node.inputs[index];
  const constant = name === undefined ? undefined : graph.constants.get(name);
  if (constant === undefined) return undefined;
  const tensor = floatTensor(constant.message, constant.name, graph.reading);
  if (!constant.isTransposed) return tensor;
  const [rows, columns, third] = tensor.dims;
  if (rows === undefined || columns === undefined || third !== undefined) throw refusal(node, graph.reading);
  const { entries } = transposedMatrix({ rows, columns, entries: tensor });
  return entries.type === "rational" ? undefined : { ...tensor, ...entries, dims: [columns, rows] };
}

/**
 * MatMul, or Gemm, which computes alpha·A·B + beta·C, where transA and transB transpose A and B.
 *
 * @throws InputError if it isn't a product of computed numbers and a constant matrix.
 */
export function productOf(step: Step, graph: Graph): Product {
  const { node, at } = step;
  const { reading } = graph;
  if (at > 1 || node.inputs.length < 2) throw refusal(node, reading);
  const tensor = constantOf(step, 1 - at, graph);
  if (tensor === undefined) throw refusal(node, reading);
  const [rows, columns, third] = tensor.dims;
  if (rows === undefined || columns === undefined || third !== undefined) {
    const problem = `${quoted(tensor.name)} of ${node.shown} has the shape ${tensor.dims.join("×")}`;
    throw formatError(reading, `${problem}, which no weight matrix has`, "give a matrix");
  }
  const [dataIsTransposed, weightsAreTransposed] = [at, 1 - at].map((side) =>
    isTransposedIn(step, side === 0 ? "transA" : "transB", graph),
  );
  // x·W needs the transpose of W, and W·x needs W itself.
  const isTransposed = (at === 0) !== weightsAreTransposed;
  const stored = { rows, columns, entries: timesFactor(tensor, factorOf(step, "alpha", graph)) };
  const bias = node.operator === "Gemm" ? constantOf(step, 2, graph) : undefined;
  return {
    name: tensor.name,
    weights: isTransposed ? transposedMatrix(stored) : stored,
    isTransposed: isTransposed !== isTransposedByGraph(step, 1 - at, graph),
    bias: bias === undefined ? undefined : { tensor: bias, factor: factorOf(step, "beta", graph) },
    effect: effectOf(step, dataIsTransposed === true),
  };
}

function isTransposedByGraph({ node }: Step, index: number, { constants }: Graph): boolean {
  return constants.get(entry(node.inputs, index))?.isTransposed === true;
}

/** The numbers of a tensor, times a factor. */
export function timesFactor({ type, values }: Tensor, factor: number): FoundNumbers {
  if (factor === 1) return { type, values };
  const exact = doubleValue(factor);
  const products = Array.from(values, (value) => termsOf(doubleValue(value).mul(exact)));
  return { type: "rational", values: products };
}

function factorOf({ node }: Step, name: "alpha" | "beta", { reading }: Graph): number {
  // Gemm without a factor multiplies by none.
  const factor = node.operator === "Gemm" ? floatAttribute(node, name, reading) : undefined;
  if (factor === undefined) return 1;
  return factor;
}

function isTransposedIn({ node }: Step, name: "transA" | "transB", { reading }: Graph): boolean {
  const flag = node.operator === "Gemm" ? integerAttribute(node, name) : undefined;
  if (flag === undefined || flag === 0n) return false;
  if (flag === 1n) return true;
  throw formatError(reading, `${name} of ${node.shown} is ${flag}`, "give 0 or 1");
}

function effectOf({ node, at }: Step, dataIsTransposed: boolean): Product["effect"] {
  if (node.operator === "MatMul") return entry([orientation.TIMES_WEIGHTS, orientation.WEIGHTS_TIMES], at);
  if (at === 0) return dataIsTransposed ? orientation.GEMM_FIRST_TRANSPOSED : orientation.GEMM_FIRST;
  return dataIsTransposed ? orientation.GEMM_SECOND_TRANSPOSED : orientation.GEMM_SECOND;
}
