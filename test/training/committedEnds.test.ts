import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnds } from "../../src/training/endsFile.js";
import { figureSettings, trainingData } from "../../src/training/figureSetting.js";
import { MeanSquaredError } from "../../src/training/lossAtPoint.js";
import { ROOT } from "../runEquiloss.js";

const FOLDER = join(ROOT, "proofs/ends");
const README = readFileSync(join(FOLDER, "README.md"), "utf8");
// Beside them, judged-….json has what is proved of each.
const files = readdirSync(FOLDER).filter((name) => /^fig.*\.json$/.test(name));

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
    const error = new MeanSquaredError(trainingData(activation), activation, width);
    for (const { seed, incoming, outgoing, loss, slope } of runs) {
      const theta = incoming.flatMap((w, unit) => [...w, outgoing[unit] ?? NaN]);
      expect([seed, error.at(Float64Array.from(theta))]).toMatchObject([seed, { loss, slope }]);
    }
  });
});
