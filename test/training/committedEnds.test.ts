import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnds } from "../../src/training/endsFile.js";
import { figureSettings, trainingData } from "../../src/training/figureSetting.js";
import { LayeredError } from "../../src/training/layeredError.js";
import { MeanSquaredError } from "../../src/training/lossAtPoint.js";
import { layeredShape } from "../../src/training/studentShape.js";
import type { AnyRun } from "../../src/training/trainedRun.js";
import { ROOT } from "../runEquiloss.js";

const FOLDER = join(ROOT, "proofs/ends");
const README = readFileSync(join(FOLDER, "README.md"), "utf8");
// Beside them, judged-….json has what is proved of each.
const files = readdirSync(FOLDER).filter((name) => /^fig.*\.json$/.test(name));

/** The end in the order of its shape. */
function pointOf(run: AnyRun): Float64Array {
  if ("incoming" in run)
    return Float64Array.from(run.incoming.flatMap((w, unit) => [...w, run.outgoing[unit] ?? NaN]));
  return Float64Array.from(
    run.weights.flatMap((rows, layer) => [...rows.flat(), ...(run.biases[layer] ?? [])]),
  );
}

describe("the committed ends", () => {
  it("are all in the README's table", () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
    const rows = README.match(/^\| `fig.*$/gm) ?? [];
    expect(rows.map((row) => row.split("`")[1]).sort()).toEqual([...files].sort());
  });

  it.each(files)("%s is as the README says, and has the losses of its weights", (name) => {
    const text = readFileSync(join(FOLDER, name), "utf8");
    const { setting, width, command, runs } = parseEnds(text, name);
    const row = README.split("\n").find((line) => line.includes(`\`${name}\``));
    const zero = runs.filter(({ loss }) => loss < 1e-16).length;
    const grow = runs.filter(({ stopped }) => stopped === "weights-grow").length;
    const cells = row?.split("|").map((cell) => cell.trim().replaceAll("`", ""));
    const digest = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const counts = [runs.length, zero, grow, runs.length - zero - grow].map(String);
    expect(cells?.filter((cell, at) => at > 1 && cell !== "" && !cell.includes(" MB"))).toEqual([
      ...[command, ...counts, digest],
    ]);
    expect(name).toBe(`${setting}-${width}.json`);
    const { activation } = figureSettings[setting];
    const data = trainingData(setting);
    const error =
      setting === "fig1e"
        ? new LayeredError(data, activation, layeredShape(width))
        : new MeanSquaredError(data, activation, width);
    for (const run of runs) {
      const { seed, loss, slope } = run;
      expect([seed, error.at(pointOf(run))]).toMatchObject([seed, { loss, slope }]);
    }
  });
});
