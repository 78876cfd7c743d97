import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { archive, bytesOf, npy } from "../../formats/archives.js";
import { complaints, typed } from "../runs.js";
import { networkText, scratchFolder, writerIn } from "../scratch.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);
const JSON_DATA =
  '{"format":"equiloss-data/1","inputs":[["1/2"],["-1"],["0.25"]],"targets":[["0"],["3"],["1"]]}';
const NETWORK = fileOf(networkText(["1; 2; 2", "1 1 -1/2"]), "net.json");

/** The data of {@link JSON_DATA}, in other files. */
function npzFile(...names: string[]): string {
  const file = join(folder, `${names.join()}.npz`);
  const data = [bytesOf(0.5, -1, 0.25), bytesOf(0, 3, 1)];
  const arrays = names.map((name, index) => ({
    name: `${name}.npy`,
    bytes: npy({ shape: "(3, 1)", data: data[index] ?? new Uint8Array() }),
  }));
  writeFileSync(file, archive(arrays));
  return file;
}

async function printed(line: string): Promise<[stdout: string, told: string]> {
  const run = await typed(line);
  expect(run.status).toBe(0);
  return [run.stdout, complaints(run).join("\n")];
}

describe("data files", () => {
  it("of npz and CSV say the same as of JSON, and how they were read", async () => {
    const command = `landscape ${NETWORK}`;
    const [expected, nothing] = await printed(`${command} ${fileOf(JSON_DATA, "data.json")} --json`);
    expect(nothing).toBe("");
    const npz = npzFile("x", "y");
    expect(await printed(`${command} ${npz} --json`)).toEqual([
      expected,
      `${npz}: npz; inputs x (3 × 1); targets y (3 × 1)`,
    ]);
    const csv = fileOf("x,y\n0.5,0\n-1,3\n1/4,1\n", "data.csv");
    expect(await printed(`${command} ${csv} --json`)).toEqual([
      expected,
      `${csv}: CSV; inputs x; targets y; decimals are the numbers that their digits say`,
    ]);
  });

  it("need no targets where inputs alone count", async () => {
    const command = `classify ${NETWORK} --tolerance 0 --activation tanh --json --data`;
    const [expected] = await printed(`${command} ${fileOf(JSON_DATA, "data.json")}`);
    for (const file of [
      fileOf('{"format":"equiloss-data/1","inputs":[["1/2"],["-1"],["1/4"]]}', "inputs.json"),
      npzFile("inputs"),
      fileOf("0.5\n-1\n0.25\n", "inputs.csv"),
    ])
      expect((await printed(`${command} ${file}`))[0]).toBe(expected);
    expect(
      (await printed(`compare ${NETWORK} ${NETWORK} --activation relu --data ${npzFile("x")}`))[0],
    ).toMatch(/^same/);
  });

  it.each([
    [
      "0.5\n-1\n",
      "a.csv",
      "CSV: there are no targets; name the columns in a first line: x1, x2, … for inputs, y1, y2, … for targets",
    ],
    ["x1,x2,y\n1,2\n", "b.csv", "CSV: line 2 has 2 entries, and line 1 3; give rows of one length"],
    ["y,y2\n1,2\n", "c.csv", "input 1 has no coordinates; give every input at least one"],
  ])("are refused: %j", async (text, name, message) => {
    const file = fileOf(text, name);
    const run = await typed(`landscape ${NETWORK} ${file}`);
    expect([run.status, complaints(run).at(-1)]).toEqual([2, `equiloss: ${file}: ${message}`]);
  });

  it("of npz without targets are refused where these count", async () => {
    const file = npzFile("x");
    const run = await typed(`landscape ${NETWORK} ${file}`);
    expect([run.status, complaints(run).at(-1)]).toEqual([
      2,
      `equiloss: ${file}: npz: there are no targets; give an npz file with the arrays x and y`,
    ]);
  });
});
