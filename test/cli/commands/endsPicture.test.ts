import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { groupSizes, studentGroups } from "../../../src/claims/instances/trainedStudents.js";
import { parseEnds, parseEndsOf } from "../../../src/training/endsFile.js";
import { networkOfRun } from "../../../src/training/trainedRun.js";
import { itRefuses, printed } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
const ends = (setting: string, width: number): string => `proofs/ends/${setting}-${width}.json`;
const verdicts = (width: number): string => `proofs/ends/judged-fig1-${width}.json`;

/** The marks of a picture that have a shape, by colour, with their places. */
function marksOf(svg: string): Map<string, [x: number, y: number][]> {
  const marks = new Map<string, [number, number][]>();
  const group = /<g class="mark-symbol role-mark[^>]*>(.*?)<\/g>/s.exec(svg)?.[1] ?? "";
  for (const [, x, y, colour = ""] of group.matchAll(
    /<path transform="translate\(([\d.-]+),([\d.-]+)\)" d="[^"]*" fill="(#[0-9a-f]+)"/g,
  ))
    marks.set(colour, [...(marks.get(colour) ?? []), [Number(x), Number(y)]]);
  return marks;
}

const countsOf = (svg: string): Record<string, number> =>
  Object.fromEntries([...marksOf(svg)].map(([colour, marks]) => [colour, marks.length]));
const BLUE = "#0072b2";
const [VERMILION, GREEN] = ["#d55e00", "#009e73"];
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);

describe("equiloss ends --svg of Figure 1", () => {
  const draw = (from = verdicts(5)): Promise<string> =>
    printed(`ends ${ends("fig1", 5)} --from ${from} --svg`);

  it("has a mark for each run, by what is proved of it", async () => {
    const svg = await draw();
    expect(countsOf(svg)).toEqual({ [BLUE]: 37, [VERMILION]: 11, [GREEN]: 2 });
    expect(textsOf(svg)).toContain("37 of 50");
    expect(svg).toContain("<desc>Final losses");
    expect(svg).toContain(
      "Width 5: zero loss 37 of 50, strict local minimum 11, channel to infinity 2.</desc>",
    );
  });

  it("has each run at its loss, and those of larger losses farther right and higher", async () => {
    const marks = [...marksOf(await draw()).values()].flat().sort(([one], [other]) => one - other);
    const losses = parseEnds(readFileSync(ends("fig1", 5), "utf8"), "")
      .runs.map(({ loss }) => Math.log10(loss))
      .sort((one, other) => one - other);
    const [[, low] = [0, 0]] = marks;
    const [, high] = marks.at(-1) ?? [0, 0];
    const [least = 0, most = 0] = [losses[0], losses.at(-1)];
    marks.forEach(([, y], index) => {
      const loss = losses[index] ?? NaN;
      expect(y).toBeCloseTo(low + ((high - low) * (loss - least)) / (most - least), 1);
    });
    expect(high).toBeLessThan(low);
  });

  it("changes with a verdict", async () => {
    const other = join(folder, "other.json");
    const text = readFileSync(verdicts(5), "utf8");
    writeFileSync(other, text.replace(/\{"kind":"critical","index":0/, '{"kind":"critical","index":1'));
    const svg = await draw(other);
    expect(countsOf(svg)).toEqual({ [BLUE]: 37, [VERMILION]: 10, [GREEN]: 2, "#000000": 1 });
    expect(svg).toContain("strict local minimum 10, saddle 1");
  });

  it("has a column for each width, in order", async () => {
    const svg = await printed(
      `ends ${ends("fig1", 45)} ${ends("fig1", 5)} --from ${verdicts(5)} ${verdicts(45)} --svg`,
    );
    const texts = textsOf(svg).filter((text) => text.endsWith(" of 50"));
    expect(texts).toEqual(["37 of 50", "50 of 50"]);
    expect(Object.values(countsOf(svg)).reduce((sum, count) => sum + count)).toBe(100);
  });
});

describe("equiloss ends --svg of Figure 1(e)", () => {
  it("has a column for each width, with the runs of low and of high loss", async () => {
    const judged = [5, 10].map((width) => `proofs/ends/judged-fig1e-${width}.json`).join(" ");
    const svg = await printed(`ends ${ends("fig1e", 5)} ${ends("fig1e", 10)} --from ${judged} --svg`);
    const texts = textsOf(svg);
    for (const text of ["5-5-5", "10-10-10", "0 of 50", "8 of 8", "at most 1e-4", "above 1e-4"])
      expect(texts).toContain(text);
    expect(countsOf(svg)).toEqual({ [BLUE]: 8, [VERMILION]: 50 });
    expect(svg).toContain("Width 5-5-5: at most 1e-4 0 of 50, above 1e-4 50. Width 10-10-10:");
  });
});

describe("equiloss ends --svg of Figure 5", () => {
  const file = ends("fig5", 10);

  it("has the neurons of the ends, with their numbers", async () => {
    const svg = await printed(`ends ${file} --svg`);
    const { runs } = parseEndsOf("fig5", readFileSync(file, "utf8"), file);
    const found = runs.map((run) => studentGroups(networkOfRun(run)));
    const { copies, zeroType } = groupSizes(found.filter((groups) => typeof groups !== "string"));
    const told = (kind: string, name: string): number =>
      Number(new RegExp(`${kind}, ${name}: (\\d+)\\.`).exec(svg)?.[1]);
    const ofTeacher = [1, 2, 3, 4].map((neuron) => told("copies of a teacher's neuron", `neuron ${neuron}`));
    expect(ofTeacher.reduce((sum, count) => sum + count)).toBe(copies);
    const sizes = [...zeroType].map(([size]) =>
      told("zero type", size === 1 ? "alone" : `groups of ${size}`),
    );
    expect(sizes).toEqual([...zeroType.values()]);
    expect([...ofTeacher, ...sizes].reduce((sum, count) => sum + count)).toBe(500);

    const heights = barsOf(svg);
    const unit = (heights[0] ?? NaN) / (ofTeacher[0] ?? NaN);
    expect(heights).toHaveLength(ofTeacher.length + sizes.length);
    heights.forEach((height, index) => {
      expect(height / unit).toBeCloseTo([...ofTeacher, ...sizes][index] ?? NaN, 3);
    });
    const texts = textsOf(svg);
    for (const count of [...ofTeacher, ...sizes]) expect(texts).toContain(String(count));
    expect(texts).toContain("the paper's number, 54 in groups of 2");
  });

  it("changes with a neuron, and counts students that are no expansions by themselves", async () => {
    const other = join(folder, "fig5.json");
    const { runs, ...header } = JSON.parse(readFileSync(file, "utf8")) as {
      runs: { outgoing: number[] }[];
    };
    const [first] = runs;
    if (first !== undefined) first.outgoing = first.outgoing.map((a) => a / 2);
    writeFileSync(other, JSON.stringify({ ...header, runs }));
    const svg = await printed(`ends ${other} --svg`);
    expect(svg).toContain("neither, or not certain, others: 10.");
    expect(textsOf(svg)).toContain("10");
  });
});

/** The heights of bars, from left to right. */
function barsOf(svg: string): number[] {
  const group = /<g class="mark-rect role-mark[^>]*>(.*?)<\/g>/s.exec(svg)?.[1] ?? "";
  return [...group.matchAll(/d="M[^"]*?v([\d.]+)/g)].map(([, height]) => Number(height));
}

describe("what isn't drawn", () => {
  itRefuses("ends", {
    [`${ends("fig1", 5)} ${ends("fig1e", 5)} --svg`]: `${ends("fig1e", 5)}: its runs are of fig1e; give ends of fig1 alone`,
    [`${ends("fig1", 5)} ${ends("fig5", 10)} --svg`]: `${ends("fig5", 10)}: its runs are of fig5; give ends of fig1 alone`,
    [`${ends("fig1", 5)} ${ends("fig1", 5)} --svg`]: `${ends("fig1", 5)}: has width 5, as another file has; give one for each width`,
    [`${ends("fig5", 10)} --from ${verdicts(5)} --svg`]:
      "ends of fig5 are drawn from one file, and not judged; give that file alone",
    [`${ends("fig1", 5)} --svg --json`]:
      "option '--svg' cannot be used with option '--json'; see equiloss ends --help",
    [`${ends("fig1", 5)} --svg -o a.json`]:
      "option '--svg' cannot be used with option '-o, --output <file>'; see equiloss ends --help",
  });
});
