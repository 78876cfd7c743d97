import { describe, expect, it } from "vitest";
import { chartsSvg } from "../../../src/pictures/lineChart.js";
import { runInProcess } from "../../runEquiloss.js";
import { linesOf } from "./svgLines.js";

describe("equiloss regime --svg", () => {
  it("draws a line for each level and one for all, down to the right", async () => {
    const { stdout, status } = await runInProcess("regime", "--rstar", "5", "--max-m", "20", "--svg");
    expect(status).toBe(0);
    const lines = linesOf(stdout);
    expect(lines.map(({ length }) => length)).toEqual(Array(5).fill(16));
    for (const line of lines) {
      const heights = line.map(([, y]) => y);
      expect(heights).toEqual([...heights].sort((a, b) => a - b));
    }
    for (const name of ["k = 1", "k = 4", "all k", "width m"]) expect(stdout).toContain(`>${name}<`);
  });

  it("has the points of --curves: where a line crosses the dashed one, R is 1", async () => {
    const args = ["regime", "--rstar", "5", "--max-m", "20"];
    const { stdout } = await runInProcess(...args, "--curves", "--json");
    const { curves } = JSON.parse(stdout) as { curves: { levels: { ratios: string[] }[] } };
    const above = curves.levels[0]?.ratios.map((ratio) => {
      const [numerator = "1", denominator = "1"] = ratio.split("/");
      return BigInt(numerator) > BigInt(denominator);
    });
    const svg = (await runInProcess(...args, "--svg")).stdout;
    const dashed = Number(/translate\(0,([\d.]+)\)"[^>]*stroke-dasharray/.exec(svg)?.[1]);
    expect(linesOf(svg)[0]?.map(([, y]) => y < dashed)).toEqual(above);
  });

  it("is refused beside --curves", async () => {
    const { status, stderr } = await runInProcess("regime", "--rstar", "5", "--svg", "--curves");
    expect([status, stderr]).toEqual([2, expect.stringContaining("cannot be used with option '--curves'")]);
  });
});

describe("a chart", () => {
  it("puts larger values higher, and names its axes", async () => {
    const series = [
      {
        name: "up",
        points: [
          [0, 0],
          [1, 1],
        ] as const,
      },
    ];
    const svg = await chartsSvg([{ title: "T", x: "across", y: "along", series, level: 0 }]);
    const [[, left] = [0, 0], [, right] = [0, 0]] = linesOf(svg)[0] ?? [];
    expect(right).toBeLessThan(left);
    for (const name of ["T", "across", "along", "up"]) expect(svg).toContain(`>${name}<`);
  });
});
