import { describe, expect, it, test } from "vitest";
import {
  checkSeven,
  checkSignedDiameter,
  checkSignedPath,
  checkStar,
  claim,
} from "../../src/claims/ext-geodesic-odd.js";
import { entry } from "../../src/exact/entry.js";
import { shortestSignedPath } from "../../src/manifold/signed/shortestSignedPath.js";
import { line, one } from "../manifold/fixtures.js";
import { refuses, visits } from "./checks.js";
import { quickContext } from "./quickContext.js";

describe("a distance", () => {
  refuses(checkStar, { source: Int32Array.of(1, 2, 0), target: Int32Array.of(-1, 0, 2), inGraph: 6 }, [
    ["one edge fewer", { inGraph: 5 }, "from [1,2,0] to [-1,0,2]: 5 edges in the graph, 6 by the formula"],
    ["a sign that agrees", { target: Int32Array.of(1, 0, 2) }, /6 edges in the graph, 2 by the formula$/],
  ]);
});

describe("a diameter", () => {
  refuses(checkSignedDiameter, { r: 1, m: 2, parity: "odd", diameter: 6 }, [
    ["no connection", { diameter: null }, "(1,2), odd: not connected"],
    ["even parity", { parity: "even" }, "(1,2), even: diameter 6, by the closed form 4"],
    ["more than six edges", { m: 3, diameter: 7 }, "(1,3), odd: diameter 7, above 6"],
  ]);

  it("may be larger while m < 2r", () => {
    expect(checkSignedDiameter({ r: 3, m: 5, parity: "odd", diameter: 8 })).toBeUndefined();
  });
});

describe("seven segments", () => {
  it("are seen not to be needed where fewer do", () => {
    expect(checkSeven([1, 3])).toBe("at (1,3) 4 edges, not 6");
    expect(checkSeven([1, 2], 5)).toBe("at (1,2) 6 edges, not 5");
  });
});

describe("a path", () => {
  const [from, to] = [line([1, 2], [0, 1]), line([-1, -2], [0, 1])];
  const path = shortestSignedPath(one, from, to, "odd");
  if (path === undefined) throw new RangeError("no path");
  const { points, partitions } = path;
  const found = (change: object) => () => ({ ...path, ...change });
  refuses(checkSignedPath, { theta: one, from, to, parity: "odd", edges: 6, find: shortestSignedPath }, [
    ["one edge more in the graph", { edges: 7 }, "7 segments, not 8"],
    ["no path", { find: () => undefined }, "no path"],
    ["another end", { find: found({ points: [to, ...points.slice(1)] }) }, "another end"],
    [
      "a corner of its own",
      { find: found({ points: points.map((point, at) => (at === 3 ? line([1, 2], [1, 1]) : point)) }) },
      "segment 2 leaves Θ",
    ],
    [
      "the signs of another segment",
      { find: found({ partitions: partitions.map((_, at) => entry(partitions, at === 5 ? 0 : at)) }) },
      "segment 5 leaves Θ",
    ],
  ]);
});

visits(claim, { "closed form": 56, diameters: 6, "seven segments": 4, paths: 91 });

test("certificates are all accepted, as many as there are pairs of orbits", async () => {
  const evidence = claim.evidence.find(({ name }) => name === "certificates");
  expect(await evidence?.run(quickContext)).toMatchObject({ held: true, accepted: "91", expected: "91" });
});
