import { STATEMENTS, type Development } from "../../../coq/development.js";
import { counted } from "../../../exact/counted.js";
import type { Figure } from "../../../report/data/site.js";
import { drawnByGraphviz } from "../graph/picture.js";

const FILL = "#4c78a8";

/** Which folders of theories require which, as the files say. */
export async function folderPicture(development: Development): Promise<Figure> {
  const edges = folderEdges(development);
  const folders = [...new Set(development.theories.map(({ name }) => folderOf(name)))];
  const label = (folder: string): string => {
    const count = development.theories.filter(({ name }) => folderOf(name) === folder).length;
    return folder === STATEMENTS ? folder : `${folder}\\n${counted(count, "theory", "theories")}`;
  };
  const dot = [
    'digraph "folders of theories" {',
    "  graph [rankdir=BT, nodesep=0.25, ranksep=0.35];",
    `  node [shape=box, style="filled,rounded", color=white, fillcolor="${FILL}", fontcolor=white, fontname=Helvetica, fontsize=11];`,
    '  edge [color="#888888", arrowsize=0.6];',
    ...folders.map((folder) => `  "${folder}" [label="${label(folder)}"];`),
    ...withoutShortcuts(edges).map(([from, to]) => `  "${from}" -> "${to}";`),
    "}",
  ].join("\n");
  return {
    name: "theories",
    title: "Which folders of theories rest on which",
    description:
      `${development.theories.length - 1} theories in ${folders.length - 1} folders, and ${STATEMENTS}.v, on which ` +
      "all rest. An arrow leads from a folder to one that its theories require; one that others imply is left out.",
    svg: await drawnByGraphviz(dot),
    csv: ["folder,requires", ...edges.map((edge) => edge.join(","))].join("\n"),
  };
}

type Edge = readonly [from: string, to: string];

/** Each pair of folders of which one has a theory that requires one of the other. */
export function folderEdges({ theories }: Pick<Development, "theories">): Edge[] {
  const pairs = theories.flatMap(({ name, requires }) =>
    requires
      .filter((required) => folderOf(required) !== folderOf(name))
      .map((required) => `${folderOf(name)},${folderOf(required)}`),
  );
  return [...new Set(pairs)].map((pair) => pair.split(",") as unknown as Edge);
}

/** The edges without those that a longer way implies. */
function withoutShortcuts(edges: readonly Edge[]): Edge[] {
  const reached = (from: string, found: Set<string>): Set<string> => {
    for (const [start, end] of edges) if (start === from && !found.has(end)) reached(end, found.add(end));
    return found;
  };
  return edges.filter(
    ([from, to]) =>
      !edges.some(([start, by]) => start === from && by !== to && reached(by, new Set()).has(to)),
  );
}

const folderOf = (theory: string): string =>
  theory.includes("/") ? theory.slice(0, theory.indexOf("/")) : theory;
