import { describe, expect, it } from "vitest";
import type { PathChange } from "../../../../src/cli/commands/path/report.js";
import { SignedLabelledPartition } from "../../../../src/combinatorics/signed/signedLabelledPartition.js";
import { RationalVector } from "../../../../src/exact/vectors/rationalVector.js";
import { signedGammaHolds } from "../../../../src/manifold/signed/signedGammaSubspace.js";
import { parseSymmetry } from "../../../../src/network/activations/namedSymmetries.js";
import { reduceFor } from "../../../../src/network/activations/symmetricReduction.js";
import { networkFile, parseNetworkFile } from "../../../../src/network/networkFile.js";
import { type TwoLayerNetwork, evaluate } from "../../../../src/network/twoLayerNetwork.js";
import { itRefuses, printed, printedJson, refused } from "../../runs.js";
import { networkText, scratchFolder, textOf, writerIn } from "../../scratch.js";
import { linesOf } from "../svgLines.js";

const fileOf = writerIn(scratchFolder());
const FROM = "examples/mirrored-from.json";
const TO = "examples/mirrored-to.json";
const PAIR = `${FROM} ${TO}`;
const TANH = `${PAIR} --activation tanh`;

interface Listed {
  readonly segments: number;
  readonly lowerBound: number;
  readonly points: readonly unknown[];
  readonly subspaces: readonly (readonly number[])[];
  readonly signs: readonly (readonly number[])[];
  readonly activation: string;
}

const listed = async (words: string): Promise<Listed> =>
  (await printedJson(`path ${words} --json`)) as Listed;
const networkOf = (point: unknown): TwoLayerNetwork => parseNetworkFile(JSON.stringify(point), "point");
const read = (file: string): TwoLayerNetwork => parseNetworkFile(textOf(file), file);

/** The values of a network for the odd z + z³, at some inputs. */
function valuesOf(network: TwoLayerNetwork): string[] {
  const inputs = [
    RationalVector.of([1n, 2n]),
    RationalVector.of([-3n, 1n], 2n),
    RationalVector.of([5n, -7n]),
  ];
  return inputs.map((x) => evaluate(network, x, (z) => z.add(z.mul(z).mul(z))).key);
}

/** Why these are no segments from FROM to TO in subspaces with mirrored neurons; undefined if they are. */
function fault({ points, subspaces, signs }: Listed): string | undefined {
  const visited = points.map(networkOf);
  const theta = reduceFor(read(FROM), parseSymmetry("tanh")).irreducible;
  const ends = [visited[0], visited.at(-1)].map((end) => end && networkFile(end));
  if (JSON.stringify(ends) !== JSON.stringify([read(FROM), read(TO)].map(networkFile))) return "other ends";
  if (signs.length !== subspaces.length || points.length !== subspaces.length + 1) return "other lengths";
  const wrong = subspaces.findIndex((codes, segment) => {
    const partition = SignedLabelledPartition.of(codes, signs[segment] ?? [], theta.units.length, "odd");
    return !visited.slice(segment, segment + 2).every((point) => signedGammaHolds(theta, partition, point));
  });
  if (wrong >= 0) return `segment ${wrong + 1} leaves its subspace`;
  const values = new Set(visited.map((network) => valuesOf(network).join(" ")));
  return values.size === 1 ? undefined : "another function";
}

describe("equiloss path --activation tanh --json", () => {
  it("lists the signs of each subspace, of points with one function", async () => {
    const found = await listed(TANH);
    expect(Object.keys(found)).toEqual([
      "segments",
      "lowerBound",
      "points",
      "subspaces",
      "signs",
      "activation",
    ]);
    expect(found).toMatchObject({ segments: 4, lowerBound: 4, activation: "tanh" });
    expect(found.signs.flat()).toEqual(expect.arrayContaining([1, -1, 0]));
    expect(fault(found)).toBeUndefined();
  });

  it("would be seen with another sign, code, weight or end", async () => {
    const found = await listed(TANH);
    const turned = found.signs.map((signs, segment) => (segment === 1 ? [-1, ...signs.slice(1)] : signs));
    expect(fault({ ...found, signs: found.signs.map((signs) => signs.map(() => 1)) })).toMatch(/^segment 1/);
    expect(() => fault({ ...found, signs: turned })).toThrow("opens a zero block with sign -1");
    const subspaces = found.subspaces.with(2, [1, 1, 0, 2]);
    expect(fault({ ...found, subspaces })).toBe("segment 3 leaves its subspace");
    const moved = JSON.parse(JSON.stringify(found.points).replace('"-2"', '"-3"')) as unknown[];
    expect(fault({ ...found, points: moved })).toBe("segment 1 leaves its subspace");
    expect(fault({ ...found, points: [...found.points].reverse() })).toBe("other ends");
  });

  it("cuts segments with --steps, and their signs with them", async () => {
    const [whole, cut] = [await listed(TANH), await listed(`${TANH} --steps 3`)];
    expect(cut.signs).toEqual(whole.signs.flatMap((signs) => [signs, signs, signs]));
    expect(fault(cut)).toBeUndefined();
  });

  it("has no signs without --activation, and none where there is no path", async () => {
    expect(await listed("examples/path-from.json examples/path-to.json")).not.toHaveProperty("signs");
    const [one, other] = ["2; 1/2", "-2; 1/2"].map((rows, at) =>
      fileOf(networkText([rows, at === 0 ? "3 1" : "-3 1"])),
    );
    expect(await listed(`${one} ${other} --activation erf`)).toEqual({
      segments: null,
      lowerBound: null,
      points: [],
      subspaces: [],
      signs: [],
      activation: "erf",
    });
    expect(await printed(`path ${one} ${other} --activation erf`)).toBe(
      "no path: for erf the networks reduce to width 2, their own, so they are isolated\n",
    );
  });
});

describe("equiloss path --activation tanh", () => {
  it("says what tanh allows, and which neurons are mirrored or silent on each segment", async () => {
    const lines = (await printed(`path ${TANH}`)).trimEnd().split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "tanh, odd: a neuron (w, a) may be mirrored to (−w, −a), and silent at w = 0",
      "4 segments from the first network to the second, r = 2, m = 4",
      "no path has fewer (search)",
    ]);
    const { signs } = await listed(TANH);
    const told = lines.slice(3).map((line) => {
      const named = (word: string): number[] =>
        [...(new RegExp(`; ${word}: neurons? ([^;]*)`).exec(line)?.[1] ?? "").matchAll(/\d+/g)].map(Number);
      return [named("mirrored"), named("silent")];
    });
    expect(told).toEqual(
      signs.map((list) =>
        [-1, 0].map((wanted) => list.flatMap((sign, unit) => (sign === wanted ? [unit + 1] : []))),
      ),
    );
  });

  it("says that a path by placements may not be a shortest one", async () => {
    const found = await listed(`${TANH} --budget 1`);
    expect([found.segments, found.lowerBound, fault(found)]).toEqual([5, 2, undefined]);
    expect(await printed(`path ${TANH} --budget 1`)).toContain(
      "\nNOT proved least: between 2 and 5 (placements)\n",
    );
  });

  it("finds fewer segments than without mirrored neurons, never more", async () => {
    const pair = "examples/path-from.json examples/path-to.json";
    const [plain, tanh, even] = await Promise.all(
      ["", " --activation tanh", " --activation gaussian"].map((option) => listed(pair + option)),
    );
    expect([plain, tanh, even].map((found) => found?.segments)).toEqual([4, 4, 4]);
  });

  it("tells with --changes the signs that change", async () => {
    const text = await printed(`path ${TANH} --changes`);
    const { signs } = await listed(TANH);
    const current: number[] = [];
    const followed = text
      .trimEnd()
      .split("\n")
      .map((line) => {
        const change = JSON.parse(line) as PathChange;
        for (const [neuron, sign] of change.signs ?? []) current[neuron - 1] = sign;
        return [...current];
      });
    expect(followed).toEqual(signs);
  });

  it("draws the weights with --svg, and says why there is no loss", async () => {
    const svg = await printed(`path ${TANH} --svg`);
    expect(linesOf(svg).map(({ length }) => length)).toEqual([5, 5, 5, 5]);
    expect(svg).toContain("Outgoing weights along the path; no loss, as for tanh it is not rational");
    expect(await printed(`path examples/path-from.json examples/path-to.json --svg`)).not.toContain(
      "no loss",
    );
  });
});

const OTHERS =
  "give one of tanh, erf, arctan, softsign, gaussian, or leave it out, and no neuron is mirrored";

describe("refusals with --activation", () => {
  const cancels = fileOf(networkText(["1; -1", "2 2"]));
  const constant = fileOf(networkText(["1; 0; 2", "2 3 0"]));
  const left = "so a mirrored neuron leaves";
  itRefuses("path", {
    [PAIR]: `${TO}: computes another function than ${FROM} for some activation; give networks that \`equiloss reduce\` takes to the same one, up to the order of its neurons; or name the activation, such as --activation tanh; \`equiloss compare\` says where they differ`,
    [`${PAIR} --activation gaussian`]: `${TO}: computes another function than ${FROM} for gaussian; give networks that \`equiloss reduce --activation gaussian\` takes to the same one, up to the order of its neurons and their signs; \`equiloss compare --activation gaussian\` says where they differ`,
    [`${PAIR} --activation relu`]: `--activation: with relu neurons may be scaled too, so the networks that compute the same are no affine subspaces; ${OTHERS}`,
    [`${PAIR} --activation sigmoid`]: `--activation: sigmoid is 1/2 + odd, ${left} a constant, and the networks have no output bias to take it; ${OTHERS}`,
    [`${PAIR} --activation silu`]: `--activation: silu is 1/2·x + even, ${left} a linear part, and the networks have no skip connection to take it; ${OTHERS}`,
    [`${PAIR} --activation tanf`]:
      '--activation: "tanf" is not an activation with a known symmetry (Did you mean tanh?); give one of tanh, erf, arctan, softsign, sigmoid, softplus, silu, gelu, gaussian, relu, leaky:1/10',
    [`${TANH} --as-paper`]:
      "--as-paper: the path of that proof mirrors no neuron; leave it or --activation out",
    [`${TANH} --svg --data ${FROM}`]:
      "--data: the loss for tanh is not rational, so it isn't drawn; leave it out, or give --activation a form such as ratio:1,1:1,0,1",
    [`${TANH} --svg --json`]: "option '--svg' cannot be used with option '--json'; see equiloss path --help",
    "examples/deep-from.json examples/deep-to.json --activation tanh":
      "--activation: only for networks of two layers without biases; leave it out",
    [`${cancels} ${cancels} --activation tanh`]: `${cancels}: all neurons cancel; give a network that reduces to one neuron or more`,
    [`${constant} ${constant} --activation gaussian`]: `${constant}: for gaussian a neuron with incoming weights 0 is left, which computes a constant and has no mirror image; give networks of which such neurons cancel, or leave out --activation`,
    [`${FROM} examples/path-to.json --activation tanh`]: `examples/path-to.json: 5 neurons, in ${FROM} 4; give networks of one width; equiloss expand makes the smaller one wider`,
  });
});

describe("wide networks with mirrored neurons", () => {
  it("have a path that is proved least, with one neuron to spare", async () => {
    const units = Array.from({ length: 50 }, (_, n) => n + 1);
    const [from, to] = [1, -1].map((sign) =>
      fileOf(
        networkText([`${units.map((n) => n * sign).join("; ")}; 0`, `${units.map(() => sign).join(" ")} 1`]),
      ),
    );
    expect(await printed(`path ${String(from)} ${String(to)} --activation tanh`)).toContain(
      "\n203 segments from the first network to the second, r = 50, m = 51\n" +
        "no path has fewer (star graph)\n",
    );
  });

  it("are refused if their path could not be held", async () => {
    const order = Array.from({ length: 1301 }, (_, n) => n);
    const [from, to] = [order, [...order].reverse()].map((units) =>
      fileOf(networkText([units.join("; "), units.map(() => "1").join(" ")])),
    );
    await refused(
      `path ${String(from)} ${String(to)} --activation tanh`,
      "a path with mirrored neurons may have 5204 points of 1301 neurons, which are too many to hold; give " +
        "narrower networks, or leave out --activation",
    );
  });
});
