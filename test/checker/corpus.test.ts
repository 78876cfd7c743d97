import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../src/checker/check.js";
import type { Expected, LayeredNetwork, Network, RuleName } from "../../src/checker/verdict.js";
import { slowCheck } from "./slowCheck.js";

const corpus = new URL("corpus/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, corpus), "utf8");
const namesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, corpus))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();

/** Networks of one input and one output, a pair of weights a unit. */
function network(...units: [string, string][]): Network {
  return { incoming: units.map(([w]) => [w]), outgoing: units.map(([, a]) => [a]) };
}

// What callers ask for. Most paths go from `split` to `mirrored` above the one unit `theta`.
const theta = network(["2", "3"]);
const split = network(["2", "3"], ["7", "0"]);
const mirrored = network(["7", "0"], ["2", "3"]);
const upper = network(["2", "3"], ["2", "0"]);
const lower = network(["2", "0"], ["2", "3"]);
const count = (r: number, m: number): Expected => ({ claim: "thm-3.1-count", r, m });
const refuted = (r: number, m: number): Expected => ({ ...count(r, m), refuted: true });
const tree: Expected = { claim: "thm-3.1-connected", r: 1, m: 2 };
const walk = (from: Network, to: Network): Expected => ({ claim: "thm-3.1-path", from, to });
const least = (from: Network, to: Network): Expected => ({ claim: "ext-geodesic", from, to });
const path = walk(split, mirrored);
const geodesic = least(split, mirrored);
const lemma: Expected = { claim: "lem-2.1", refuted: true };
// Critical points above the one unit (1, 1), but for `saddle`; one matrix; four weights.
const unit = network(["1", "1"]);
const halves = network(["1", "1/2"], ["1", "1/2"]);
const square = { denominator: ["1"], numerator: ["0", "0", "1"] };
const twoPoints = { inputs: [["1"], ["2"]], targets: [["-3"], ["5"]] };
const flat: Expected = { claim: "prop-4.3", network: halves };
const claimed = (claim: string): Expected => ({ claim });
const zeros = claimed("prop-4.4");
const saddle = claimed("ext-saddle");
const question = claimed("open-strict-saddles");
const cooper = claimed("cooper-2.3");
const ones = [
  ["1", "1", "0"],
  ["1", "1", "0"],
  ["0", "0", "-2"],
];
const form: Expected = { claim: "cooper-2.3", matrix: ones };
const nullForm: Expected = {
  claim: "prop-4.4",
  matrix: [
    ["0", "0"],
    ["0", "0"],
  ],
};
const exchange: Expected = {
  claim: "ext-saddle",
  matrix: [
    ["0", "1/7"],
    ["1/7", "0"],
  ],
};
const independent: Expected = { claim: "thm-4.2", weights: [["0"], ["1"], ["-1"], ["1/2"]] };
const independence = claimed("thm-4.2");
const topology = (r: number, m: number): Expected => ({ claim: "ext-topology", r, m });
const circle = topology(2, 3);
/** A caller who gives the matrix that a rejected file has, so that it is refused for another reason. */
function claimedForm(file: string): Expected {
  const { claim, body } = JSON.parse(read(`reject/${file}.json`)) as { claim: string; body: Expected };
  return { claim, matrix: body.matrix };
}
/** Networks of three matrices with biases, as layered paths lead from and to. */
const deep: LayeredNetwork = {
  biases: [["1"], ["1/2"], ["-1"]],
  weights: [[["2"]], [["3"]], [["5"]]],
};
const deepFrom: LayeredNetwork = {
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
const deepTo: LayeredNetwork = {
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
const layered: Expected = { claim: "mlp-connected", from: deepFrom, to: deepTo };
/** A caller whose networks are those that the file has. */
function claimedEnds(file: string): Expected {
  const { claim, body } = JSON.parse(read(`${file}.json`)) as {
    claim: string;
    body: { points: LayeredNetwork[] };
  };
  const [from = deepFrom, to = from] = [body.points[0], body.points.at(-1)];
  return { claim, from, to };
}
const ownEnds = (...files: string[]): Record<string, Expected> =>
  Object.fromEntries(files.map((file) => [file, claimedEnds(`reject/${file}`)]));
const wide = (w: string, zeros: number): Network =>
  network(["2", "3"], ...Array.from({ length: zeros }, (): [string, string] => [w, "0"]));
const cancelling = network(["2", "3"], ["7", "1"], ["7", "-1"]);

const accepted: Record<string, Expected> = {
  "connected-1-2": { ...tree, theta },
  "critical-gradient": { ...flat, r: 1, m: 2, theta: unit, data: twoPoints, activation: square },
  "critical-minimum": { ...question, r: 1, m: 2 },
  "critical-no-saddle": { ...question, network: halves, data: twoPoints },
  "critical-quotient": { ...zeros, network: network(["1", "-1"], ["1", "2"]) },
  "critical-saddle": {
    ...saddle,
    network: {
      incoming: [["1"], ["1"]],
      outgoing: [
        ["1/2", "0"],
        ["1/2", "0"],
      ],
    },
  },
  "critical-same-width": { ...zeros, theta: unit, network: unit },
  "critical-zero-loss": { ...cooper, network: unit, activation: square },
  "critical-zeros": { ...zeros, r: 1, m: 3 },
  curves: lemma,
  "curves-in-other-order": lemma,
  "enumeration-1-2": count(1, 2),
  "enumeration-2-3": count(2, 3),
  "enumeration-beyond-the-plane": count(1, 1),
  "enumeration-newline": count(1, 1),
  "formula-1-4": refuted(1, 4),
  "formula-2-5": refuted(2, 5),
  independence: { ...independent, exponents: [0, 1, 2, 4] },
  "independence-plane": independence,
  inertia: { ...form, inertia: [1, 1, 1] },
  "inertia-fractions": exchange,
  "inertia-zero": nullForm,
  "morse-1-1": topology(1, 1),
  "morse-1-3": topology(1, 3),
  "morse-2-3": circle,
  "morse-other-way": circle,
  "morse-same-width": topology(2, 2),
  "layered-path": { ...layered, theta: deep },
  "layered-path-fibre": claimedEnds("accept/layered-path-fibre"),
  "layered-path-still": { ...layered, to: deepFrom },
  "layered-path-two-layers": claimedEnds("accept/layered-path-two-layers"),
  path: { ...path, r: 1, m: 2, theta },
  "path-longer-than-need-be": walk(upper, lower),
  "path-of-nothing": least(split, split),
  "path-of-nothing-star": least(split, split),
  "path-of-one": least(upper, lower),
  "path-potential": geodesic,
  "path-star": geodesic,
};

/** By rule, the files that violate it and nothing else, with what their callers ask for. */
const rejected: Record<RuleName, Record<string, Expected>> = {
  size: {
    "size-exponent": independence,
    "size-modulus": independence,
    "size-negative-exponent": independence,
    "size-negative-modulus": independence,
    "size-formula": refuted(1, 17),
    "size-morse-cells": topology(9, 9),
    "size-morse-m": topology(1, 18),
    "size-morse-r": topology(10, 10),
    "size-morse-r-above-m": topology(2, 1),
    "size-morse-r-zero": topology(0, 1),
    "size-potential": least(wide("7", 6), wide("8", 6)),
    "size-table": count(65, 65),
  },
  depth: { depth: count(1, 1), "depth-open": count(1, 1) },
  json: {
    json: count(1, 1),
    "json-empty": count(1, 1),
    "json-mark": count(1, 1),
    "json-trailing-comma": count(1, 1),
  },
  canonical: {
    "canonical-surrogate": count(1, 1),
    "canonical-surrogate-version": count(1, 1),
    "canonical-duplicate-key": count(1, 1),
    "canonical-escape": count(1, 1),
    "canonical-exponent": count(1, 1),
    "canonical-float": count(1, 1),
    "canonical-inner-order": count(1, 1),
    "canonical-minus-zero": count(1, 2),
    "canonical-order": count(1, 1),
    "canonical-space": count(1, 1),
    "canonical-two-newlines": count(1, 1),
  },
  shape: {
    "shape-cell": topology(1, 1),
    "shape-step": circle,
    "shape-step-of-three": circle,
    ...ownEnds(
      ...[
        "shape-layers-biases",
        "shape-layers-bias-length",
        "shape-layers-no-biases",
        "shape-layers-one-matrix",
        "shape-layers-theta-empty",
      ],
      ...["shape-layers-ragged", "shape-layers-fit", "shape-layers-empty", "shape-layers-widths"],
      ...["shape-layers-deeper", "shape-layers-inputs", "shape-layers-outputs", "shape-layers-tuple"],
      ...["shape-layers-codes"],
    ),
    "shape-no-data": flat,
    "shape-targets": flat,
    "shape-inputs": flat,
    "shape-outputs": flat,
    "shape-no-numerator": flat,
    "shape-no-denominator": flat,
    "shape-inertias-unasked": flat,
    "shape-one-inertia": zeros,
    "shape-no-inertias": zeros,
    "shape-vectors": form,
    "shape-vector-length": form,
    "shape-kernel-length": form,
    "shape-identity": form,
    "shape-exponents": independence,
    "shape-inverse-rows": independence,
    "shape-inverse-columns": independence,
    "shape-direction": independence,
    "shape-no-weights": independence,
    "shape-body-list": count(1, 2),
    "shape-code": count(1, 2),
    "shape-coefficients": lemma,
    "shape-command": count(1, 1),
    "shape-dimensions": tree,
    "shape-float": count(1, 2),
    "shape-lengths": tree,
    "shape-missing-key": count(1, 2),
    "shape-no-neuron": tree,
    "shape-no-points": path,
    "shape-no-weight": walk({ incoming: [[]], outgoing: [["1"]] }, { incoming: [[]], outgoing: [["1"]] }),
    "shape-null": count(1, 2),
    "shape-number-as-weight": tree,
    "shape-rows": tree,
    "shape-top-list": count(1, 1),
    "shape-top-unknown-key": count(1, 1),
    "shape-unknown-key": count(1, 2),
    "shape-unsafe": count(1, 2),
    "shape-widths": path,
  },
  rational: {
    ...ownEnds("rational-layers", "rational-layers-bias"),
    "rational-growth": claimed("prop-4.3"),
    "rational-common-denominator": claimedForm("rational-common-denominator"),
    "rational-denominator-one": tree,
    "rational-digits": tree,
    "rational-float": tree,
    "rational-leading-zero": tree,
    "rational-lowest-terms": tree,
    "rational-minus-zero": tree,
    "rational-negative-denominator": tree,
    "rational-plus": tree,
    "rational-space": tree,
    "rational-sum": tree,
    "rational-zero-denominator": tree,
    "rational-zero-over": tree,
  },
  format: { format: count(1, 1) },
  digest: { digest: count(1, 1), "digest-command": count(1, 1), "digest-upper-case": count(1, 1) },
  kind: { kind: count(1, 1) },
  claim: {
    "claim-layers": { ...layered, claim: "thm-3.1-path" },
    "claim-critical": claimed("thm-4.2"),
    "claim-inertia": claimed("prop-4.3"),
    "claim-morse": geodesic,
    claim: { claim: "thm-3.1-distinct", r: 1, m: 1 },
    "claim-not-refuted": count(1, 4),
    "claim-of-another": { claim: "thm-3.1-connected", r: 1, m: 1 },
    "claim-refuted": refuted(1, 1),
  },
  parameters: {
    "parameters-layers-no-end": { claim: "mlp-connected", from: deepFrom },
    "parameters-layers-theta": { ...layered, theta: { ...deep, biases: [] } },
    "parameters-critical-network": { ...flat, network: unit },
    "parameters-critical-m": { ...flat, m: 3 },
    "parameters-critical-r": { ...flat, r: 2 },
    "parameters-data": { ...flat, data: { ...twoPoints, inputs: [["1"], ["3"]] } },
    "parameters-activation": { ...flat, activation: { ...square, denominator: ["2"] } },
    "parameters-matrix": { ...nullForm, claim: "cooper-2.3" },
    "parameters-morse": topology(2, 4),
    "parameters-no-matrix": cooper,
    "parameters-inertia": { ...form, inertia: [2, 1, 0] },
    "parameters-weights": { ...independent, weights: [["0"], ["1"], ["-1"], ["2"]] },
    "parameters-exponents": { ...independent, exponents: [0, 1, 2, 3] },
    "parameters-no-end": { claim: "thm-3.1-path", from: split },
    "parameters-path-m": { ...path, m: 3 },
    "parameters-path-theta": { ...path, theta: network(["2", "4"]) },
    "parameters-r": count(2, 2),
    "parameters-r-is-m": { ...tree, m: 1 },
    "parameters-theta": { ...tree, theta: network(["2", "4"]) },
    "parameters-unused": { ...count(1, 2), theta },
  },
  partition: {
    ...ownEnds("partition-layers", "partition-layers-turn"),
    "partition-label-beyond-r": count(1, 2),
    "partition-length": count(1, 2),
    "partition-missing-label": count(1, 2),
    "partition-out-of-turn": count(1, 2),
  },
  first: { first: count(1, 2) },
  successor: {
    successor: count(1, 2),
    "successor-repeated": count(1, 2),
    "successor-swapped": count(1, 2),
  },
  last: { last: count(1, 2), "last-empty": count(1, 2) },
  count: { count: refuted(1, 4), "count-beyond-last": count(1, 2) },
  parent: { parent: tree, "parent-negative": tree, "parent-of-root": tree },
  "depth-order": { "depth-order": tree, "depth-order-cycle": tree, "depth-order-root": tree },
  theta: {
    ...ownEnds("theta-layers-rows", "theta-layers-column"),
    "theta-critical": claimed("prop-4.3"),
    "theta-repeated": walk(network(["2", "1"], ["2", "1"]), network(["2", "1"], ["2", "1"])),
    "theta-silent": walk(network(["2", "0"]), network(["2", "0"])),
    "theta-width": tree,
  },
  segments: {
    segments: path,
    "segments-no-points-between": path,
    ...ownEnds("segments-layers", "segments-layers-none", "segments-layers-no-points"),
  },
  end: {
    "end-first": walk(upper, mirrored),
    "end-last": walk(split, lower),
    "end-layers-first": layered,
    "end-layers-last-bias": layered,
  },
  measure: {
    measure: walk(network(["2", "2"], ["7", "0"]), network(["2", "2"], ["7", "0"])),
    "measure-missing": walk(network(["1", "0"], ["7", "0"]), network(["1", "0"], ["7", "0"])),
    "measure-off-support": walk(network(["2", "3"], ["7", "1"]), network(["2", "3"], ["7", "1"])),
  },
  member: {
    ...ownEnds(
      ...[
        "member-layers-start",
        "member-layers-first-matrix",
        "member-layers-bias",
        "member-layers-last-bias",
      ],
      ...["member-layers-sum", "member-layers-last-sum", "member-layers-zero-column"],
      ...["member-layers-zero-output", "member-layers-zero-rows", "member-layers-zero-rows-sum"],
      ...[
        "member-layers-end",
        "member-layers-zero-blocks",
        "member-layers-labels",
        "member-layers-label-order",
      ],
    ),
    "member-corner": path,
    "member-end": path,
    "member-own": tree,
    "member-parent": tree,
    "member-root": tree,
    "member-start": path,
    "member-sum": path,
    "member-width": tree,
    "member-zero-block-incoming": walk(cancelling, network(["2", "3"], ["7", "0"], ["8", "0"])),
  },
  bound: {
    bound: path,
    "bound-list": geodesic,
    "bound-none": geodesic,
    "bound-potential-elsewhere": geodesic,
  },
  "bound-distinct": {
    "bound-distinct": least(upper, lower),
    "bound-distinct-equal-ends": least(upper, upper),
  },
  "bound-values": { "bound-values": geodesic },
  "bound-lipschitz": { "bound-lipschitz": geodesic },
  "bound-gap": {
    "bound-gap": geodesic,
    "bound-gap-equal-ends": least(upper, upper),
    "bound-gap-several-subspaces": least(split, lower),
  },
  star: {
    star: geodesic,
    "star-equal-ends": least(split, split),
    "star-m-is-r": least(theta, theta),
    "star-three-neurons": least(cancelling, wide("7", 2)),
  },
  expansion: {
    "expansion-beta": claimed("prop-4.3"),
    "expansion-beta-many": claimed("prop-4.3"),
    "expansion-sum": claimed("prop-4.3"),
    "expansion-elsewhere": claimed("prop-4.3"),
    "expansion-zero-type": claimed("prop-4.3"),
    "expansion-beta-few": zeros,
    "expansion-direction": saddle,
  },
  gradient: {
    gradient: claimed("prop-4.3"),
    "gradient-incoming": claimed("prop-4.3"),
    "gradient-input": zeros,
    "gradient-activation": zeros,
  },
  activation: { "activation-pole": zeros, "activation-zero": zeros },
  instance: {
    "instance-one-copy": saddle,
    "instance-no-pull": saddle,
    "instance-no-pull-outside": saddle,
    "instance-saddle": question,
    "instance-zero-loss": question,
    "instance-same-width": question,
    "instance-loss": cooper,
    "instance-loss-full-rank": cooper,
    "instance-rank": cooper,
    "instance-isolated": cooper,
  },
  symmetric: {
    symmetric: claimedForm("symmetric"),
    "symmetric-ragged": claimedForm("symmetric-ragged"),
    "symmetric-row-short": claimedForm("symmetric-row-short"),
    "symmetric-empty": claimedForm("symmetric-empty"),
  },
  kernel: {
    kernel: form,
    "kernel-identity": form,
    "kernel-identity-outside": form,
    "kernel-identity-not-one": form,
    "kernel-repeated": nullForm,
  },
  congruence: {
    congruence: exchange,
    "congruence-repeated": exchange,
    "congruence-zero": exchange,
    "congruence-critical": zeros,
  },
  inverse: {
    inverse: independence,
    "inverse-transposed": independence,
    "inverse-exponent": independence,
    "inverse-weight": independence,
    "inverse-modulus": independence,
    "inverse-direction": independence,
  },
  inertia: {
    "inertia-stated": form,
    "inertia-order": exchange,
    "inertia-length": exchange,
    "inertia-critical": zeros,
  },
  cell: {
    cell: circle,
    "cell-empty": circle,
    "cell-length": circle,
    "cell-letter": circle,
    "cell-missing-label": circle,
    "cell-short": circle,
  },
  facet: {
    facet: circle,
    "facet-label": circle,
    "facet-same": circle,
    "facet-two-apart": topology(1, 3),
    "facet-upside-down": circle,
  },
  repeated: { repeated: circle, "repeated-pair": circle, "repeated-upper": circle },
  attach: { attach: circle, "attach-cycle": circle, "attach-edge-first": circle },
  complete: { complete: circle, "complete-empty": circle },
  critical: {
    critical: circle,
    "critical-dimension": topology(2, 4),
    "critical-few": topology(1, 3),
  },
  formula: { formula: refuted(1, 4), "formula-number": refuted(1, 4) },
  refutation: { refutation: refuted(1, 3) },
  cases: { cases: lemma, "cases-name": lemma, "cases-three": lemma, "cases-twice": lemma },
  curve: {
    "curve-backwards": lemma,
    "curve-constant": lemma,
    "curve-flow": lemma,
    "curve-flow-reversed": lemma,
    "curve-never-inside": lemma,
    "curve-not-inside": lemma,
    "curve-not-outside": lemma,
    "curve-sign": lemma,
    "curve-square": lemma,
  },
};

const rejections = Object.entries(rejected).flatMap(([rule, files]) =>
  Object.entries(files).map(([file, expected]) => ({ rule, file, expected })),
);

describe("the corpus", () => {
  it("is all in the tables, and the tables in it", () => {
    expect(namesIn("accept/")).toEqual(Object.keys(accepted).sort());
    expect(namesIn("reject/")).toEqual(rejections.map(({ file }) => file).sort());
  });

  it("has a file for every rule that SPEC.md lists, and SPEC.md a line for every rule", () => {
    const spec = readFileSync(new URL("../../src/checker/SPEC.md", import.meta.url), "utf8");
    const section = spec.split(/^## /m).find((part) => part.startsWith("Rules")) ?? "";
    const listed = [...section.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, rule]) => rule);
    expect(listed).toEqual([...new Set(listed)]);
    expect([...listed].sort()).toEqual(Object.keys(rejected).sort());
    for (const files of Object.values(rejected)) expect(Object.keys(files).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(accepted))("accepts %s", async (file, expected) => {
    const text = read(`accept/${file}.json`);
    expect(await check(text, expected)).toEqual({ accepted: true, shows: expect.any(String) as string });
    expect(slowCheck(text, expected)).toBe(true);
  });

  it.each(rejections)("rejects $file by rule $rule", async ({ rule, file, expected }) => {
    const verdict = await check(read(`reject/${file}.json`), expected);
    expect(verdict).toMatchObject({ accepted: false, rule });
    if (!verdict.accepted) expect([verdict.where, verdict.reason]).not.toContain("");
  });
});

describe("what an acceptance says", () => {
  const shows = async (file: string): Promise<string> => {
    const verdict = await check(read(`accept/${file}.json`), accepted[file] ?? lemma);
    return verdict.accepted ? verdict.shows : verdict.reason;
  };
  it("is the statement with its numbers", async () => {
    expect(await shows("enumeration-2-3")).toBe(
      "there are T(2,3) = 12 labelled partitions of 3 neurons with 2 labels, no other",
    );
    expect(await shows("connected-1-2")).toBe(
      "the 3 subspaces for (r, m) = (1, 2) and the network theta are connected",
    );
    expect(await shows("path")).toBe("a path of 3 segments inside Θ");
    expect(await shows("path-star")).toBe("a path of 3 segments inside Θ; no path has fewer");
    expect(await shows("formula-1-4")).toBe(
      "the displayed formula gives 49 at (r, m) = (1, 4), where T is 37",
    );
    expect(await shows("critical-gradient")).toBe("a critical point of width 2 above one of width 1");
    expect(await shows("critical-minimum")).toBe(
      "a critical point of width 2 above one of width 1, with inertias (2,0,0) and (3,0,1) below and above",
    );
    expect(await shows("inertia")).toBe("the matrix has inertia (1,1,1)");
    expect(await shows("layered-path")).toBe(
      "a path of 3 segments, all of whose networks compute what theta does, for every activation",
    );
    expect(await shows("independence")).toBe(
      "σ(w·x) are independent for the 4 w if σ has derivatives ≠ 0 of orders 0,1,2,4 at 0",
    );
    expect(await shows("morse-2-3")).toBe(
      "X for (r, m) = (2, 3) is, up to homotopy, a wedge of 1 spheres of dimension 1",
    );
    expect(await shows("curves")).toBe(
      "a C¹ loss whose gradient flow leaves the symmetry subspace, and one whose flow enters it",
    );
  });
});

describe("what a rejection says", () => {
  const told = async (file: string, expected: Expected): Promise<string[]> => {
    const verdict = await check(read(`reject/${file}.json`), expected);
    return verdict.accepted ? [] : [verdict.where, verdict.reason];
  };
  it("is the place and what is wanted there", async () => {
    expect(await told("kind", count(1, 1))).toEqual(["kind", "no such kind"]);
    expect(await told("last", count(1, 2))).toEqual(["body.partitions", "0,1 should follow"]);
    expect(await told("successor", count(1, 2))).toEqual(["body.partitions[1]", "not due here"]);
    expect(await told("attach", circle)).toEqual(["body.steps[3]", "121 has facets to come"]);
    expect(await told("complete", circle)).toEqual(["body.steps", "not 12 cells"]);
    expect(await told("critical", circle)).toEqual(["body.steps", "not a vertex and 1 cells of dimension 1"]);
    expect(await told("star", geodesic)).toEqual(["body.bound", "the least number of segments is 3"]);
    expect(await told("formula", refuted(1, 4))).toEqual(["body.formula", "the formula's value is 49"]);
    expect(await told("count", refuted(1, 4))).toEqual(["body.count", "T is 37"]);
    expect(await told("rational-lowest-terms", tree)).toEqual([
      "body.points[0].incoming[0][0]",
      "not in lowest terms",
    ]);
    expect(await told("member-corner", path)).toEqual([
      "body.partitions[1]",
      "does not hold both ends of its segment",
    ]);
  });
});

describe("limits", () => {
  it("refuses a text of more than 2^28 characters without reading it", async () => {
    const verdict = await check("[".repeat(2 ** 28 + 1), count(1, 1));
    expect(verdict).toMatchObject({ accepted: false, rule: "size", where: "file" });
  });

  it("counts no brackets inside strings, with escaped quotes or not", async () => {
    const text = read("accept/enumeration-1-2.json").replace("by hand", '\\"[[[[[[[[[[[[\\\\');
    expect(await check(text, count(1, 2))).toMatchObject({ accepted: false, rule: "digest" });
  });

  it("does not throw on a request that is none", async () => {
    const text = read("accept/path.json");
    for (const from of [null, 3, { incoming: 1 }, { incoming: 1n, outgoing: 1n }] as unknown as Network[]) {
      expect(await check(text, { ...path, from })).toMatchObject({ accepted: false });
    }
  });
});
