import { describe, expect, it } from "vitest";
import { certificateText } from "../../src/certificate/certificateText.js";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { connectedCertificate } from "../../src/certificate/connectedCertificate.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import { IntersectionGraph } from "../../src/manifold/graph/intersectionGraph.js";
import { randomIrreducible } from "../../src/network/randomNetwork.js";
import { sameNetwork } from "../../src/network/twoLayerNetwork.js";
import type { Json } from "../checker/seal.js";
import { ORIGIN, checked, SHOWN, bodyOf, networkOf } from "./producing.js";

describe("a tree of subspaces", () => {
  const theta = randomIrreducible(2, 2, 1, 3);
  const made = connectedCertificate(theta, new IntersectionGraph(2, 4));

  it.each([
    [1, 2, 1, 1],
    [1, 4, 2, 3],
    [3, 4, 1, 2],
    [2, 4, 3, 1],
  ])(
    "of (%i, %i) is accepted, and each point is in its subspace and its parent's",
    async (r, m, inputs, outputs) => {
      const root = randomIrreducible(r, inputs, outputs, 5);
      const graph = new IntersectionGraph(r, m);
      const certificate = connectedCertificate(root, graph);
      expect(
        await checked(certificate, { claim: "thm-3.1-connected", r, m, theta: certificateNetwork(root) }),
      ).toEqual(SHOWN);
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
    },
  );

  it("is the same when it is written again, and reports progress", () => {
    expect(certificateText(made, ORIGIN)).toBe(certificateText(made, ORIGIN));
    const reports: number[] = [];
    const graph = new IntersectionGraph(2, 5);
    certificateText(
      connectedCertificate(theta, graph, (done) => reports.push(done)),
      ORIGIN,
    );
    expect(graph.vertexCount).toBe(320);
    expect(reports).toEqual([256]);
  });

  it("is refused where some subspace is not reached", () => {
    expect(() => connectedCertificate(theta, new IntersectionGraph(2, 2))).toThrow(
      new RangeError("[2,1] is not reached"),
    );
  });
});
