import { readFileSync, readdirSync } from "node:fs";
import type { Expected, WrittenLayers, WrittenNetwork } from "../../src/checker/verdict.js";

const corpus = new URL("corpus/", import.meta.url);

/** The text of a file of the corpus, by its path without an ending. */
export const read = (file: string): string => readFileSync(new URL(`${file}.json`, corpus), "utf8");

/** The files of a folder, without endings. */
export const namesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, corpus))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();

/** Networks of one input and one output, a pair of weights a unit. */
export function network(...units: [string, string][]): WrittenNetwork {
  return { incoming: units.map(([w]) => [w]), outgoing: units.map(([, a]) => [a]) };
}

// What callers ask for. Most paths go from `split` to `mirrored` above the one unit `theta`.
export const theta = network(["2", "3"]);
export const split = network(["2", "3"], ["7", "0"]);
export const mirrored = network(["7", "0"], ["2", "3"]);
export const upper = network(["2", "3"], ["2", "0"]);
export const lower = network(["2", "0"], ["2", "3"]);
export const count = (r: number, m: number): Expected => ({ claim: "thm-3.1-count", r, m });
export const refuted = (r: number, m: number): Expected => ({ ...count(r, m), refuted: true });
export const tree: Expected = { claim: "thm-3.1-connected", r: 1, m: 2 };
export const walk = (from: WrittenNetwork, to: WrittenNetwork): Expected => ({
  claim: "thm-3.1-path",
  from,
  to,
});
export const least = (from: WrittenNetwork, to: WrittenNetwork): Expected => ({
  claim: "ext-geodesic",
  from,
  to,
});
export const path = walk(split, mirrored);
export const geodesic = least(split, mirrored);
export const lemma: Expected = { claim: "lem-2.1", refuted: true };
// Critical points above the one unit (1, 1), but for `saddle`; one matrix; four weights.
export const unit = network(["1", "1"]);
export const halves = network(["1", "1/2"], ["1", "1/2"]);
export const square = { denominator: ["1"], numerator: ["0", "0", "1"] };
export const twoPoints = { inputs: [["1"], ["2"]], targets: [["-3"], ["5"]] };
export const flat: Expected = { claim: "prop-4.3", network: halves };
export const claimed = (claim: string): Expected => ({ claim });
export const zeros = claimed("prop-4.4");
export const saddle = claimed("ext-saddle");
export const question = claimed("open-strict-saddles");
export const cooper = claimed("cooper-2.3");
export const ones = [
  ["1", "1", "0"],
  ["1", "1", "0"],
  ["0", "0", "-2"],
];
export const form: Expected = { claim: "cooper-2.3", matrix: ones };
export const nullForm: Expected = {
  claim: "prop-4.4",
  matrix: [
    ["0", "0"],
    ["0", "0"],
  ],
};
export const exchange: Expected = {
  claim: "ext-saddle",
  matrix: [
    ["0", "1/7"],
    ["1/7", "0"],
  ],
};
export const independent: Expected = { claim: "thm-4.2", weights: [["0"], ["1"], ["-1"], ["1/2"]] };
export const independence = claimed("thm-4.2");
export const topology = (r: number, m: number): Expected => ({ claim: "ext-topology", r, m });
export const circle = topology(2, 3);
/** A caller who gives the matrix that a rejected file has, so that it is refused for another reason. */
export function claimedForm(file: string): Expected {
  const { claim, body } = JSON.parse(read(`reject/${file}`)) as { claim: string; body: Expected };
  return { claim, matrix: body.matrix };
}
/** Networks of three matrices with biases, as layered paths lead from and to. */
export const deep: WrittenLayers = {
  biases: [["1"], ["1/2"], ["-1"]],
  weights: [[["2"]], [["3"]], [["5"]]],
};
export const deepFrom: WrittenLayers = {
  biases: [["1", "4"], ["1/2", "9"], ["-1"]],
  weights: [
    [["2"], ["7"]],
    [
      ["3", "0"],
      ["6", "0"],
    ],
    [["5", "0"]],
  ],
};
export const deepTo: WrittenLayers = {
  biases: [["4", "1"], ["9", "1/2"], ["-1"]],
  weights: [
    [["7"], ["2"]],
    [
      ["0", "6"],
      ["0", "3"],
    ],
    [["0", "5"]],
  ],
};
export const layered: Expected = { claim: "mlp-connected", from: deepFrom, to: deepTo };
/** A caller whose networks are those that the file has. */
export function claimedEnds(file: string): Expected {
  const { claim, body } = JSON.parse(read(file)) as {
    claim: string;
    body: { points: WrittenLayers[] };
  };
  const [from = deepFrom, to = from] = [body.points[0], body.points.at(-1)];
  return { claim, from, to };
}
export const ownEnds = (...files: string[]): Record<string, Expected> =>
  Object.fromEntries(files.map((file) => [file, claimedEnds(`reject/${file}`)]));
export const wide = (w: string, zeros: number): WrittenNetwork =>
  network(["2", "3"], ...Array.from({ length: zeros }, (): [string, string] => [w, "0"]));
export const cancelling = network(["2", "3"], ["7", "1"], ["7", "-1"]);
