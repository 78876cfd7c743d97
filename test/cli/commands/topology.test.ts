import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { findingOf, topologyLines } from "../../../src/cli/commands/topology/report.js";
import { PlacementComplex } from "../../../src/manifold/topology/placementComplex.js";
import { chainComplexOf } from "../../../src/manifold/topology/chainComplex.js";
import { MAIN, type Run, runNode } from "../../runEquiloss.js";
import { compiled } from "../planted.js";
import { itRefuses, printed } from "../runs.js";
import { scratchFolder, writerIn } from "../scratch.js";

const ignore = (): void => undefined;

describe("a homology that contradicts the claim", () => {
  it("is told by what differs, with torsion and all", () => {
    const plane = chainComplexOf([[[]], [[]], [[[0, 2]]]]);
    const finding = findingOf({ ...plane, r: 3, m: 5 }, ignore);
    expect(finding.report).toEqual({
      r: 3,
      m: 5,
      betti: ["1", "0", "0"],
      torsion: [[], ["2"], []],
      eulerCharacteristic: "1",
    });
    expect(finding.contradiction).toBe("H_1 is Z^0 + Z/2, not Z^0");
    const lines = topologyLines(finding).split("\n");
    expect(lines).toContain("torsion  Z/2 in dimension 1");
    expect(lines).toContain(
      "spheres  29 of dimension 2 by ext-topology, CONTRADICTED: H_1 is Z^0 + Z/2, not Z^0",
    );
  });

  it("is not what X has", () => {
    expect(findingOf(new PlacementComplex(3, 5), ignore).contradiction).toBeUndefined();
  });
});

describe("equiloss topology with mirrored neurons", () => {
  it("has more spheres, and names its own claim", async () => {
    const lines = (await printed("topology 2 3 --activation tanh")).split("\n");
    expect(lines[1]).toBe("tanh, odd: a neuron (w, a) may be mirrored to (−w, −a), and silent at w = 0");
    expect(lines).toContain("Betti    1, 25");
    expect(lines).toContain("spheres  25 of dimension 1 by ext-parity-topology, which is the homology found");
  });

  it("differs from that of a complex without images", () => {
    const { contradiction } = findingOf(new PlacementComplex(2, 3), ignore, { parity: "even" });
    expect(contradiction).toBe("H_1 is Z^1, not Z^25");
  });
});

describe("equiloss topology with a planted error", () => {
  const fileOf = writerIn(scratchFolder());

  /** Runs the real command, in whose threads a method of the complex is replaced. */
  const planted = (method: string, ...args: string[]): Run => {
    const plant = fileOf(
      `import { PlacementComplex } from ${JSON.stringify(compiled("manifold/topology/placementComplex.js"))};
       const { writeFacets } = PlacementComplex.prototype;
       PlacementComplex.prototype.writeFacets = ${method};`,
      "plant.mjs",
    );
    return runNode({}, "--import", pathToFileURL(plant).href, MAIN, "topology", ...args);
  };

  it("that gives other homology ends with exit code 1", () => {
    // All edges become circles on their own.
    const run = planted("(cell, end) => end", "2", "3", "--json");
    expect(run).toEqual({
      status: 1,
      stdout:
        '{"format":"equiloss-topology/1","r":2,"m":3,"betti":["6","6"],"torsion":[[],[]],"eulerCharacteristic":"0"}\n',
      stderr: "equiloss: contradicts ext-topology: H_0 is Z^6, not Z^1\n",
    });
  });

  it("of signs is found before any homology", () => {
    const run = planted(
      `function (cell, start) {
         const end = writeFacets.call(this, cell, start);
         this.incidences[end - 1] = 1;
         return end;
       }`,
      "2",
      "4",
    );
    expect([run.status, run.stdout]).toEqual([70, ""]);
    expect(run.stderr).toMatch(
      /∂∂ of cell \d+ of dimension 1 is not 0|∂∂ of cell \d+ of dimension 2 is not 0/,
    );
  });
});

describe("equiloss topology", () => {
  it.each([
    ["3 4", '{"r":3,"m":4,"betti":["1","13"],"torsion":[[],[]],"eulerCharacteristic":"-12"}'],
    ["1 1", '{"r":1,"m":1,"betti":["1"],"torsion":[[]],"eulerCharacteristic":"1"}'],
    ["2 2", '{"r":2,"m":2,"betti":["2"],"torsion":[[]],"eulerCharacteristic":"2"}'],
    ["3 6", '{"r":3,"m":6,"betti":["1","0","0","61"],"torsion":[[],[],[],[]],"eulerCharacteristic":"-60"}'],
    [
      "4 8",
      '{"r":4,"m":8,"betti":["1","0","0","0","5543"],"torsion":[[],[],[],[],[]],"eulerCharacteristic":"5544"}',
    ],
  ])("%s --json: %s", async (sizes, json) => {
    expect(await printed(`topology ${sizes} --json`)).toBe(
      `{"format":"equiloss-topology/1",${json.slice(1)}\n`,
    );
  });

  it("3 5, in lines for a person", async () => {
    expect((await printed("topology 3 5")).split("\n")).toEqual([
      "r = 3, m = 5",
      "cells    60, 180, 150",
      "         in dimensions 0 to 2; 390 in all, surjective partial maps [m] ⇀ [r]",
      "Betti    1, 0, 29",
      "torsion  none",
      "chi      30",
      "spheres  29 of dimension 2 by ext-topology, which is the homology found",
      "route    integer homology of a cell complex that the expansion manifold is homotopy equivalent to:",
      "         coreductions, and the Smith normal form of the boundaries left",
      "",
    ]);
  });

  itRefuses("topology", {
    "5 4": "r = 5 is larger than m = 4; give r ≤ m: a network has no expansion to fewer neurons",
    "3 65": "m: 65 is too large; give a whole number from 1 to 64, in decimal digits",
    "10 10": "11^10 passes 2^32, up to which cells can be numbered; choose smaller sizes",
  });
});
