import { describe, expect, it } from "vitest";
import { chooseBackend } from "../../src/crosscheck/chooseBackend.js";
import { entry } from "../../src/exact/entry.js";
import { withoutLeaks } from "../../src/crosscheck/tensorflow.js";
import { committedEnds } from "../../src/training/committedEnds.js";
import { REPRODUCIBLE, type SettingName } from "../../src/training/names.js";
import { train } from "../../src/training/train.js";
import type { RunOf } from "../../src/training/trainedRun.js";

async function trained<Setting extends SettingName>(
  setting: Setting,
  width: number,
  seeds: readonly number[],
  name: string,
): Promise<RunOf<Setting>[]> {
  const { backend } = await chooseBackend(name);
  const { result, leaked } = await withoutLeaks(backend.tf, async () => {
    const runs: RunOf<Setting>[] = [];
    for await (const run of train({ setting, width, seeds, backend }, () => undefined))
      runs.push(run as RunOf<Setting>);
    return runs;
  });
  expect(leaked).toBe(0);
  return result;
}

describe("training", () => {
  it.each(REPRODUCIBLE)("gives the same bits again, whatever else is trained, on %s", async (name) => {
    const both = await trained("fig1", 1, [0, 1], name);
    const share = await trained("fig1", 1, [1], name);
    expect(JSON.stringify(share)).toBe(JSON.stringify(both.slice(1)));
    expect(both[0]?.incoming).not.toEqual(both[1]?.incoming);
  });

  it("gives a committed end again, bit for bit", async () => {
    const { runs } = committedEnds("fig1", 5);
    expect(runs.map(({ seed }) => seed)).toEqual(Array.from({ length: 50 }, (_, seed) => seed));
    // Seed 0 takes all phases.
    expect(await trained("fig1", 5, [0, 3], "wasm")).toEqual([entry(runs, 0), entry(runs, 3)]);
  });

  it("gives a committed end of three hidden layers again, bit for bit", async () => {
    const { runs } = committedEnds("fig1e", 5);
    expect(await trained("fig1e", 5, [0], "wasm")).toEqual([entry(runs, 0)]);
  });

  it("names the ends that aren't there", () => {
    expect(() => committedEnds("fig5", 3)).toThrow("proofs/ends/fig5-3.json: no such file; make it by");
  });
});
