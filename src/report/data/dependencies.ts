import { entry } from "../../exact/entry.js";

/** What claims and theorems rest on, as the registry and the files of the proofs say. */
export interface Dependencies {
  readonly nodes: readonly DependencyNode[];
  /** Pairs of nodes, by their places in the list: the first rests on the second, directly. */
  readonly edges: readonly (readonly [from: number, to: number])[];
}

/** A claim, a theorem, a definition of the statements, or a theory. */
export interface DependencyNode {
  /** The id of its entry in the page; a theory has none. */
  readonly id: string;
  readonly kind: "claim" | "theorem" | "definition" | "theory";
  readonly name: string;
  /** What it says, in a line. */
  readonly says: string;
}

/** The first node that rests on another, with which the page begins. */
export const firstNode = ({ nodes, edges }: Dependencies): DependencyNode => entry(nodes, entry(edges, 0)[0]);

/** The nodes that one rests on directly, and those that rest on it, in the order of the list. */
export function around(
  { nodes, edges }: Dependencies,
  place: number,
): { readonly below: readonly DependencyNode[]; readonly above: readonly DependencyNode[] } {
  const at = (places: readonly number[]): DependencyNode[] => {
    const wanted = new Set(places);
    return nodes.filter((_, index) => wanted.has(index));
  };
  return {
    below: at(edges.flatMap(([from, to]) => (from === place ? [to] : []))),
    above: at(edges.flatMap(([from, to]) => (to === place ? [from] : []))),
  };
}
