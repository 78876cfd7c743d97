import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../../src/combinatorics/partitions/labelledPartition.js";
import { multiLayerSubspaceHolds } from "../../../../src/manifold/layers/multiLayerSubspace.js";
import { multiLayerFile, parseMultiLayerFile } from "../../../../src/network/networkFile.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../../../src/network/multiLayerNetwork.js";
import { itRefuses, printed, printedJson, refused } from "../../runs.js";
import { summaryOf } from "./summary.js";
import { networkText, scratchFolder, textOf, writerIn } from "../../scratch.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);
const networkFile = (matrices: readonly string[], biases?: string): string =>
  fileOf(networkText(matrices, biases));

const read = (file: string): MultiLayerNetwork => parseMultiLayerFile(textOf(file), file);

const FROM = "examples/deep-from.json";
const TO = "examples/deep-to.json";
const A = networkFile(["2; 7", "3 0; 6 0", "5 0"]);
const B = networkFile(["7; 2", "0 6; 0 3", "0 5"]);
const OUTSIDE = networkFile(["2; 7", "3 0; 0 1", "5 0"]);
const ISOLATED = networkFile(["2; 3", "1 2", "1"]);
const EXCHANGED = networkFile(["3; 2", "2 1", "1"]);
const APART =
  "no path: hidden layer 1 reduces to width 2, its own, and the networks have its neurons in different orders";

describe("equiloss path with networks of several layers", () => {
  it("tells the length, and which layers need it", async () => {
    expect(summaryOf(await printed(`path ${FROM} ${TO}`))).toBe(
      "9 segments from the first network to the second, hidden widths r = 3-3-3, m = 4-4-4\n" +
        "no path in Θ has fewer: hidden layer 1 needs as many (star graph)\n",
    );
    expect(await printed(`path ${A} ${B}`)).toContain(
      "no path in Θ has fewer: hidden layers 1 and 2 need as many (star graph)",
    );
  });

  it.each([
    [A, A, "0 segments", "no path has fewer (equal points)"],
    [A, OUTSIDE, "1 segment", "no path has fewer (common subspace)"],
    [
      OUTSIDE,
      B,
      "4 segments",
      "NOT proved least: an end lies outside Θ, the networks that expansion from the last layer to the first reaches (star graph)",
    ],
  ])("%s to %s: %s", async (from, to, length, bound) => {
    expect(summaryOf(await printed(`path ${from} ${to}`))).toBe(
      `${length} from the first network to the second, hidden widths r = 1-1, m = 2-2\n${bound}\n`,
    );
  });

  it("says which layer keeps the networks apart", async () => {
    expect(await printed(`path ${ISOLATED} ${EXCHANGED}`)).toBe(`${APART}\n`);
    expect(await printed(`path ${ISOLATED} ${EXCHANGED} --json`)).toBe(
      '{"format":"equiloss-path/1","segments":null,"lowerBound":null,"points":[],"subspaces":[]}\n',
    );
  });

  it.each([1, 3])("lists networks, and the labelled partitions of each segment cut in %d", async (steps) => {
    const line = `path ${FROM} ${TO} --json --steps ${steps}`;
    const { segments, lowerBound, points, subspaces } = (await printedJson(line)) as {
      segments: number;
      lowerBound: number;
      points: unknown[];
      subspaces: number[][][];
    };
    expect([segments, lowerBound, subspaces.length, points.length]).toEqual([9, 9, 9 * steps, 9 * steps + 1]);
    const networks = points.map((point) => parseMultiLayerFile(JSON.stringify(point), "point"));
    expect([networks[0], networks.at(-1)].map((end) => end && multiLayerFile(end))).toEqual(
      [FROM, TO].map((file) => multiLayerFile(read(file))),
    );
    const theta = read("examples/deep-minimal.json");
    subspaces.forEach((tuple, segment) => {
      const partitions = tuple.map((codes, layer) =>
        LabelledPartition.of(codes, hiddenWidths(theta)[layer] ?? 0),
      );
      for (const network of networks.slice(segment, segment + 2)) {
        expect(multiLayerSubspaceHolds(theta, partitions, "last to first", network)).toBe(true);
      }
    });
  });

  it("keeps biases in the points", async () => {
    const [from, to] = ["2; 7", "7; 2"].map((first, index) =>
      networkFile([first, index === 0 ? "3 0" : "0 3"], "1 1; 4"),
    );
    const { points } = (await printedJson(`path ${from} ${to} --json`)) as {
      points: { biases: string[][] }[];
    };
    expect(points.map(({ biases }) => biases[1])).toEqual(points.map(() => ["4"]));
    expect(points.length).toBe(4);
  });

  const ends = `in ${A} 1-2-2-1; give networks of as many layers, with as many inputs and outputs`;
  const zeros = "give both biases, of zeros where there are none";
  it.each([
    [
      ["7; 2", "0 6; 0 3", "0 6"],
      undefined,
      `computes another function than ${A} for some activation; give networks that \`equiloss reduce\` takes to the same one, up to the order of neurons in hidden layers; \`equiloss compare\` says where they differ`,
    ],
    [["2", "3", "5", "1"], undefined, `layers of widths 1-1-1-1-1, ${ends}`],
    [["2; 7", "3 0"], undefined, `layers of widths 1-2-1, ${ends}`],
    [["2 0; 7 0", "3 0; 6 0", "5 0"], undefined, `layers of widths 2-2-2-1, ${ends}`],
    [
      ["2; 7; 1", "3 0 0; 6 0 0", "5 0"],
      undefined,
      `layers of widths 1-3-2-1, in ${A} 1-2-2-1; give networks of one shape; equiloss expand makes layers wider`,
    ],
    [["2; 7", "3 0; 6 0", "5 0"], "0 0; 0 0; 0", `biases, in ${A} there are none; ${zeros}`],
  ])("refuses %j with biases %s beside another", async (matrices, biases, message) => {
    const file = networkFile(matrices, biases);
    await refused(`path ${A} ${file}`, `${file}: ${message}`);
  });

  it("refuses what lacks biases beside what has some", async () => {
    const [plain, biased] = [networkFile(["2", "3"]), networkFile(["2", "3"], "0; 0")];
    await refused(`path ${biased} ${plain}`, `${plain}: no biases, in ${biased} there are some; ${zeros}`);
  });

  it.each([
    [2, networkFile(["2", "3", "0"])],
    [1, networkFile(["2", "0", "1"], "0; 1; 0")],
  ])("refuses what reduces to nothing in layer %d", async (layer, file) => {
    await refused(
      `path ${file} ${file}`,
      `${file}: all neurons of hidden layer ${layer} cancel, so that nothing depends on the input; ` +
        "give a network that keeps a neuron in every hidden layer when it is reduced",
    );
  });

  itRefuses(`path ${A} ${B}`, {
    "--as-paper": "--as-paper: only for networks of two layers without biases; leave it out",
    "--changes": "--changes: only for networks of two layers without biases; leave it out",
  });
});

describe("certificates of paths of several layers", () => {
  const file = `${folder}/certificate.json`;
  const check = `check ${file} --claim mlp-connected`;
  const [from, to] = ["examples/teacher-from.json", "examples/teacher-to.json"];
  const ends = `--from ${from} --to ${to}`;

  it("are made by certify path, and accepted for the networks that they are about", async () => {
    expect(await printed(`certify path ${from} ${to} -o ${file}`)).toContain(
      `${file}: certificate for mlp-connected, `,
    );
    expect(await printed(`${check} ${ends} --network examples/teacher-4-4-4.json`)).toBe(
      "accepted: a path of 13 segments, all of whose networks compute what theta does, for every activation\n",
    );
    expect(await printed(`${check} --from ${to} --to ${to}`, 1)).toBe(
      "rejected by rule end, at body.first: not the caller's first network\n",
    );
    expect(await printed(`${check} ${ends} --network examples/deep-minimal.json`, 1)).toContain("rejected");
    await refused(
      `${check} ${ends} --r 4`,
      "certificates for mlp-connected don't depend on --r; leave out --r, or name another claim",
    );
    await refused(
      `${check} --from ${to}`,
      "you must say what a certificate for mlp-connected is about; give --to",
    );
  });

  it.each([
    [A, A, 1],
    [OUTSIDE, B, 4],
  ])("are made from a network to itself, and to one outside Θ", async (start, end, length) => {
    await printed(`certify path ${start} ${end} -o ${file}`);
    expect(await printed(`${check} --from ${start} --to ${end}`)).toContain(
      `accepted: a path of ${length} segments`,
    );
  });

  itRefuses("certify path", {
    [`${ISOLATED} ${EXCHANGED} -o ${folder}/none.json`]: `${APART}; give networks with a neuron to spare in every hidden layer`,
  });
});
