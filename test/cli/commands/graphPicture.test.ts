import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { graphDot } from "../../../src/cli/commands/graph/picture.js";
import { ROOT, runInProcess } from "../../runEquiloss.js";

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe("equiloss graph --dot", () => {
  it("has a vertex for each subspace, with its labelled partition, and an edge where two meet", () => {
    expect(graphDot(1, 2, 3n).split("\n").slice(5)).toEqual([
      '  0 [label="1 1", fillcolor="#54a24b"];',
      "  0 -- 1;",
      "  0 -- 2;",
      '  1 [label="1 0", fillcolor="#4c78a8"];',
      '  2 [label="0 1", fillcolor="#4c78a8"];',
      "}",
    ]);
  });

  it("shows mirrored neurons by a minus sign, silent ones by s, and zero blocks by letters", () => {
    const lines = graphDot(1, 2, 12n, "odd").split("\n");
    expect(lines.flatMap((line) => /label="(.*)",/.exec(line)?.slice(1) ?? []).sort()).toEqual(
      ["1 1", "1 −1", "−1 1", "−1 −1", "1 a", "−1 a", "1 s", "−1 s", "a 1", "a −1", "s 1", "s −1"].sort(),
    );
    expect(count(lines.join("\n"), / -- /g)).toBe(12);
  });

  it.each([
    [2, 12, 6, 6, 12],
    [3, 60, 24, 36, 72],
  ])("has the numbers of Fig. 4 for r = %d", async (r, subspaces, blue, green, edges) => {
    const { stdout } = await runInProcess("graph", `${r}`, `${r + 1}`, "--dot");
    expect(count(stdout, /\[label=/g)).toBe(subspaces);
    expect([count(stdout, /fillcolor="#4c78a8"/g), count(stdout, /fillcolor="#54a24b"/g)]).toEqual([
      blue,
      green,
    ]);
    expect(count(stdout, / -- /g)).toBe(edges);
  });

  it("is refused for more subspaces than a picture can show, and beside another form", async () => {
    expect((await runInProcess("graph", "4", "6", "--svg")).stderr).toBe(
      "equiloss: a picture of 3720 subspaces shows nothing; draw at most 1000: a smaller r or m\n",
    );
    expect((await runInProcess("graph", "2", "3", "--svg", "--json")).status).toBe(2);
  });
});

describe("equiloss graph --svg", () => {
  it("draws what --dot lists, and the picture of the README", async () => {
    const { stdout, status } = await runInProcess("graph", "2", "3", "--svg");
    expect(status).toBe(0);
    expect([count(stdout, /class="node"/g), count(stdout, /class="edge"/g)]).toEqual([12, 12]);
    // The legend.
    expect(stdout).toMatch(/fill="#4c78a8">■<.*\n.*some neurons add up to nothing: 0, −1, …</);
    expect(stdout).toMatch(/fill="#54a24b">■<.*\n.*each neuron copies one of the r</);
    expect(stdout).toBe(readFileSync(`${ROOT}docs/graph-2-3.svg`, "utf8"));
  });
});
