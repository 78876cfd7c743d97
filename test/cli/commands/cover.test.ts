import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { partialPath } from "../../../src/certificate/outputPlace.js";
import { committedCover, parseCover } from "../../../src/exclusion/coverFile.js";
import { coverLines } from "../../../src/cli/commands/cover/lines.js";
import { itRefuses, printed, printedJson, refused } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
const share = join(folder, "share.json");

describe("the lines of a cover", () => {
  const undecidedAt = (count: number): string => {
    const [run] = committedCover().runs;
    if (run === undefined) throw new RangeError("no block");
    // Squares of side 1/8, and each place a second time.
    const parts = Array.from({ length: 2 * count }, (_, k) => [3, Math.trunc(k / 2) - 12, 1, 3, 5, 5]);
    return coverLines({ ...committedCover(), runs: [{ ...run, undecided: parts, single: [] }] });
  };

  it("say where undecided parts are, each place once", () => {
    const lines = undecidedAt(20);
    expect(lines.match(/^ {11}near w ≈ /gm)).toHaveLength(20);
    expect(lines).toContain("undecided  40 parts\n           near w ≈ (-2.875, 0.375), (1.375, 1.375)\n");
    expect(lines).not.toContain("more");
  });

  it("say that there are more than twenty places", () => {
    const lines = undecidedAt(21);
    expect(lines.match(/^ {11}near w ≈ /gm)).toHaveLength(20);
    expect(lines).toMatch(/^ +and more$/m);
  });
});

describe("equiloss cover", () => {
  it("searches a share, goes on where it was interrupted, and joins", async () => {
    const lines = await printed(`cover --slot 1/500 -o ${share}`);
    expect(lines).toMatch(
      /^region {5}\|w_i\|_∞ ≤ 10\/4, \|w_1 − w_2\|_∞ ≥ 3\/4\nsearched {3}152 of 75582 pairs \(2 of 1000 /,
    );
    expect(lines).toMatch(
      /\nundecided {2}0 parts\ntime .* all blocks [0-9]+ s ± [0-9]+ s \(standard error\)\n$/,
    );
    const whole = readFileSync(share, "utf8");
    const cover = parseCover(whole, share);
    expect(cover.runs.map(({ seed, pairs }) => [seed, pairs])).toEqual([
      [1, 76],
      [501, 76],
    ]);

    // What a killed command leaves: a block and a half.
    renameSync(share, partialPath(share));
    const second = whole.indexOf('"seed":501');
    writeFileSync(partialPath(share), whole.slice(0, second + 20));
    await printed(`cover --slot 1/500 -o ${share}`);
    const again = parseCover(readFileSync(share, "utf8"), share);
    expect(again.runs[0]).toEqual(cover.runs[0]);
    expect({ ...again.runs[1], seconds: 0 }).toEqual({ ...cover.runs[1], seconds: 0 });

    const one = join(folder, "one.json");
    await printed(`cover --slot 501/1000 -o ${one}`);
    const joined = await printedJson(`cover --slot 1/500 --from ${one} --json`);
    expect(joined).toMatchObject({
      pairs: 75582,
      runs: [{ seed: 1 }, { seed: 501 }],
    });
  }, 60_000);

  it("joins only shares of one search, whole and each once", async () => {
    const text = (
      changed: (cover: Record<string, unknown>, run: Record<string, unknown>) => void,
    ): string => {
      const { runs, ...header } = committedCover();
      const run = { ...runs[0] };
      const cover = { format: "equiloss-cover/1", ...header, runs: [run] };
      changed(cover, run);
      return JSON.stringify(cover);
    };
    const file = join(folder, "changed.json");
    const remade = "have it made anew by equiloss cover";
    const apart = "give shares of one and the same work";
    const refuses = async (changed: Parameters<typeof text>[0], message: string): Promise<void> => {
      writeFileSync(file, text(changed));
      await refused(`cover --slot 1/1000 --from ${file}`, `${file}${message}`);
    };
    await refuses((_, run) => {
      run.pairs = 75;
    }, `, run 1: block 1 has not the 76 pairs that it should; ${remade}`);
    await refuses((_, run) => {
      run.undecided = [[3, 1, 1, 3, 5]];
    }, `, run 1: "undecided" is not a list of pairs of squares; ${remade}`);
    const many = Array.from({ length: 200_000 }, () => [9, 1, 1, 9, 5, 5]);
    await refuses((_, run) => {
      run.single = many;
    }, `, run 1: block 1 has 200000 parts, more than 1000; ${remade}`);
    await refuses((_, run) => {
      run.undecided = [[17, 1, 1, 17, 5, 5]];
    }, `, run 1: block 1 has no part 17, 1, 1, 17, 5, 5; ${remade}`);
    await refuses((_, run) => {
      run.seconds = 1e308;
    }, `, run 1: "seconds" is not a time; ${remade}`);
    await refuses((cover, run) => {
      cover.runs = [run, run];
    }, `: block 1 is there twice; ${remade}`);
    await refuses((cover) => {
      cover.region = "another";
    }, `: "region" is another, not |w_i|_∞ ≤ 10/4, |w_1 − w_2|_∞ ≥ 3/4; ${apart}`);
    await refuses((cover) => {
      cover.version = "0.0.1";
    }, `: "version" is 0.0.1, not ${committedCover().version}; ${apart}`);
    writeFileSync(
      file,
      text(() => undefined),
    );
    await refused(
      `cover --slot 1/1000 --from ${file} ${file}`,
      `${file}: has seed 1, as ${file} has; ${apart}`,
    );
    await refused(
      `cover --slot 2/1000 --from ${file}`,
      `${file}: has seed 1, which is not among those asked for; ${apart}`,
    );
  });

  itRefuses("cover", {
    "--slot 1": '--slot: "1" is no share; write i/n, such as 1/4',
    "-o -": "--output: a file of searched blocks goes to a file, not to standard output; name a file",
  });
});
