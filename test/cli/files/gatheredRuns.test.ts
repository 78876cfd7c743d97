import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { partialPath } from "../../../src/certificate/outputPlace.js";
import { gatheredRuns, joinedRuns } from "../../../src/cli/files/gatheredRuns.js";
import { scratchFolder } from "../scratch.js";

interface Run {
  readonly seed: number;
  readonly square: number;
}

const folder = scratchFolder();
const SEEDS = [0, 2, 4, 6];
const runOf = (seed: number): Run => ({ seed, square: seed * seed });
const read = (value: unknown): Run => {
  const run = value as Run;
  if (typeof run.square !== "number") throw new TypeError("no run");
  return run;
};

/** Gathers into a file; the list of what had to be made comes with the runs. */
async function gathered(
  name: string,
  { known = [], last = Infinity }: { readonly known?: readonly Run[]; readonly last?: number } = {},
): Promise<{ readonly runs: readonly Run[]; readonly made: readonly number[] }> {
  const made: number[] = [];
  const runs = await gatheredRuns<Run>({
    seeds: SEEDS,
    known,
    file: { output: join(folder, name), what: "a file of squares", header: { format: "squares/1" }, read },
    make: function* (missing) {
      for (const seed of missing) {
        if (seed > last) throw new Error("the machine went down");
        made.push(seed);
        yield runOf(seed);
      }
    },
  });
  return { runs, made };
}

const textOf = (name: string): string => readFileSync(join(folder, name), "utf8");
const partialOf = (name: string): string => partialPath(join(folder, name));

const WHOLE =
  '{"format":"squares/1","runs":[\n' +
  '{"seed":0,"square":0},\n{"seed":2,"square":4},\n{"seed":4,"square":16},\n{"seed":6,"square":36}\n]}\n';

describe("gathered runs", () => {
  it("are written in the order of the seeds, whatever is known", async () => {
    const known = [runOf(4), runOf(2)];
    expect(await gathered("known.json", { known })).toEqual({ runs: SEEDS.map(runOf), made: [0, 6] });
    expect(textOf("known.json")).toBe(WHOLE);
  });

  it("go on after an interruption, with the runs that are there", async () => {
    await expect(gathered("stopped.json", { last: 3 })).rejects.toThrow("the machine went down");
    expect(existsSync(join(folder, "stopped.json"))).toBe(false);
    expect((await gathered("stopped.json")).made).toEqual([4, 6]);
    expect(textOf("stopped.json")).toBe(WHOLE);
  });

  it("go on wherever they were cut off, with all runs that are whole", async () => {
    for (let length = 0; length <= WHOLE.length; length += 1) {
      const text = WHOLE.slice(0, length);
      writeFileSync(partialOf("cut.json"), text);
      const { made } = await gathered("cut.json");
      expect([text, textOf("cut.json")]).toEqual([text, WHOLE]);
      const runsThere = (text.match(/\{"seed":[^}]*\}/g) ?? []).length;
      expect([text, made]).toEqual([text, SEEDS.slice(runsThere)]);
    }
  });

  it.each([
    ["another format", WHOLE.replace("squares/1", "squares/2"), "is not part of a file of squares"],
    [
      "another command",
      WHOLE.replace('"runs"', '"width":3,"runs"'),
      "is of another command, file or version",
    ],
    ["a damaged run", WHOLE.replace("16", "1x"), "is damaged at run 3"],
    ["a run without its square", WHOLE.replace(',"square":4', ""), "is damaged at run 2"],
    [
      "another seed",
      WHOLE.replace('"seed":2', '"seed":3'),
      "has other seeds, as another share has: 3, not 2, is run 2",
    ],
    [
      "another seed at its end",
      WHOLE.replace('"seed":6', '"seed":7'),
      "has other seeds, as another share has: 7, not 6, is run 4",
    ],
    [
      "a run too many",
      WHOLE.replace("\n]}", ',\n{"seed":8,"square":64}\n]}'),
      "has other seeds, as another share has: 8, not the end, is run 5",
    ],
  ])("refuse %s, and leave it as it is", async (what, text, problem) => {
    const name = `${what.replaceAll(" ", "-")}.json`;
    writeFileSync(partialOf(name), text);
    await expect(gathered(name)).rejects.toThrow(
      `${partialOf(name)}: ${problem}; take it away, or name another output`,
    );
    expect(readFileSync(partialOf(name), "utf8")).toBe(text);
  });

  it("make way for another command if none was made", async () => {
    const [beginning = ""] = /^[^\n]*\n/.exec(WHOLE) ?? [];
    writeFileSync(partialOf("none.json"), beginning.replace('"runs"', '"width":3,"runs"'));
    expect((await gathered("none.json")).made).toEqual(SEEDS);
    expect(textOf("none.json")).toBe(WHOLE);
  });

  it("are not taken from a maker of other seeds", async () => {
    const make = function* (): Generator<Run> {
      yield runOf(1);
    };
    const gathering = { seeds: SEEDS, known: [], file: undefined, make };
    await expect(gatheredRuns<Run>(gathering)).rejects.toThrow("seed 1 where 0 was to come");
  });
});

describe("joined runs", () => {
  const file = (
    place: string,
    width: number,
    ...seeds: readonly number[]
  ): Parameters<typeof joinedRuns>[0][0] =>
    ({ place, width, runs: seeds.map(runOf) }) as Parameters<typeof joinedRuns>[0][0];

  it("are those of all files", () => {
    const runs = joinedRuns([file("a", 5, 0, 4), file("b", 5, 2)], { width: 5 }, SEEDS);
    expect(runs.map(({ seed }) => seed)).toEqual([0, 4, 2]);
  });

  it.each([
    [[file("a", 5, 0), file("b", 6, 2)], 'b: "width" is 6, not 5'],
    [[file("a", 5, 0, 2), file("b", 5, 2)], "b: has seed 2, as a has"],
    [[file("a", 5, 0, 1)], "a: has seed 1, which is not among those asked for"],
  ])("are refused: %#", (files, problem) => {
    expect(() => joinedRuns(files, { width: 5 }, SEEDS)).toThrow(
      `${problem}; give shares of one and the same work`,
    );
  });
});
