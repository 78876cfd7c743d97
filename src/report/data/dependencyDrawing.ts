import { type Dependencies, type DependencyNode, around } from "./dependencies.js";

/** How nodes are drawn: white words can be read on each ground. */
const GROUNDS: Readonly<Record<DependencyNode["kind"], string>> = {
  claim: "#0a5a9c",
  theorem: "#1a6b35",
  definition: "#7a3b86",
  theory: "#57606a",
};

const [WIDTH, GAP, ROW, HIGH, TOP] = [270, 50, 26, 20, 34] as const;

/** What a node rests on at the left, and what rests on it at the right, each a link. */
export function dependencyDrawing(dependencies: Dependencies, id: string): string {
  const place = Math.max(
    0,
    dependencies.nodes.findIndex((node) => node.id === id),
  );
  const own = dependencies.nodes[place];
  if (own === undefined) return "";
  const { below, above } = around(dependencies, place);
  const rows = Math.max(1, below.length, above.length);
  const [width, height] = [3 * WIDTH + 2 * GAP, TOP + rows * ROW + 8];
  const middle = TOP + (rows * ROW) / 2;
  const columns = [
    { nodes: below, x: 0, head: `rests on ${below.length}`, from: WIDTH, to: WIDTH + GAP },
    {
      ...{ nodes: above, x: 2 * (WIDTH + GAP), head: `${above.length} rest on it` },
      ...{ from: 2 * (WIDTH + GAP), to: 2 * WIDTH + GAP },
    },
  ];
  const drawn = columns.flatMap(({ nodes, x, head, from, to }) => {
    const top = middle - (nodes.length * ROW) / 2;
    return [
      text(x + WIDTH / 2, 18, head, "#444"),
      ...nodes.map((_, row) => {
        const y = top + (row + 0.5) * ROW;
        return `<path d="M${from} ${y}C${(from + to) / 2} ${y} ${(from + to) / 2} ${middle} ${to} ${middle}" fill="none" stroke="#999"/>`;
      }),
      ...nodes.map((node, row) => box(node, x, top + (row + 0.5) * ROW)),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(`What ${own.kind} ${own.name} rests on, and what rests on it`)}</title>`,
    ...drawn,
    box(own, WIDTH + GAP, middle, true),
    "</svg>",
  ].join("");
}

function box(node: DependencyNode, x: number, y: number, isOwn = false): string {
  const { id, kind, name, says } = node;
  const rim = isOwn ? ' stroke="#000" stroke-width="3"' : "";
  const words = `${kind} ${name}${says === "" ? "" : `: ${says}`}`;
  return (
    `<a href="#depends=${escaped(encodeURIComponent(id))}" class="node"><title>${escaped(words)}</title>` +
    `<rect x="${x + 2}" y="${y - HIGH / 2}" width="${WIDTH - 4}" height="${HIGH}" rx="4" fill="${GROUNDS[kind]}"${rim}/>` +
    `${text(x + WIDTH / 2, y + 4, shortened(name), "#fff")}</a>`
  );
}

const text = (x: number, y: number, words: string, colour: string): string =>
  `<text x="${x}" y="${y}" text-anchor="middle" fill="${colour}">${escaped(words)}</text>`;

const MOST = 36;

const shortened = (name: string): string => (name.length <= MOST ? name : `${name.slice(0, MOST - 1)}…`);

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
