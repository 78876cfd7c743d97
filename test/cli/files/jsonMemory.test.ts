import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BY_CHECKER, BY_NETWORKS, type JsonCosts, JsonMemory } from "../../../src/cli/files/jsonMemory.js";
import { equiloss } from "../../runEquiloss.js";
import { expectRefusal, wordsOf } from "../runs.js";
import { networkText, scratchFolder, writerIn } from "../scratch.js";
import { watchingMemory } from "./watchingMemory.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);

/** Each a cost that can be told from all sums of others. */
const COSTS: JsonCosts = {
  byte: [1, 2],
  object: 1e3,
  member: 1e5,
  list: 1e7,
  entry: 1e9,
  string: 1e11,
  mark: 1e13,
  blank: 1e15,
};

function estimate(...chunks: string[]): number {
  const memory = new JsonMemory(COSTS);
  for (const chunk of chunks) memory.add(Buffer.from(chunk));
  return memory.bytes;
}

describe("the estimate", () => {
  it.each<[string, number]>([
    ["", 0],
    ["   ", 3 + 3e15],
    [" \t[  ", 5 + 1e7 + 2e15],
    [" \n[", 3 + 1e7 + 1e15],
    ['"  "', 4 + 1e11],
    ["{}", 2 + 1e3],
    ["[[", 2 + 2e7],
    ["1,2,", 4 + 2e9],
    ['{"a":1}', 7 + 1e3 + 1e5 + 1e11],
    ["-1.5e9", 6 + 3e13],
    ['"[{,:-1.5"', 10 + 1e11],
    ['"\\"[",[', 7 + 1e11 + 1e9 + 1e7],
    ['"\\\\",[', 6 + 1e11 + 1e9 + 1e7],
    ['"é"', 4 + 1e11],
    ['"€"', 10 + 1e11],
    ['"😀"', 12 + 1e11],
  ])("of %j counts what is there", (text, bytes) => {
    expect(estimate(text)).toBe(bytes);
    // However it comes.
    expect(estimate(...(text.match(/[^]/gu) ?? []))).toBe(bytes);
  });
});

/** So many megabytes of a text over and over, between a beginning and an end. */
function filled(megabytes: number, unit: string, before = '{"body":[', after = "0]}"): string {
  return before + unit.repeat((megabytes * 1e6) / unit.length) + after;
}

const MEBIBYTE = 1_048_576;

/** MiB of a process that has nothing to do. */
const IDLE = 140;

/** What stands for much memory in few characters, or for much text. */
const TEXTS: readonly (readonly [string, string])[] = [
  ["{}", filled(8, "{},")],
  ["[]", filled(8, "[],")],
  ["numbers", filled(8, "1,")],
  ["floats", filled(8, "1.5,")],
  ["blanks", filled(8, " ")],
  ["strings", filled(8, '"",')],
  ["rows", filled(8, "[1],")],
  ["brackets that stay open", filled(8, "[", "", "")],
  ["one string", filled(8, "x", '["', '"]')],
  ["one string of wide characters", filled(8, "x", '["€', '"]')],
  ["a network of many units", networkText([`${"1; ".repeat(200_000)}1`, `${"1 ".repeat(200_000)}1`])],
];

describe("the estimate holds for", () => {
  it.each(TEXTS)("%s", (_, text) => {
    const file = fileOf(text, "file");
    for (const [command, costs] of [
      [`check ${file} --claim thm-3.1-count --r 1 --m 3`, BY_CHECKER],
      [`reduce ${file}`, BY_NETWORKS],
    ] as const) {
      const memory = new JsonMemory(costs);
      memory.add(Buffer.from(text));
      const needed = Math.floor(memory.bytes / MEBIBYTE) + 1;
      const { run, mebibytes } = watchingMemory(folder, `${command} --max-memory ${needed}`);
      expect(run.stderr).not.toContain("memory");
      expect([0, 1, 2]).toContain(run.status);
      expect(mebibytes).toBeLessThan(needed + IDLE);
    }
  });
});

describe("every command that reads files keeps to the budget", () => {
  const file = join(folder, "large");
  const NETWORK = "examples/path-from.json";

  it.each([
    `reduce ${file}`,
    `path ${file} ${NETWORK}`,
    `path ${NETWORK} ${file}`,
    `landscape ${file} examples/landscape-data.json`,
    `landscape examples/saddle.json ${file}`,
    `crosscheck --network ${file}`,
    `certify path ${file} ${NETWORK} -o ${folder}/x`,
    `certify connected 3 4 --network ${file} -o ${folder}/x`,
    `check proofs/certificates/path-potential.json --claim ext-geodesic --from ${file} --to ${NETWORK}`,
  ])("%s", (line) => {
    fileOf(filled(0.3, "{},"), "large");
    const { status, stdout, stderr } = equiloss(...wordsOf(line), "--max-memory", "16");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^equiloss: to read .*large.* takes about 2[0-9] MiB, the budget is 16 MiB; /m);
  });

  it("for one run of blanks, too", () => {
    fileOf(" ".repeat(2 ** 20), "large");
    const budget = ["reduce", file, "--max-memory"];
    expect(equiloss(...budget, "16").stderr).toContain("takes about 37 MiB, the budget is 16 MiB; ");
    expect(equiloss(...budget, "37").stderr).toContain("not JSON");
    // Indented lines are nothing of the kind.
    fileOf(`${" ".repeat(1023)}\n`.repeat(1024), "large");
    expect(equiloss(...budget, "16").stderr).toContain("not JSON");
  });

  it("and counts all of its files together", () => {
    fileOf(filled(0.15, "{},", "", ""), "large");
    expect(equiloss("reduce", file, "--max-memory", "16").stderr).toContain("not JSON");
    const pair = ["path", file, file, "--max-memory"];
    expect(equiloss(...pair, "21").stderr).toContain("not JSON");
    expectRefusal(
      equiloss(...pair, "16"),
      `to read ${file} and ${file} takes about 21 MiB, the budget is 16 MiB; choose smaller sizes, or allow it with --max-memory 21`,
    );
  });
});
