import { describe, expect, it } from "vitest";
import { mirroringOf } from "../../src/combinatorics/signed/parity.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { everyPattern, pointsOfKinds, wholeInertia } from "../../src/claims/instances/unitStrata.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { expandCritical } from "../../src/landscape/criticalPoints/criticalExpansion.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import { NETWORK_FORMAT, parseNetworkFile } from "../../src/network/networkFile.js";
import { reduce } from "../../src/network/reduction.js";
import { twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { chamberIndices } from "../../src/report/figures/chambers.js";
import { DRAWN_FIGURES, atFirst, drawnFigure } from "../../src/report/figures/drawnFigures.js";
import { diagonalZero, flowAt } from "../../src/report/figures/flow.js";
import { firstBelowOne, ratiosUpTo } from "../../src/report/figures/ratios.js";
import { fraction, subspaceCount, surjectionCount } from "./countedAgain.js";

/** The rows of a table, without its head. */
const rowsOf = (csv: string | undefined): string[][] =>
  (csv ?? "")
    .trim()
    .split("\r\n")
    .slice(1)
    .map((row) => row.split(","));

const drawn = async (name: string, chosen: Readonly<Record<string, string>>) =>
  drawnFigure(name, {
    ...atFirst(DRAWN_FIGURES.find((one) => one.name === name) ?? { fields: [] }),
    ...chosen,
  });

describe("values in figures", () => {
  it("are the ratios of Figure 6, as closed formulas have them, at each parity", async () => {
    for (const [parity, images] of [
      ["neither", 1],
      ["odd", 2],
      ["even", 2],
    ] as const) {
      const { csv } = await drawn("fig6", { "r*": "5", "last m": "8", levels: "2", parity });
      const minima = (m: number): bigint =>
        parity === "neither" ? subspaceCount(5, m) : labelledPartitionCount(5, m, mirroringOf(parity));
      const all = (m: number): bigint =>
        [1, 2, 3, 4].reduce((total, k) => total + surjectionCount(5 - k, m, images), 0n);
      expect(rowsOf(csv)).toEqual(
        [1, 2, 0].flatMap((k) =>
          [5, 6, 7, 8].map((m) => [
            k === 0 ? "all k" : `k = ${k}`,
            String(m),
            fraction(k === 0 ? all(m) : surjectionCount(5 - k, m, images), minima(m)),
          ]),
        ),
      );
    }
  });

  it("are the ratios of the map, each cell with its own", async () => {
    const { csv, svg } = await drawn("map", { "last r*": "4", "last h": "2", L: "4" });
    const rows = rowsOf(csv);
    expect(rows).toHaveLength(3 * 3);
    for (const [r = "", h = "", m = "", ratio = ""] of rows) {
      const levels = Array.from({ length: Number(r) - 1 }, (_, k) => surjectionCount(k + 1, Number(m)));
      const all = levels.reduce((total, count) => total + count, 0n);
      expect(Number(m)).toBe(Number(r) + Number(h));
      expect(ratio).toBe(fraction(all, subspaceCount(Number(r), Number(m))));
      expect(svg).toContain(`where R is exactly ${ratio}<`);
    }
    expect(rows.find(([r, h]) => r === "4" && h === "1")?.[3]).toBe("181/360");
  });

  it("cross 1 where the table of the sizes says", async () => {
    const { csv } = await drawn("regimes", { "last r*": "6" });
    const crossing = rowsOf(csv).filter(([what]) => what?.startsWith("all levels") === true);
    expect(crossing).toHaveLength(5);
    for (const [, r = "", from = ""] of crossing)
      expect(firstBelowOne(ratiosUpTo(Number(r), 3 * Number(r), 0))).toBe(Number(from));
  });

  it("are the inertia of whole Hessians above critical points, in chambers, on walls and at corners", () => {
    const points = pointsOfKinds([{ inputDimension: 2, outputDimension: 2, isCritical: true }], 1);
    const signed = { "+": rational(1n, 4n), "−": rational(-1n), "0": rational(0n) } as const;
    let [kinds, places] = [0, 0];
    for (const { point, lower } of onePatternEach(points)) {
      const kind = point.request.kinds[0];
      if (kind === undefined) throw new Error("no kind");
      const found = chamberIndices(kind, 2, lower);
      expect(found).toHaveLength(19);
      kinds += 1;
      // Every third, and others at the next kind of point, as whole Hessians take a while.
      for (const { signs, inertia } of found.filter((_, index) => (index + kinds) % 3 === 0)) {
        const weights = signs.map((sign) => signed[sign]);
        const first = signs.indexOf("+");
        const others = weights.reduce(
          (sum, weight, place) => (place === first ? sum : sum.add(weight)),
          rational(0n),
        );
        const beta = weights.map((weight, place) => (place === first ? others.neg().add(1n) : weight));
        const network = expandCritical(point.network, LabelledPartition.of([1, 1, 1], 1), beta);
        expect(wholeInertia({ ...point, network, cost: squaredError })).toEqual(inertia);
        places += 1;
      }
    }
    expect(kinds).toBe(6 + 3);
    expect(places).toBe((9 * 19) / 3);
  });

  it("are the gradients of Figure 2, which are along the diagonal on it", () => {
    for (const [w1, w2] of [
      [1n, 3n],
      [-1n, 5n],
      [3n, 3n],
    ] as const) {
      const { g, descent } = flowAt(rational(w1, 2n), rational(w2, 2n));
      const [x, y] = [Number(w1) / 2, Number(w2) / 2];
      const [u, v] = [x + y - 3, x * y - 2];
      expect(g.valueOf()).toBe((u * u + v * v) / 2);
      expect(descent[0].valueOf()).toBeCloseTo(-(u + v * y) / (1 + g.valueOf()), 12);
      expect(descent[1].valueOf()).toBeCloseTo(-(u + v * x) / (1 + g.valueOf()), 12);
      expect(descent[0].equals(descent[1])).toBe(w1 === w2);
    }
    const [low, high] = diagonalZero();
    expect([low.pow(3n).compare(3n), high.pow(3n).compare(3n)]).toEqual([-1, 1]);
    expect(high.sub(low).valueOf()).toBeLessThan(1e-4);
  });

  it.each(["2, 3", "2, 4", "1, 3", "3, 4"])(
    "are Betti numbers with the cells' Euler characteristic, (%s)",
    async (size) => {
      const { csv, svg } = await drawn("topology", { "r, m": size });
      const rows = rowsOf(csv).map((row) => row.map(Number));
      const alternating = (column: number): number =>
        rows.reduce(
          (total, row) => total + (row[0] === undefined || row[0] % 2 === 0 ? 1 : -1) * (row[column] ?? NaN),
          0,
        );
      expect(alternating(2)).toBe(alternating(1));
      // Points, edges and faces are drawn, each once.
      const shown = rows.slice(0, 3).reduce((total, [, cells = NaN]) => total + cells, 0);
      expect(svg.match(/class="told"/g)).toHaveLength(shown);
    },
  );

  it.each(["2, 3", "1, 4", "3, 4"])(
    "are meetings as many as subspaces have, and a way without a detour, (%s)",
    async (size) => {
      const { csv, description, path } = await drawn("graph", { "r, m": size });
      const [r = NaN, m = NaN] = size.split(", ").map(Number);
      const meets = new Map<string, string[]>();
      for (const [own = "", other = ""] of rowsOf(csv)) meets.set(own, [...(meets.get(own) ?? []), other]);
      expect(BigInt(meets.size)).toBe(subspaceCount(r, m));
      const way = (/shortest way, ([^.]*)\./.exec(description)?.[1] ?? "").split(" → ");
      for (const [index, own] of way.slice(1).entries()) expect(meets.get(way[index] ?? "")).toContain(own);
      expect(distance(meets, way[0] ?? "", way.at(-1) ?? "")).toBe(way.length - 1);
      const farthest = Math.max(...[...meets.keys()].map((other) => distance(meets, way[0] ?? "", other)));
      expect(way.length - 1).toBe(farthest);
      // Both ends of a segment are in its subspace, so all of it is.
      const networks = (path?.points ?? []).map(({ weights }) =>
        parseNetworkFile(JSON.stringify({ format: NETWORK_FORMAT, weights }), "a point"),
      );
      expect(networks).toHaveLength(way.length + 1);
      const [start] = networks;
      if (start === undefined) throw new Error("no start");
      const { irreducible } = reduce(start);
      const units = [...irreducible.units].sort((one, other) =>
        one.incoming.at(0).compare(other.incoming.at(0)),
      );
      const theta = twoLayerNetwork(1, 1, units);
      expect(units).toHaveLength(r);
      for (const [index, own] of way.entries()) {
        const partition = LabelledPartition.of(own.split(" ").map(Number), r);
        for (const network of networks.slice(index, index + 2))
          expect([own, gammaHolds(theta, partition, network)]).toEqual([own, true]);
      }
      expect(new Set(networks.map(({ units: own }) => JSON.stringify(own))).size).toBe(networks.length);
    },
  );
});

describe("what can't be drawn", () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ["fig6", { "r*": "1" }, 'r* is "1"; choose a whole number from 2 to 60'],
    ["fig6", { "last m": "29" }, 'last m is "29"; choose a whole number from 30 to 240'],
    ["fig6", { parity: "both" }, "an activation can't be both; choose odd, even or neither"],
    ["fig2", { w1: "9" }, 'w1 is not from -1 to 4; choose a number such as "-1" or "3/4"'],
    ["fig2", { w1: "1/0" }, "denominator"],
    ["graph", { "r, m": "9, 9" }, "(9, 9) is not drawn"],
    ["graph", { from: "1 1 1" }, 'from: there is no subspace "1 1 1" for r = 2, m = 3; choose 3 codes'],
    ["graph", { to: "1 x 2" }, 'to: there is no subspace "1 x 2"'],
    ["chambers", { B: "1,2" }, 'the inertia is "1,2"; choose how many are positive, negative and zero'],
    ["chambers", { rank: "3", d_out: "2" }, 'd_out is "2"; choose a whole number from 3 to 20'],
    ["topology", { "r, m": "4, 4" }, "(4, 4) is not drawn"],
    ["fig7", {}, "there is no figure fig7"],
  ])("%s %o", async (name, chosen, message) => {
    await expect(async () => drawn(name, chosen)).rejects.toThrow(message);
  });
});

/** The first case of each point, which has the inertia below. */
function* onePatternEach(points: Parameters<typeof everyPattern>[0]): ReturnType<typeof everyPattern> {
  for (const point of points) {
    const [first] = everyPattern([point]);
    if (first !== undefined) yield first;
  }
}

function distance(meets: ReadonlyMap<string, readonly string[]>, from: string, to: string): number {
  let reached = new Set([from]);
  for (let steps = 0; steps <= meets.size; steps += 1) {
    if (reached.has(to)) return steps;
    reached = new Set([...reached, ...[...reached].flatMap((own) => meets.get(own) ?? [])]);
  }
  return NaN;
}
