import { InputError } from "../../../exact/inputError.js";
import type { Parity } from "../../../exact/parity.js";
import { IntersectionGraph } from "../../../manifold/graph/intersectionGraph.js";
import type { MeetingGraph } from "../../../manifold/graph/meetingGraph.js";
import { SignedIntersectionGraph } from "../../../manifold/signed/signedIntersectionGraph.js";

/** Figure 4's colours: a subspace with a vanishing output weight, and one with two equal incoming vectors. */
const BLUE = "#4c78a8";
const GREEN = "#54a24b";

/** The most subspaces in a picture: with more, a layout takes minutes and shows nothing. */
const MAX_DRAWN = 1000;

/** The most edges that are led around the subspaces they don't touch: with more, that takes minutes. */
const MAX_ROUTED = 150;

/**
 * The intersection graph in the DOT language of Graphviz. A subspace is blue if its networks have zero
 * blocks, so that outgoing weights vanish, and green if not, as in Fig. 4. Its label is the labelled
 * partition, a code for each neuron; with mirrored neurons, zero blocks are a, b, …, a mirrored neuron has
 * a minus sign, and a silent one is s.
 *
 * @throws InputError if there are more subspaces than a picture can show.
 */
export function graphDot(r: number, m: number, subspaces: bigint, parity?: Parity): string {
  if (subspaces > BigInt(MAX_DRAWN)) {
    throw new InputError(
      `a picture of ${subspaces} subspaces shows nothing`,
      `draw at most ${MAX_DRAWN}: a smaller r or m`,
    );
  }
  const { graph, nameOf, zeroNames } = parity === undefined ? unsigned(r, m) : signed(r, m, parity);
  const lines: string[] = [];
  for (let vertex = 0; vertex < graph.vertexCount; vertex += 1) {
    const { text, hasZeroBlocks } = nameOf(vertex);
    lines.push(`  ${vertex} [label="${text}", fillcolor="${hasZeroBlocks ? BLUE : GREEN}"];`);
    for (const other of graph.neighboursOf(vertex))
      if (other > vertex) lines.push(`  ${vertex} -- ${other};`);
  }
  return [
    `graph "T(${r},${m}) = ${subspaces} subspaces; blue: with zero blocks" {`,
    `  graph [layout=neato, overlap=false, splines=${graph.edgeCount <= MAX_ROUTED}, tooltip="expansion manifold", fontname=Helvetica, fontsize=11];`,
    `  label=<<FONT COLOR="${BLUE}">■</FONT> some neurons add up to nothing: ${zeroNames}<BR ALIGN="LEFT"/>` +
      `<FONT COLOR="${GREEN}">■</FONT> each neuron copies one of the r<BR ALIGN="LEFT"/>>;`,
    '  node [shape=box, style="filled,rounded", color=white, fontcolor=white, fontname=Helvetica, fontsize=10, height=0.2, width=0.2, margin=0.06];',
    '  edge [color="#999999"];',
    ...lines,
    "}",
  ].join("\n");
}

/** A graph, and how its vertices are labelled and coloured. */
interface NamedGraph {
  readonly graph: MeetingGraph;
  readonly nameOf: (vertex: number) => { readonly text: string; readonly hasZeroBlocks: boolean };
  /** How zero blocks are written. */
  readonly zeroNames: string;
}

function unsigned(r: number, m: number): NamedGraph {
  const graph = new IntersectionGraph(r, m);
  const nameOf: NamedGraph["nameOf"] = (vertex) => {
    const { codes, zeroBlockCount } = graph.partitionAt(vertex);
    return { text: codes.join(" "), hasZeroBlocks: zeroBlockCount > 0 };
  };
  return { graph, nameOf, zeroNames: "0, −1, …" };
}

function signed(r: number, m: number, parity: Parity): NamedGraph {
  const graph = new SignedIntersectionGraph(r, m, parity);
  const nameOf: NamedGraph["nameOf"] = (vertex) => {
    const { codes, signs, unsigned: blocks } = graph.partitionAt(vertex);
    const letters = codes.map((code, unit) => {
      if (signs[unit] === 0) return "s";
      const letter = code > 0 ? String(code) : LETTERS.charAt(-code);
      return signs[unit] === -1 ? `−${letter}` : letter;
    });
    return { text: letters.join(" "), hasZeroBlocks: blocks.zeroBlockCount > 0 };
  };
  return { graph, nameOf, zeroNames: "a, b, …, s" };
}

/** More than there are zero blocks in a picture. */
const LETTERS = "abcdefghijklmnopqr";

/** The picture that Graphviz, compiled to WebAssembly, draws of a graph in DOT. */
export async function drawnByGraphviz(dot: string): Promise<string> {
  const { instance } = await import("@viz-js/viz");
  return (await instance()).renderString(dot, { format: "svg" });
}
