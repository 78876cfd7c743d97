import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { findingOf, topologyLines } from "../../src/cli/commands/topology/report.js";
import { PlacementComplex } from "../../src/manifold/topology/placementComplex.js";
import { chainComplexOf } from "../../src/manifold/topology/chainComplex.js";
import { MAIN, ROOT } from "../runEquiloss.js";

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

describe("equiloss topology with a planted error", () => {
  const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const dist = (file: string): string => pathToFileURL(MAIN.replace(/cli[/\\]main\.js$/, file)).href;

  /** Runs the real command, in whose threads a method of the complex is replaced. */
  const planted = (method: string, ...args: string[]) => {
    const plant = join(folder, "plant.mjs");
    writeFileSync(
      plant,
      `import { PlacementComplex } from ${JSON.stringify(dist("manifold/topology/placementComplex.js"))};
       const { writeFacets } = PlacementComplex.prototype;
       PlacementComplex.prototype.writeFacets = ${method};`,
    );
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", pathToFileURL(plant).href, MAIN, "topology", ...args],
      { encoding: "utf8", cwd: ROOT },
    );
    return { status, stdout, stderr };
  };

  it("that gives other homology ends with exit code 1", () => {
    // All edges become circles on their own.
    const run = planted("(cell, end) => end", "2", "3", "--json");
    expect(run).toEqual({
      status: 1,
      stdout: '{"r":2,"m":3,"betti":["6","6"],"torsion":[[],[]],"eulerCharacteristic":"0"}\n',
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
