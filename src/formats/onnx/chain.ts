import { entry } from "../../exact/entry.js";
import { formatError } from "../formatError.js";
import { quoted } from "../quoted.js";
import type { Graph, Node } from "./model.js";
import { refusal } from "./operators.js";

/** A node on the way from the input to the output. */
export interface Step {
  readonly node: Node;
  /** Which of the node's inputs comes from the input of the graph; the others are constants. */
  readonly at: number;
}

/**
 * The nodes from the input of the graph to its output, each of which takes what the one before makes. So what
 * doesn't reach the output is passed over.
 *
 * @throws InputError if there is no such chain: it branches, as in a residual network, or runs in a circle.
 */
export function chainOf(graph: Graph): Step[] {
  const producers = producersOf(graph);
  const chain: Step[] = [];
  let tensor = graph.output;
  while (tensor !== graph.input) {
    const node = producers.get(tensor);
    if (node === undefined) throw withoutProducer(graph, tensor);
    if (node.outputs[0] !== tensor) throw refusal(node, graph.reading);
    if (chain.length === graph.nodes.length) {
      throw formatError(graph.reading, `the graph has a cycle at ${node.shown}`, "export the network again");
    }
    const step = stepOf(node, graph, producers);
    chain.push(step);
    tensor = entry(step.node.inputs, step.at);
  }
  return chain.reverse();
}

function producersOf({ nodes, constants, input, reading }: Graph): Map<string, Node> {
  const producers = new Map<string, Node>();
  for (const node of nodes) {
    for (const output of node.outputs.filter((name) => name !== "")) {
      if (producers.has(output) || constants.has(output) || output === input) {
        const problem = `${node.shown} makes ${quoted(output)}, which is there already`;
        throw formatError(reading, problem, "export the network again");
      }
      producers.set(output, node);
    }
  }
  return producers;
}

function withoutProducer({ constants, reading }: Graph, tensor: string): Error {
  const problem = constants.has(tensor)
    ? "the output doesn't depend on the input"
    : `${quoted(tensor)} is made by no node`;
  return formatError(reading, problem, "export the network again");
}

function stepOf(node: Node, graph: Graph, producers: ReadonlyMap<string, Node>): Step {
  const computed = node.inputs.flatMap((name, at) => (name === "" || graph.constants.has(name) ? [] : [at]));
  const [at, second, third] = computed;
  if (at === undefined)
    throw formatError(graph.reading, `${node.shown} depends on no input`, "export constants as initializers");
  if (second === undefined) return { node, at };
  const gated = third === undefined ? gatedInput(node, producers) : undefined;
  if (gated !== undefined) return { node: { ...node, operator: "Silu", inputs: [gated] }, at: 0 };
  throw formatError(
    graph.reading,
    `${node.shown} joins ${computed.length} computed tensors, as residual networks, gates and attention do`,
    "give a multilayer perceptron, in which each layer takes the one before it alone; export GELU by opset 20",
  );
}

/** The z of z·sigmoid(z); undefined if the node is something else. */
function gatedInput({ operator, inputs }: Node, producers: ReadonlyMap<string, Node>): string | undefined {
  if (operator !== "Mul" || inputs.length !== 2) return undefined;
  return inputs.find((name, index) => {
    const gate = producers.get(entry(inputs, 1 - index));
    return gate?.operator === "Sigmoid" && gate.inputs.join() === name;
  });
}
