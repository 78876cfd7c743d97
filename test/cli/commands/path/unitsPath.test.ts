import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../../src/combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../../../src/exact/vectors/rationalVector.js";
import { gammaHolds } from "../../../../src/manifold/subspaces/gammaSubspace.js";
import { networkFile, parseNetworkFile } from "../../../../src/network/networkFile.js";
import { randomIrreducible } from "../../../../src/network/randomNetwork.js";
import { reduce } from "../../../../src/network/reduction.js";
import type { TwoLayerNetwork, Unit } from "../../../../src/network/twoLayerNetwork.js";
import { sameNetwork, twoLayerNetwork } from "../../../../src/network/twoLayerNetwork.js";
import { equilossWith } from "../../../runEquiloss.js";
import { itRefuses, printed, printedJson, refused } from "../../runs.js";
import { summaryOf } from "./summary.js";
import { networkText, scratchFolder, textOf, writerIn } from "../../scratch.js";

const folder = scratchFolder();
const writeIn = writerIn(folder);
const fileOf = (network: TwoLayerNetwork): string => writeIn(JSON.stringify(networkFile(network)));

const FROM = "examples/path-from.json";
const TO = "examples/path-to.json";
const read = (file: string): TwoLayerNetwork => parseNetworkFile(textOf(file), file);

interface Listed {
  readonly segments: number | null;
  readonly lowerBound: number | null;
  readonly points: readonly unknown[];
  readonly subspaces: readonly (readonly number[])[];
}

async function listed(words: string): Promise<Listed> {
  return (await printedJson(`path ${words} --json`)) as Listed;
}

/** Every segment lies in its subspace, and the ends are the files, as they were given. */
function expectPath({ points, subspaces }: Listed, fromFile: string, toFile: string): void {
  const visited = points.map((point) => parseNetworkFile(JSON.stringify(point), "point"));
  const [from, to] = [read(fromFile), read(toFile)];
  expect([visited[0], visited.at(-1)].map((end) => networkFile(end ?? from))).toEqual(
    [from, to].map(networkFile),
  );
  expect(points.length).toBe(subspaces.length + 1);
  const theta = reduce(from).irreducible;
  subspaces.forEach((codes, segment) => {
    const partition = LabelledPartition.of(codes, theta.units.length);
    for (const point of visited.slice(segment, segment + 2))
      expect(gammaHolds(theta, partition, point)).toBe(true);
  });
}

/** A random network of width r with silent units added in front, and the same with its order turned. */
function turned(r: number, extra: number, seed: number): TwoLayerNetwork[] {
  const theta = randomIrreducible(r, 2, 1, seed);
  const silent = (n: number): Unit => ({
    incoming: RationalVector.of([BigInt(n), 100n]),
    outgoing: RationalVector.zero(1),
  });
  const units = [...Array.from({ length: extra }, (_, n) => silent(n)), ...theta.units];
  const orders = [units, [...units.slice(1), ...units.slice(0, 1)]];
  return orders.map((order) => twoLayerNetwork(2, 1, order));
}

describe("equiloss path --json", () => {
  it("lists segments, bound, points as network files and subspaces, and no more", async () => {
    const found = await listed(`${FROM} ${TO}`);
    expect(Object.keys(found)).toEqual(["segments", "lowerBound", "points", "subspaces"]);
    expect([found.segments, found.lowerBound, found.subspaces.length]).toEqual([4, 4, 4]);
    for (const point of found.points) expect(point).toMatchObject({ format: "equiloss-network/1" });
    expectPath(found, FROM, TO);
  });

  it("of equal networks is one point and no segment", async () => {
    const network = JSON.parse(textOf(FROM)) as unknown;
    expect(await listed(`${FROM} ${FROM}`)).toEqual({
      segments: 0,
      lowerBound: 0,
      points: [network],
      subspaces: [],
    });
    const irreducible = "examples/irreducible.json";
    expect(await listed(`${irreducible} ${irreducible}`)).toMatchObject({ segments: 0, lowerBound: 0 });
  });

  it("without a neuron to spare says that there is none", async () => {
    const [from, to] = turned(3, 0, 1).map(fileOf);
    expect(await listed(`${from} ${to}`)).toEqual({
      segments: null,
      lowerBound: null,
      points: [],
      subspaces: [],
    });
  });

  it("of the paper's construction is a path too, never shorter, with the same bound", async () => {
    let saved = 0;
    for (const networks of [turned(2, 1, 2), turned(3, 1, 3), turned(2, 3, 2)]) {
      const [from, to] = networks.map(fileOf);
      const [shortest, paper] = [await listed(`${from} ${to}`), await listed(`${from} ${to} --as-paper`)];
      expect(paper.lowerBound).toBe(shortest.segments);
      saved += (paper.segments ?? 0) - (shortest.segments ?? 0);
      expect(paper.segments).toBeGreaterThanOrEqual(shortest.segments ?? Infinity);
    }
    expect(saved).toBeGreaterThan(0);
    const paper = await listed(`${FROM} ${TO} --as-paper`);
    expect([paper.segments, paper.lowerBound]).toEqual([8, 4]);
    expectPath(paper, FROM, TO);
  });

  it("with --steps cuts each segment into equal pieces", async () => {
    const [whole, cut] = [await listed(`${FROM} ${TO}`), await listed(`${FROM} ${TO} --steps 3`)];
    expect([cut.segments, cut.lowerBound, cut.points.length]).toEqual([4, 4, 13]);
    expect(cut.points.filter((_, index) => index % 3 === 0)).toEqual(whole.points);
    expect(cut.subspaces).toEqual(whole.subspaces.flatMap((codes) => [codes, codes, codes]));
    expectPath(cut, FROM, TO);
    const at = (index: number): TwoLayerNetwork =>
      parseNetworkFile(JSON.stringify(cut.points[index]), "point");
    // Outgoing weight of the second unit: −5/2 at first, 0 after the first segment.
    expect([0, 1, 2, 3].map((index) => at(index).units[1]?.outgoing.toStrings()[0])).toEqual([
      "-5/2",
      "-5/3",
      "-5/6",
      "0",
    ]);
    expect(await listed(`${FROM} ${FROM} --steps 5`)).toEqual(await listed(`${FROM} ${FROM}`));
  });

  it("with a budget that is too small has a bound below the length", async () => {
    const found = await listed(`${FROM} ${TO} --budget 3`);
    expect([found.segments, found.lowerBound]).toEqual([4, 2]);
    expectPath(found, FROM, TO);
  });
});

describe("equiloss path", () => {
  const length = (segments: number, widths: string): string =>
    `${segments} segments from the first network to the second, ${widths}\n`;

  it.each([
    [`${FROM} ${TO}`, `${length(4, "r = 3, m = 5")}no path has fewer (search)\n`],
    [`${FROM} ${FROM}`, `${length(0, "r = 3, m = 5")}no path has fewer (equal points)\n`],
    [
      "examples/split.json examples/zero-outgoing.json",
      `${length(2, "r = 3, m = 4")}no path has fewer (star graph)\n`,
    ],
    [
      `${FROM} ${TO} --as-paper`,
      `${length(8, "r = 3, m = 5")}a shortest path has 4 (three segments per transposition)\n`,
    ],
    [
      `${FROM} ${TO} --budget 3`,
      `${length(4, "r = 3, m = 5")}NOT proved least: between 2 and 4 (placements)\n`,
    ],
    [
      `${FROM} ${TO} --budget 3 --as-paper`,
      `${length(8, "r = 3, m = 5")}NOT proved least: between 2 and 8 (three segments per transposition)\n`,
    ],
  ])("%s says so", async (words, text) => {
    expect(summaryOf(await printed(`path ${words}`))).toBe(text);
  });

  it("says that there is none without a neuron to spare", async () => {
    const [from, to] = turned(3, 0, 1).map(fileOf);
    const none = "no path: the networks reduce to width 3, their own, so the points of Θ are isolated\n";
    expect(await printed(`path ${from} ${to}`)).toBe(none);
    expect(await printed(`path ${from} ${to} --as-paper`)).toBe(none);
    await refused(`path ${from} ${to} --changes`, "there is no path; leave out --changes to read why");
  });

  it("reads one of the networks from standard input", async () => {
    const { stdout } = equilossWith({ input: textOf(TO) }, "path", FROM, "-");
    expect(stdout).toBe(await printed(`path ${FROM} ${TO}`));
  });

  it("tells with --changes what each segment changes, and nothing else", async () => {
    const text = await printed(`path ${FROM} ${TO} --changes`);
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Change);
    const { points, subspaces } = await listed(`${FROM} ${TO}`);
    expect(lines.length).toBe(4);
    const codes = [0, 0, 0, 0, 0];
    const units = [...read(FROM).units];
    let told = 0;
    lines.forEach((change, segment) => {
      for (const [index, code] of change.codes) codes[index - 1] = code;
      expect(codes).toEqual(subspaces[segment]);
      for (const { neuron: index, incoming, outgoing } of change.units) {
        const unit = {
          incoming: RationalVector.parse(...incoming),
          outgoing: RationalVector.parse(...outgoing),
        };
        expect(
          sameNetwork(twoLayerNetwork(2, 1, [unit]), twoLayerNetwork(2, 1, units.slice(index - 1, index))),
        ).toBe(false);
        units[index - 1] = unit;
        told += 1;
      }
      expect(networkFile(twoLayerNetwork(2, 1, units))).toEqual(points[segment + 1]);
    });
    expect(told).toBeLessThan(20);
    expect(await printed(`path ${FROM} ${FROM} --changes`)).toBe("");
  });
});

interface Change {
  readonly codes: readonly (readonly [number, number])[];
  readonly units: readonly { neuron: number; incoming: string[]; outgoing: string[] }[];
}

describe("r = 10^4 and one neuron more", () => {
  const r = 10_000;
  const weights = (order: readonly number[]): string =>
    networkText([order.join("; "), order.map((n) => (n === 0 ? "0" : "1")).join(" ")]);
  const order = Array.from({ length: r + 1 }, (_, n) => n);
  const [from, to] = [writeIn(weights(order)), writeIn(weights([...order.slice(1), 0]))];

  it("is settled", async () => {
    // One circle of all 10,001 with the free unit in it: 10,000 moves through as many doubled subspaces.
    const text = await printed(`path ${from} ${to}`);
    expect(summaryOf(text)).toBe(
      "20001 segments from the first network to the second, r = 10000, m = 10001\nno path has fewer (star graph)\n",
    );
    expect(text.split("\n").slice(31)).toEqual([
      expect.stringMatching(/^30 {2}neuron \d+ gives its output 1 to neuron \d+$/),
      "… 19971 more segments; --changes has all",
      "",
    ]);
  });

  it("is told by its changes, and too long to certify", async () => {
    expect((await printed(`path ${from} ${to} --changes`)).split("\n").length).toBe(20_002);
    await refused(
      `certify path ${from} ${to} -o ${folder}/long.json`,
      `the certificate would take about 400208936 bytes, the format's cap is 268435456; ` +
        "give networks with fewer neurons",
    );
  });
});

const SMALL = "examples/irreducible.json";
const MNIST = "examples/mnist-layer.json";
const CANCELS = "examples/cancels.json";
const CUTS = "--steps: it cuts the listed path; add --json, and leave out --changes";

describe("networks that no path can join", () => {
  itRefuses("path", {
    [`${SMALL} ${FROM}`]: `${FROM}: 5 neurons, in ${SMALL} 3; give networks of one width; equiloss expand makes the smaller one wider`,
    [`${FROM} ${MNIST}`]: `${MNIST}: d_in = 784 and d_out = 10, in ${FROM} 2 and 1; give networks of equal dimensions`,
    [`${SMALL} ${CANCELS}`]: `${CANCELS}: computes another function than ${SMALL} for some activation; give networks that \`equiloss reduce\` takes to the same one, up to the order of its neurons; or name the activation, such as --activation tanh; \`equiloss compare\` says where they differ`,
    [`${CANCELS} ${CANCELS}`]: `${CANCELS}: all neurons cancel; give a network that reduces to one neuron or more`,
    "- -": "standard input: can be read only once; give the other inputs as files",
    [`${FROM} none.json`]: "none.json: no such file; name a file that can be read",
    [`${FROM} ${TO} --steps 2`]: CUTS,
    [`${FROM} ${TO} --steps 2 --json --changes`]: CUTS,
    [`${FROM} ${TO} --steps 0`]:
      "--steps: 0 is too small; give a whole number from 1 to 10000, in decimal digits",
    [`${FROM} ${TO} --budget x`]:
      '--budget: "x" is not a whole number; give a whole number from 1 to 100000000, in decimal digits',
  });
});
