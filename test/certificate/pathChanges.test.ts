import { describe, expect, it } from "vitest";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { certificateLayers, layeredPathCertificate } from "../../src/certificate/layeredPathCertificate.js";
import { certificateText } from "../../src/certificate/certificateText.js";
import { changesAlong, measured, writtenUnits } from "../../src/certificate/pathChanges.js";
import { pathCertificate } from "../../src/certificate/pathCertificate.js";
import { multiLayerPath } from "../../src/manifold/layers/multiLayerPath.js";
import { shortestPath } from "../../src/manifold/paths/shortestPath.js";
import { parseMultiLayerFile, parseNetworkFile } from "../../src/network/networkFile.js";
import { randomIrreducible } from "../../src/network/randomNetwork.js";
import { type TwoLayerNetwork, unitOf } from "../../src/network/twoLayerNetwork.js";
import { textOf } from "../cli/scratch.js";
import { ORIGIN, SHOWN, bodyOf, checked } from "./producing.js";

/** θ of 12 units with one to spare, and the same in another order. */
const theta = randomIrreducible(12, 2, 3, 5);
const spare = (w: string): TwoLayerNetwork["units"][number] => unitOf([w, "9"], ["0", "0", "0"]);
const from = { ...theta, units: [...theta.units, spare("7")] };
const to = { ...theta, units: [spare("8"), ...theta.units.slice().reverse()] };

describe("a certificate with changes", () => {
  it("shows what the one with points shows, in less", async () => {
    const shortest = shortestPath(theta, from, to);
    if (shortest === undefined) return expect.fail("no path");
    const line = shortest.path.list();
    const [whole, changing] = (["points", "changes"] as const).map((form) =>
      pathCertificate(theta, line, shortest.optimal, form),
    );
    if (whole === undefined || changing === undefined) return expect.fail("two forms");
    const ends = { from: certificateNetwork(from), to: certificateNetwork(to) };
    for (const certificate of [whole, changing])
      expect(await checked(certificate, { claim: "ext-geodesic", ...ends })).toEqual(SHOWN);
    const turned = { from: ends.to, to: ends.from };
    expect(await checked(changing, { claim: "ext-geodesic", ...turned })).toMatchObject({ rule: "end" });
    const { form, characters } = measured({
      points: writtenUnits(() => line.points),
      segments: line.partitions.length,
      codes: line.partitions.length * 13,
    });
    const [long, short] = [whole, changing].map((one) => certificateText(one, ORIGIN).length);
    expect(form).toBe("changes");
    expect([Number(short) * 3 < Number(long), characters < Number(short)]).toEqual([true, true]);
    expect(characters * 1.5).toBeGreaterThan(Number(short));
  });

  it("of several layers has the cells that change", async () => {
    const [first, second, small] = ["from", "to", "minimal"].map((name) =>
      parseMultiLayerFile(textOf(`examples/deep-${name}.json`), name),
    );
    if (first === undefined || second === undefined || small === undefined) return expect.fail("a file");
    const path = multiLayerPath(small, first, second);
    if ("isolatedLayer" in path) return expect.fail("no path");
    const certificate = layeredPathCertificate(small, path.list(), "changes");
    const ends = { from: certificateLayers(first), to: certificateLayers(second) };
    expect(await checked(certificate, { claim: "mlp-connected", ...ends })).toEqual(SHOWN);
    expect((bodyOf(certificate).changes as unknown[]).length).toBe(9);
  });

  it("says nothing where nothing changes, and all of a rational that does", () => {
    const point = { incoming: [["1", "2"], ["3"]], outgoing: [["4"]] };
    const next = { incoming: [["1", "2"], ["5"]], outgoing: [["4"]] };
    expect([...changesAlong([point, next, next])]).toEqual([
      { incoming: [1, [0, "5"]], outgoing: [] },
      { incoming: [], outgoing: [] },
    ]);
  });

  it("of a short path has its points, and none has more than the checker reads", () => {
    const [first, second] = ["from", "to"].map((name) =>
      parseNetworkFile(textOf(`examples/path-${name}.json`), name),
    );
    if (first === undefined || second === undefined) return expect.fail("a file");
    const points = writtenUnits(() => [first, second]);
    expect(measured({ points, segments: 1, codes: 5 }).form).toBe("points");
    expect(() => measured({ points, segments: 1e7, codes: 2e8 })).toThrow(
      /^the certificate would take about \d{9} bytes, the format's cap is 268435456; give networks with fewer neurons$/,
    );
  });
});
