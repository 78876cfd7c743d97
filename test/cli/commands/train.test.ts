import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { partialPath } from "../../../src/certificate/outputPlace.js";
import { parseEnds } from "../../../src/training/endsFile.js";
import { itRefuses, printed, printedJson, refused, typed } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
const file = join(folder, "ends.json");
const TRAIN = "train fig1 --width 1 --seeds 3";

/** The file of a share. */
async function shareOf(slot: string): Promise<string> {
  const share = join(folder, `share-${slot.replace("/", "-of-")}.json`);
  await printed(`${TRAIN} --slot ${slot} -o ${share}`);
  return share;
}

describe("equiloss train", () => {
  it("writes ends, the same whether interrupted or in shares", async () => {
    expect(await printed(`${TRAIN} -o ${file}`)).toBe(
      `${file}: the ends of 3 runs, 0 with a loss below 1e-16\nstopped: 3 converged\n`,
    );
    const whole = readFileSync(file, "utf8");
    const ends = parseEnds(whole, file);
    expect(ends).toMatchObject({ command: `equiloss ${TRAIN} --backend wasm`, width: 1 });

    // What a killed command leaves: a run and a half.
    const partial = partialPath(file);
    renameSync(file, partial);
    writeFileSync(partial, whole.slice(0, whole.indexOf('"seed":1') + 20));
    await printed(`${TRAIN} -o ${file}`);
    expect(readFileSync(file, "utf8")).toBe(whole);

    const share = join(folder, "share.json");
    expect(await printedJson(`${TRAIN} --slot 2/2 -o ${share} --json`)).toEqual({
      ...{ file: share, setting: "fig1", width: 1, runs: 1, below: 1e-16, low: 0 },
      stopped: { converged: 1 },
    });
    expect(parseEnds(readFileSync(share, "utf8"), share).runs).toEqual(ends.runs.slice(1, 2));

    // A share joined with what is trained for it, and two shares.
    for (const from of [share, `${share} ${await shareOf("1/2")}`]) {
      const joined = join(folder, "joined.json");
      await printed(`${TRAIN} -o ${joined} --from ${from}`);
      expect(readFileSync(joined, "utf8")).toBe(whole);
    }
  });

  it("trains three hidden layers, which ends judges, and joins no shares of another figure", async () => {
    const layered = join(folder, "layered.json");
    expect(await printed(`train fig1e --width 1 --seeds 2 -o ${layered}`)).toContain("the ends of 2 runs");
    const ends = parseEnds(readFileSync(layered, "utf8"), layered);
    expect(ends).toMatchObject({ setting: "fig1e", width: 1, runs: [{ seed: 0 }, { seed: 1 }] });
    const lines = (await printed(`ends ${layered}`)).split("\n");
    expect(lines).toEqual([
      "hidden widths 1-1-1, 2 runs",
      "  seed end       mean squared error",
      expect.stringMatching(/^ {5}0 high {6}≥ \d+\.\d+$/),
      expect.stringMatching(/^ {5}1 high {6}≥ \d+\.\d+$/),
      "low, ≤ 1e-4 0 of 2, 0.00 % to 84.19 % at 95 %",
      "high        2",
      "",
    ]);
    await refused(
      `${TRAIN} -o ${file} --from ${layered}`,
      `${layered}: "setting" is fig1e, not fig1; give shares of one and the same work`,
    );
  });

  it("joins only shares of the same training", async () => {
    const share = await shareOf("1/3");
    const tail = "give shares of one and the same work";
    await refused(
      `${TRAIN} -o ${file} --from ${share} ${share}`,
      `${share}: has seed 0, as ${share} has; ${tail}`,
    );
    await refused(
      `train fig1 --width 2 --seeds 3 -o ${file} --from ${share}`,
      `${share}: "width" is 1, not 2; ${tail}`,
    );
    await refused(
      `${TRAIN} --slot 2/3 -o ${file} --from ${share}`,
      `${share}: has seed 0, which is not among those asked for; ${tail}`,
    );
    const old = join(folder, "old.json");
    const { version } = parseEnds(readFileSync(share, "utf8"), share);
    writeFileSync(old, readFileSync(share, "utf8").replace(`"${version}"`, '"0.0.1"'));
    await refused(`${TRAIN} -o ${file} --from ${old}`, `${old}: "version" is 0.0.1, not ${version}; ${tail}`);
  });

  it("leaves alone what isn't its own", async () => {
    const foreign = join(folder, "foreign.json");
    writeFileSync(partialPath(foreign), "a letter");
    const { status, stderr } = await typed(`${TRAIN} -o ${foreign}`);
    expect([status, stderr]).toEqual([
      2,
      `equiloss: ${partialPath(foreign)}: is not part of a file of ends; take it away, or name another output\n`,
    ]);
    expect(readFileSync(partialPath(foreign), "utf8")).toBe("a letter");
  });

  itRefuses("train", {
    "fig1 -o -": "--output: a file of ends goes to a file, not to standard output; name a file",
    "fig1 --width 65 -o a.json":
      "--width: 65 is too large; give a whole number from 1 to 64, in decimal digits",
    "fig1e --width 33 -o a.json":
      "--width: 33 is too large; give a whole number from 1 to 32, in decimal digits",
    "fig1 --slot 1 -o a.json": '--slot: "1" is no share; write i/n, such as 1/4',
    "fig1 --slot 3/2 -o a.json": "--slot: 3 is too large; give a whole number from 1 to 2, in decimal digits",
  });
});
