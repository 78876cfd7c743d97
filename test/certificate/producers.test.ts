import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.js";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { certificateText } from "../../src/certificate/certificateText.js";
import { connectedCertificate } from "../../src/certificate/connectedCertificate.js";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../../src/certificate/counterexampleCertificate.js";
import { enumerationCertificate, leastBytes } from "../../src/certificate/enumerationCertificate.js";
import { fitsMorse, morseCertificate } from "../../src/certificate/morseCertificate.js";
import { leastPathBytes, pathCertificate } from "../../src/certificate/pathCertificate.js";
import {
  type ExpandedPoint,
  certificateActivation,
  certificateData,
  criticalCertificate,
} from "../../src/certificate/criticalCertificate.js";
import { independenceCertificate } from "../../src/certificate/independenceCertificate.js";
import { type SpectralClaim, inertiaCertificate } from "../../src/certificate/inertiaCertificate.js";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected, WrittenNetwork, CertificateVerdict } from "../../src/checker/verdict.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { inertia } from "../../src/exact/inertia/inertia.js";
import { primesBelow } from "../../src/exact/numbers/primes.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { primeBound } from "../../src/exact/modular/residueKernel.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import { expandCritical } from "../../src/landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../src/landscape/criticalPoints/criticalPoint.js";
import { dataSet } from "../../src/landscape/loss/data.js";
import { skewActivation } from "../../src/landscape/activations/exampleActivations.js";
import { hessian } from "../../src/landscape/loss/hessian.js";
import { criticalPoint } from "../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { mixedDerivative } from "../../src/landscape/criticalPoints/saddleDirection.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import { IntersectionGraph } from "../../src/manifold/graph/intersectionGraph.js";
import { partialSurjectionCount } from "../../src/combinatorics/counts/partialSurjections.js";
import { pathAsInPaper } from "../../src/manifold/paths/pathAsInPaper.js";
import { shortestPath } from "../../src/manifold/paths/shortestPath.js";
import { randomIrreducible } from "../../src/network/randomNetwork.js";
import {
  type Unit,
  type TwoLayerNetwork,
  evaluate,
  unitOf,
  sameNetwork,
  twoLayerNetwork,
} from "../../src/network/twoLayerNetwork.js";
import { pointOf, smallTheta } from "../checker/makers.js";
import { type Json, reseal } from "../checker/seal.js";

const ORIGIN = { command: "by hand", version: "0.0.0" };

const checked = (certificate: Certificate, expected: Expected): Promise<CertificateVerdict> =>
  checkCertificate(certificateText(certificate, ORIGIN), expected);

const SHOWN = expect.objectContaining({ accepted: true }) as CertificateVerdict;

const plain = (network: TwoLayerNetwork): WrittenNetwork => {
  const { incoming, outgoing } = certificateNetwork(network);
  return { incoming: incoming.map((row) => [...row]), outgoing: outgoing.map((row) => [...row]) };
};

const bodyOf = (certificate: Certificate): Record<string, Json> =>
  (JSON.parse(certificateText(certificate, ORIGIN)) as { body: Record<string, Json> }).body;

/** The network that a certificate writes so. */
function networkOf(value: unknown): TwoLayerNetwork {
  const { incoming, outgoing } = value as WrittenNetwork;
  return twoLayerNetwork(
    incoming[0]?.length ?? 0,
    outgoing[0]?.length ?? 0,
    incoming.map((w, unit) => unitOf(w, outgoing[unit] ?? [])),
  );
}

/** What the checker says of a body that was changed, sealed anew. */
async function planted(
  certificate: Certificate,
  expected: Expected,
  change: (body: Record<string, Json>) => void,
): Promise<string> {
  const file = JSON.parse(certificateText(certificate, ORIGIN)) as Record<string, Json>;
  change(file.body as Record<string, Json>);
  const verdict = await checkCertificate(reseal(file), expected);
  return verdict.accepted ? "accepted" : verdict.rule;
}

describe("an enumeration", () => {
  const expected = { claim: "thm-3.1-count", r: 2, m: 4 };

  it.each([
    [1, 1],
    [1, 5],
    [2, 2],
    [3, 5],
    [5, 6],
  ])("of (%i, %i) is accepted, and is all labelled partitions", async (r, m) => {
    const certificate = enumerationCertificate(r, m);
    expect(await checked(certificate, { claim: "thm-3.1-count", r, m })).toEqual(SHOWN);
    const listed = bodyOf(certificate).partitions as number[][];
    expect(BigInt(listed.length)).toBe(labelledPartitionCount(r, m));
    expect(new Set(listed.map((codes) => LabelledPartition.of(codes, r).key)).size).toBe(listed.length);
    const bytes = Buffer.byteLength(JSON.stringify(listed));
    expect(leastBytes(BigInt(listed.length), m)).toBeLessThanOrEqual(BigInt(bytes));
    expect(leastBytes(BigInt(listed.length), m) * 5n).toBeGreaterThan(BigInt(bytes) * 3n);
  });

  it("tells how far it is", () => {
    const told: number[] = [];
    certificateText(
      enumerationCertificate(2, 6, (done) => told.push(done)),
      ORIGIN,
    );
    expect(labelledPartitionCount(2, 6)).toBe(1712n);
    expect(told).toEqual([256, 512, 768, 1024, 1280, 1536]);
  });

  it.each<[string, (partitions: number[][]) => void, string]>([
    ["one dropped", (list) => list.splice(7, 1), "successor"],
    ["one more", (list) => list.splice(7, 0, list[7] ?? []), "count"],
    ["one repeated", (list) => list.splice(8, 1, list[7] ?? []), "successor"],
    ["the first dropped", (list) => list.shift(), "first"],
    ["the last dropped", (list) => list.pop(), "last"],
    ["two swapped", (list) => list.splice(3, 2, list[4] ?? [], list[3] ?? []), "successor"],
    ["a label gone", (list) => list.splice(3, 1, [1, 1, 1, 1]), "partition"],
    ["a zero block out of turn", (list) => list.splice(3, 1, [1, 2, -1, 0]), "partition"],
  ])("with %s is rejected", async (_, change, rule) => {
    expect(
      await planted(enumerationCertificate(2, 4), expected, ({ partitions }) => {
        change(partitions as number[][]);
      }),
    ).toBe(rule);
  });
});

describe("a tree of subspaces", () => {
  const theta = randomIrreducible(2, 2, 1, 3);
  const expected = { claim: "thm-3.1-connected", r: 2, m: 4, theta: plain(theta) };
  const made = connectedCertificate(theta, new IntersectionGraph(2, 4));

  it.each([
    [1, 2, 1, 1],
    [1, 4, 2, 3],
    [3, 4, 1, 2],
    [2, 4, 3, 1],
  ])("of (%i, %i) is accepted, and its points are where they should be", async (r, m, inputs, outputs) => {
    const root = randomIrreducible(r, inputs, outputs, 5);
    const graph = new IntersectionGraph(r, m);
    const certificate = connectedCertificate(root, graph);
    expect(await checked(certificate, { claim: "thm-3.1-connected", r, m, theta: plain(root) })).toEqual(
      SHOWN,
    );
    const body = bodyOf(certificate);
    const [parents, points] = [body.parents as number[], body.points as Json[]];
    expect(sameNetwork(networkOf(body.theta), root)).toBe(true);
    expect(body.depths).toEqual([...graph.distancesFrom(0)]);
    expect([points.length, parents.length]).toEqual([graph.vertexCount, graph.vertexCount]);
    points.forEach((point, vertex) => {
      const parent = parents[vertex] ?? -1;
      expect(vertex === 0 ? parent === 0 : graph.neighboursOf(vertex).includes(parent)).toBe(true);
      for (const end of [vertex, parent]) {
        expect(gammaHolds(root, graph.partitionAt(end), networkOf(point))).toBe(true);
      }
    });
  });

  it("is the same when it is written again, and tells how far it is", () => {
    expect(certificateText(made, ORIGIN)).toBe(certificateText(made, ORIGIN));
    const told: number[] = [];
    const graph = new IntersectionGraph(2, 5);
    certificateText(
      connectedCertificate(theta, graph, (done) => told.push(done)),
      ORIGIN,
    );
    expect(graph.vertexCount).toBe(320);
    expect(told).toEqual([256]);
  });

  it("is not to be had where some subspace isn't reached", () => {
    expect(() => connectedCertificate(theta, new IntersectionGraph(2, 2))).toThrow(
      new RangeError("[2,1] is not reached"),
    );
  });

  it.each<[string, (body: Record<string, Json>) => void, string]>([
    ["a parent that isn't there", ({ parents }) => ((parents as number[])[3] = 99), "parent"],
    ["a root below another", ({ parents }) => ((parents as number[])[0] = 1), "parent"],
    ["a wrong depth", ({ depths }) => ((depths as number[])[5] = 7), "depth-order"],
    ["a point elsewhere", ({ points }) => ((points as Json[])[9] = (points as Json[])[0] ?? null), "member"],
    ["a point too few", ({ points }) => (points as Json[]).pop(), "shape"],
    ["a partition too few", ({ partitions }) => (partitions as Json[]).pop(), "last"],
    ["another θ", (body) => (body.theta = plain(randomIrreducible(2, 2, 1, 4))), "parameters"],
  ])("with %s is rejected", async (_, change, rule) => {
    expect(await planted(made, expected, change)).toBe(rule);
  });
});

describe("a path", () => {
  const pairs = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 }))
    .chain(([r, extra, outputs]) =>
      smallTheta(r, 1, outputs).chain((theta) =>
        fc.tuple(fc.constant(theta), pointOf(theta, r + extra), pointOf(theta, r + extra)),
      ),
    );

  it("between random points is accepted as shortest, and only with its own ends", async () => {
    const rules = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(pairs, async ([theta, from, to]) => {
        const found = shortestPath(theta, from, to);
        if (found === undefined) throw new Error("no path");
        const certificate = pathCertificate(theta, found.path.list(), found.optimal);
        const expected = { claim: "ext-geodesic", from: plain(from), to: plain(to), theta: plain(theta) };
        expect(await checked(certificate, expected)).toEqual(SHOWN);
        const { bound, points, partitions } = bodyOf(certificate);
        const { rule } = bound as { rule: string };
        rules.set(rule, (rules.get(rule) ?? 0) + 1);
        const visited = (points as Json[]).map(networkOf);
        (partitions as number[][]).forEach((codes, segment) => {
          for (const point of visited.slice(segment, segment + 2)) {
            expect(gammaHolds(theta, LabelledPartition.of(codes, theta.units.length), point)).toBe(true);
          }
        });
        if (found.path.segments === 0) return;
        const turned = await checked(certificate, { ...expected, from: plain(to), to: plain(from) });
        expect(turned).toMatchObject({ accepted: false, rule: "end" });
      }),
      { numRuns: 60, seed: 2 },
    );
    for (const rule of ["distinct", "star", "potential"]) expect(rules.get(rule)).toBeGreaterThan(3);
  });

  const unit = (w: string, a: string): Unit => unitOf([w], [a]);
  const silent = (w: string): Unit => unit(w, "0");
  const network = (...units: readonly Unit[]): TwoLayerNetwork => twoLayerNetwork(1, 1, units);
  const [one, two, three] = [unit("1", "1"), unit("2", "-1"), unit("3", "1/2")];
  const theta = network(one, two, three);
  const from = network(one, two, three, silent("5"));
  const to = network(two, one, three, silent("7"));
  const wide = ({ units }: TwoLayerNetwork, ...ws: readonly string[]): TwoLayerNetwork =>
    network(...units, ...ws.map(silent));

  const certified = (asPaper: boolean): [Certificate, number] => {
    const found = shortestPath(theta, from, to);
    const path = asPaper ? pathAsInPaper(theta, from, to) : found?.path;
    if (path === undefined || found === undefined) throw new Error("no path");
    return [pathCertificate(theta, path.list(), !asPaper), path.segments];
  };
  const expectedOf = (claim: string): Expected => ({ claim, from: plain(from), to: plain(to) });

  it("of the paper's is a path, and no shortest one", async () => {
    const [certificate, segments] = certified(true);
    expect([certificate.claim, bodyOf(certificate).bound]).toEqual(["thm-3.1-path", { rule: "none" }]);
    expect(segments).toBeGreaterThan(certified(false)[1]);
    expect(await checked(certificate, expectedOf("thm-3.1-path"))).toEqual(SHOWN);
    const longer: Certificate = { ...certificate, claim: "ext-geodesic" };
    expect(await checked(longer, expectedOf("ext-geodesic"))).toMatchObject({
      accepted: false,
      rule: "bound",
    });
    const body = { ...longer.body, bound: { rule: "star" } };
    expect(await checked({ ...longer, body }, expectedOf("ext-geodesic"))).toMatchObject({
      accepted: false,
      rule: "star",
    });
  });

  it("claims no more than can be shown: nothing of lengths where T is above 2500", async () => {
    const ends = [wide(from, "8", "9"), wide(to, "10", "11")] as const;
    expect(labelledPartitionCount(3, 6)).toBe(3120n);
    const found = shortestPath(theta, ...ends);
    expect(found?.optimal).toBe(true);
    const certificate = pathCertificate(theta, found?.path.list() ?? { points: [], partitions: [] }, true);
    expect([certificate.claim, bodyOf(certificate).bound]).toEqual(["thm-3.1-path", { rule: "none" }]);
    const expected = { claim: "thm-3.1-path", from: plain(ends[0]), to: plain(ends[1]) };
    expect(await checked(certificate, expected)).toEqual(SHOWN);
  });

  it.each<[string, (body: Record<string, Json>) => void, string]>([
    ["a corner moved", ({ points }) => ((points as Json[])[1] = (points as Json[])[0] ?? null), "member"],
    ["a partition moved", ({ partitions }) => ((partitions as Json[])[1] = [1, 2, 3, 0]), "member"],
    ["a point too few", ({ points }) => (points as Json[]).splice(1, 1), "segments"],
    ["another end", ({ points }) => (points as Json[]).pop(), "segments"],
    ["a bound of another kind", (body) => (body.bound = { rule: "distinct" }), "bound-distinct"],
    ["no bound", (body) => (body.bound = { rule: "none" }), "bound"],
  ])("with %s is rejected", async (_, change, rule) => {
    const [certificate] = certified(false);
    expect(certificate.claim).toBe("ext-geodesic");
    expect(await checked(certificate, expectedOf("ext-geodesic"))).toEqual(SHOWN);
    expect(await planted(certificate, expectedOf("ext-geodesic"), change)).toBe(rule);
  });

  it.each([
    [
      "of weights with more digits than fit beside each other",
      "7".repeat(4000),
      "7".repeat(4000),
      "thm-3.1-path",
    ],
    [
      "of denominators that are long in common",
      `1/${"3".repeat(2050)}`,
      `1/${"2".repeat(2049)}7`,
      "thm-3.1-path",
    ],
    ["of long weights that are not too many", "7".repeat(3000), "0", "ext-geodesic"],
  ])("%s is claimed shortest only if the checker can see it", async (_, first, second, claim) => {
    const outgoing = [first, second, first];
    const [one, two] = [unitOf(["1", "0"], outgoing), unitOf(["2", "0"], outgoing)];
    const spare = (w: string): Unit => unitOf([w, "1"], ["0", "0", "0"]);
    const planar = (...units: readonly Unit[]): TwoLayerNetwork => twoLayerNetwork(2, 3, units);
    const ends = [
      planar(one, two, spare("5"), spare("6")),
      planar(two, one, spare("7"), spare("8")),
    ] as const;
    const base = planar(one, two);
    const found = shortestPath(base, ...ends);
    expect(found?.optimal).toBe(true);
    const certificate = pathCertificate(base, found?.path.list() ?? { points: [], partitions: [] }, true);
    expect(certificate.claim).toBe(claim);
    expect(await checked(certificate, { claim, from: plain(ends[0]), to: plain(ends[1]) })).toEqual(SHOWN);
  });

  it("with a potential that is flatter or steeper than it may be is rejected", async () => {
    const ends = [wide(from, "8"), wide(to, "9")] as const;
    const found = shortestPath(theta, ...ends);
    if (found === undefined) throw new Error("no path");
    expect(labelledPartitionCount(3, 5)).toBe(450n);
    const certificate = pathCertificate(theta, found.path.list(), true);
    const expected = { claim: "ext-geodesic", from: plain(ends[0]), to: plain(ends[1]) };
    expect(await checked(certificate, expected)).toEqual(SHOWN);
    const change = (scale: (value: number) => number) => (body: Record<string, Json>) => {
      const bound = body.bound as { values: number[] };
      bound.values = bound.values.map(scale);
    };
    expect(
      await planted(
        certificate,
        expected,
        change((v) => v + 5),
      ),
    ).toBe("accepted");
    expect(
      await planted(
        certificate,
        expected,
        change((v) => v * 2),
      ),
    ).toBe("bound-lipschitz");
    expect(
      await planted(
        certificate,
        expected,
        change((v) => Math.min(v, 1)),
      ),
    ).toBe("bound-gap");
  });

  it("takes no less than its bound of bytes", () => {
    const [certificate, segments] = certified(false);
    const bytes = Buffer.byteLength(JSON.stringify(bodyOf(certificate).points));
    const bound = leastPathBytes(segments + 1, from);
    expect(bound).toBe((segments + 1) * 4 * 12);
    expect([bound <= bytes, bound * 3 > bytes]).toEqual([true, true]);
  });
});

describe("counterexamples", () => {
  it("refute, and show nothing", async () => {
    const formula = literalFormulaCounterexample(2, 6);
    const expected = { claim: "thm-3.1-count", r: 2, m: 6 };
    expect(await checked(formula, { ...expected, refuted: true })).toEqual(SHOWN);
    expect(await checked(formula, expected)).toMatchObject({ accepted: false, rule: "claim" });
    expect(bodyOf(literalFormulaCounterexample(1, 4))).toEqual({ r: 1, m: 4, formula: "49", count: "37" });
    expect(await checked(gradientFlowCounterexample(), { claim: "lem-2.1", refuted: true })).toEqual(SHOWN);
  });

  it("are not to be had where the formula is right", () => {
    for (const [r, m] of [
      [1, 3],
      [2, 2],
      [3, 5],
    ] as const) {
      expect(() => literalFormulaCounterexample(r, m)).toThrow(
        new RangeError(`the displayed formula is right at (${r},${m}): ${labelledPartitionCount(r, m)}`),
      );
    }
  });

  it("with a planted error are rejected", async () => {
    const expected = { claim: "thm-3.1-count", refuted: true, r: 1, m: 4 };
    const formula = literalFormulaCounterexample(1, 4);
    expect(await planted(formula, expected, (body) => (body.formula = "48"))).toBe("formula");
    expect(await planted(formula, expected, (body) => (body.count = "49"))).toBe("count");
    const curves = { claim: "lem-2.1", refuted: true };
    const flow = gradientFlowCounterexample();
    const cases = (body: Record<string, Json>): Record<string, Json>[] =>
      body.cases as Record<string, Json>[];
    const rules = [
      await planted(flow, curves, (body) => Object.assign(cases(body)[0] ?? {}, { sign: 1 })),
      await planted(flow, curves, (body) => Object.assign(cases(body)[1] ?? {}, { root: ["-1", "1"] })),
      await planted(flow, curves, (body) => cases(body).pop()),
    ];
    expect(rules).toEqual(["curve", "curve", "cases"]);
  });
});

describe("a critical point", () => {
  const third = rational(1n, 3n);
  const point = (seed: number, outputs: number): CriticalPoint =>
    criticalPoint({
      r: 2,
      inputDimension: 1,
      outputDimension: outputs,
      points: 5,
      activation: skewActivation,
      seed,
    });
  const above = ({ network, data, activation }: CriticalPoint): ExpandedPoint => {
    const beta = [third, rational(1n), rational(2n, 3n)];
    const expanded = expandCritical(network, LabelledPartition.of([1, 2, 1], 2), beta);
    return { theta: network, network: expanded, beta, data, activation };
  };
  const asked = (claim: string, { theta, network, data, activation }: ExpandedPoint): Expected => ({
    ...{ claim, r: 2, m: 3, theta: plain(theta), network: plain(network) },
    ...{ data: certificateData(data), activation: certificateActivation(activation) },
  });

  it("is accepted, with what the caller names, and with nothing else", async () => {
    const found = above(point(1, 2));
    for (const claim of ["prop-4.3", "prop-4.4"] as const) {
      const certificate = criticalCertificate(claim, found);
      expect((bodyOf(certificate).inertias as Json[]).length).toBe(claim === "prop-4.3" ? 0 : 2);
      expect(await checked(certificate, asked(claim, found))).toEqual(SHOWN);
      for (const other of [
        { m: 2 },
        { r: 1 },
        { theta: plain(found.network) },
        { data: { inputs: [], targets: [] } },
      ]) {
        const verdict = await checked(certificate, { ...asked(claim, found), ...other });
        expect(verdict).toMatchObject({ accepted: false, rule: "parameters" });
      }
    }
  });

  it("is an instance of the claims that hold there, and of no others", async () => {
    const tallies = new Map<string, number>();
    for (const outputs of [1, 2]) {
      for (const seed of [1, 2, 3, 4]) {
        const found = above(point(seed, outputs));
        const { numerators } = hessian(found.network, found.data, found.activation, squaredError);
        const { negative } = inertia(numerators);
        const pulled = mixedDerivative(point(seed, outputs), 0).some((row) => !row.isZero());
        const due = {
          "prop-4.4": true,
          "ext-saddle": negative > 0 && pulled,
          "open-strict-saddles": negative === 0,
        };
        for (const [claim, holds] of Object.entries(due)) {
          const verdict = await checked(
            criticalCertificate(claim as SpectralClaim, found),
            asked(claim, found),
          );
          expect(verdict).toEqual(holds ? SHOWN : expect.objectContaining({ rule: "instance" }));
          if (holds) tallies.set(claim, (tallies.get(claim) ?? 0) + 1);
        }
      }
    }
    expect([...tallies.keys()].sort()).toEqual(["ext-saddle", "open-strict-saddles", "prop-4.4"]);
    expect(tallies.get("ext-saddle")).toBe(4);
  });

  it("with the data that it fits is one of Cooper's", async () => {
    const { network, activation, data } = point(1, 1);
    const inputs = data.inputs.slice(0, 3);
    const targets = inputs.map((input) =>
      evaluate(network, input, (place) => activation.derivative(0, place)),
    );
    const found = {
      theta: network,
      network,
      beta: [rational(1n), rational(1n)],
      data: dataSet(inputs, targets),
      activation,
    };
    const verdict = await checked(criticalCertificate("cooper-2.3", found), { claim: "cooper-2.3" });
    expect(verdict).toEqual({
      accepted: true,
      shows:
        "a critical point of width 2 above one of width 2, with inertias (3,0,1) and (3,0,1) below and above",
    });
  });

  it.each<[string, (body: Record<string, Json>) => void, string]>([
    ["another target", ({ data }) => ((data as { targets: Json[] }).targets[0] = ["1", "1"]), "gradient"],
    ["another σ", (body) => (body.activation = { denominator: ["1"], numerator: ["0", "1"] }), "gradient"],
    ["a pole", (body) => (body.activation = { denominator: ["0"], numerator: ["0"] }), "activation"],
    ["β in another order", (body) => (body.beta as Json[]).reverse(), "expansion"],
    ["a moved unit", ({ network }) => ((network as WrittenNetwork).incoming[0] = ["1/7"]), "expansion"],
    ["the inertia below above", ({ inertias }) => (inertias as Json[]).reverse(), "shape"],
    ["an inertia missing", ({ inertias }) => (inertias as Json[]).pop(), "shape"],
    [
      "a vector scaled by 0",
      ({ inertias }) => {
        const { congruence } = (inertias as { congruence: string[][] }[])[1] ?? { congruence: [] };
        congruence[0] = congruence[0]?.map(() => "0") ?? [];
      },
      "congruence",
    ],
  ])("with %s is rejected", async (_, change, rule) => {
    const certificate = criticalCertificate("prop-4.4", above(point(1, 2)));
    expect(await planted(certificate, { claim: "prop-4.4" }, change)).toBe(rule);
  });
});

describe("an inertia", () => {
  const rows = [
    [2n, 1n, 3n],
    [1n, -1n, 0n],
    [3n, 0n, 3n],
  ];
  const asked = (claim: string, matrix: readonly (readonly bigint[])[]): Expected => ({
    claim,
    matrix: matrix.map((row) => row.map(String)),
  });

  it("is accepted for the caller's matrix alone", async () => {
    for (const claim of ["prop-4.4", "ext-saddle", "open-strict-saddles", "cooper-2.3"] as const) {
      const certificate = inertiaCertificate(claim, rows);
      const expected = asked(claim, rows);
      expect(await checked(certificate, expected)).toEqual({
        accepted: true,
        shows: "the matrix has inertia (1,1,1)",
      });
      expect(await checked(certificate, { ...expected, inertia: [1, 1, 1] })).toEqual(SHOWN);
      for (const other of [{ claim }, { ...expected, inertia: [1, 2, 0] }, asked(claim, [[1n]])]) {
        expect(await checked(certificate, other)).toMatchObject({ accepted: false, rule: "parameters" });
      }
    }
  });

  it("is not to be had of a matrix that isn't symmetric", () => {
    expect(() =>
      inertiaCertificate("prop-4.4", [
        [1n, 2n],
        [3n, 4n],
      ]),
    ).toThrow(RangeError);
  });

  it("with a planted error is rejected", async () => {
    const certificate = inertiaCertificate("prop-4.4", rows);
    const expected = asked("prop-4.4", rows);
    const rules = [
      await planted(certificate, expected, (body) => (body.inertia = [2, 0, 1])),
      await planted(certificate, expected, (body) => (body.kernel = [["1", "1", "1"]])),
      await planted(certificate, expected, (body) => (body.identityRows = [0])),
      await planted(
        certificate,
        expected,
        ({ congruence }) => ((congruence as Json[])[1] = (congruence as Json[])[0] ?? null),
      ),
      await planted(certificate, asked("prop-4.4", [[2n]]), () => undefined),
    ];
    expect(rules).toEqual(["inertia", "kernel", "kernel", "congruence", "parameters"]);
  });
});

describe("independence", () => {
  const vectors = (...rows: string[][]): RationalVector[] => rows.map((row) => RationalVector.parse(...row));
  const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, n) => n);
  const weights = vectors(["0", "0"], ["1/2", "1"], ["-1/2", "-1"], ["1/3", "0"], ["0", "1"]);

  it("of distinct weights is accepted, with as few derivatives as there are weights", async () => {
    const certificate = independenceCertificate(weights, upTo(20));
    const named = { weights: weights.map((weight) => [...weight.toStrings()]) };
    expect(await checked(certificate, { claim: "thm-4.2", ...named })).toEqual(SHOWN);
    const { exponents } = bodyOf(certificate) as { exponents: number[] };
    expect(exponents.length).toBe(5);
    expect(exponents[0]).toBe(0);
    expect(await checked(certificate, { claim: "thm-4.2", exponents })).toEqual(SHOWN);
    expect(await checked(certificate, { claim: "thm-4.2", exponents: upTo(4) })).toMatchObject({
      rule: "parameters",
    });
  });

  it("of 64 weights is accepted, and of more or none not to be had", async () => {
    const many = (count: number): RationalVector[] =>
      Array.from({ length: count }, (_, i) => RationalVector.of([BigInt(i - 32)]));
    expect(await checked(independenceCertificate(many(64), upTo(200)), { claim: "thm-4.2" })).toEqual(SHOWN);
    const range = "not 1 to 64, and up to 1000";
    expect(() => independenceCertificate(many(65), upTo(200))).toThrow(range);
    expect(() => independenceCertificate([], upTo(2))).toThrow(range);
    expect(() => independenceCertificate(many(1), [1002])).toThrow(range);
    expect(await checked(independenceCertificate(many(1), [1000]), { claim: "thm-4.2" })).toEqual(SHOWN);
  });

  it("takes another prime where the matrix is singular modulo the first", async () => {
    const largest = primesBelow(primeBound(2)).next().value;
    const certificate = independenceCertificate(vectors(["1"], [String(largest + 1)]), [0, 2, 4]);
    expect((bodyOf(certificate) as { modulus: number }).modulus).toBeLessThan(largest);
    expect(await checked(certificate, { claim: "thm-4.2" })).toEqual(SHOWN);
  });

  it("with a planted error is rejected", async () => {
    const certificate = independenceCertificate(weights, upTo(20));
    const expected = { claim: "thm-4.2" };
    const rules = [
      await planted(certificate, expected, (body) => ((body.weights as Json[])[1] = ["1/2", "2"])),
      await planted(certificate, expected, (body) => ((body.exponents as number[])[4] = 8)),
      await planted(certificate, expected, (body) => (body.inverse as Json[]).reverse()),
      await planted(certificate, expected, (body) => (body.modulus = 2)),
      await planted(certificate, expected, (body) => (body.direction = ["0", "0"])),
    ];
    expect(rules).toEqual(["inverse", "inverse", "inverse", "inverse", "inverse"]);
  });
});

describe("a command that is no Unicode", () => {
  it("gets no certificate, and one made by hand is rejected", async () => {
    const certificate = enumerationCertificate(1, 1);
    for (const origin of [
      { ...ORIGIN, command: "\ud800" },
      { ...ORIGIN, version: "\udc00" },
    ]) {
      expect(() => certificateText(certificate, origin)).toThrow(RangeError);
      const file = JSON.parse(certificateText(certificate, ORIGIN)) as Record<string, Json>;
      const verdict = await checkCertificate(reseal({ ...file, ...origin }), {
        claim: "thm-3.1-count",
        r: 1,
        m: 1,
      });
      expect(verdict).toMatchObject({ accepted: false, rule: "canonical" });
    }
  });
});

describe("a matching", () => {
  const asked = (r: number, m: number): Expected => ({ claim: "ext-topology", r, m });

  it.each([
    [1, 1, 1],
    [3, 3, 6],
    [1, 6, 1],
    [2, 5, 2],
    [3, 5, 30],
    [4, 6, 480],
  ])("for (%i, %i) is accepted, with %i cells on their own", async (r, m, critical) => {
    const certificate = morseCertificate(r, m);
    expect(await checked(certificate, asked(r, m))).toEqual(SHOWN);
    const steps = bodyOf(certificate).steps as string[][];
    expect(steps.filter((cells) => cells.length === 1).length).toBe(critical);
    expect(BigInt(new Set(steps.flat()).size)).toBe(partialSurjectionCount(r, m));
  });

  it("tells how far it is, and has limits", () => {
    const told: [number, number][] = [];
    certificateText(
      morseCertificate(4, 6, (done, total) => told.push([done, total])),
      ORIGIN,
    );
    // 480 cells and (3360 − 480)/2 pairs.
    expect(told).toEqual([256, 512, 768, 1024, 1280, 1536, 1792].map((done) => [done, 1920]));
    expect([fitsMorse(3, 9), fitsMorse(1, 17), fitsMorse(1, 18), fitsMorse(9, 9), fitsMorse(3, 2)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(() => morseCertificate(1, 18)).toThrow("no certificate for (r, m) = (1, 18)");
  });

  it.each<[string, (steps: string[][]) => unknown, string]>([
    ["the last step dropped", (steps) => steps.pop(), "complete"],
    ["the root dropped", (steps) => steps.shift(), "attach"],
    ["a step repeated", (steps) => steps.splice(30, 0, steps[30] ?? []), "repeated"],
    ["the order reversed", (steps) => steps.reverse(), "attach"],
    [
      "a pair taken apart",
      (steps) => steps.splice(1, 1, ...(steps[1] ?? []).map((cell) => [cell])),
      "critical",
    ],
    ["a pair upside down", (steps) => steps[1]?.reverse(), "facet"],
    ["a label that isn't", (steps) => (steps[0] = ["0015"]), "cell"],
  ])("with %s is rejected", async (_, change, rule) => {
    const rejection = await planted(morseCertificate(3, 4), asked(3, 4), ({ steps }) => {
      change(steps as string[][]);
    });
    expect(rejection).toBe(rule);
  });
});
