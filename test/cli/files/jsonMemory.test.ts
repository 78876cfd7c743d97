import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { BY_CHECKER, BY_NETWORKS, type JsonCosts, JsonMemory } from "../../../src/cli/files/jsonMemory.js";
import { MAIN, ROOT, equiloss } from "../../runEquiloss.js";
import { expectRefusal } from "../runs.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

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
const IDLE = 100;

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
  ["a network of many units", network()],
];

function network(): string {
  const count = 200_000;
  const rows = `[${'["1"],'.repeat(count)}["1"]]`;
  return `{"format":"equiloss-network/1","weights":[${rows},[[${'"1",'.repeat(count)}"1"]]]}`;
}

describe("the estimate holds for", () => {
  const used = join(folder, "used");
  const watch = join(folder, "watch.mjs");
  writeFileSync(
    watch,
    `import { writeFileSync } from "node:fs";
     process.on("exit", () => writeFileSync(${JSON.stringify(used)}, String(process.resourceUsage().maxRSS)));`,
  );
  const CHECK = ["--claim", "thm-3.1-count", "--r", "1", "--m", "3"];

  it.each(TEXTS)("%s", (_, text) => {
    const file = join(folder, "file");
    writeFileSync(file, text);
    for (const [args, costs] of [
      [["check", file, ...CHECK], BY_CHECKER],
      [["reduce", file], BY_NETWORKS],
    ] as const) {
      const memory = new JsonMemory(costs);
      memory.add(Buffer.from(text));
      const needed = Math.floor(memory.bytes / MEBIBYTE) + 1;
      const run = spawnSync(
        process.execPath,
        ["--import", pathToFileURL(watch).href, MAIN, ...args, "--max-memory", needed.toString()],
        { cwd: ROOT, encoding: "utf8" },
      );
      expect(run.stderr).not.toContain("memory");
      expect([0, 1, 2]).toContain(run.status);
      expect(Number(readFileSync(used, "utf8")) / 1024).toBeLessThan(needed + IDLE);
    }
  });
});

describe("every command that reads files keeps to the budget", () => {
  const file = join(folder, "large");
  const NETWORK = "examples/path-from.json";
  const DATA = "examples/landscape-data.json";

  it.each([
    [["reduce", file]],
    [["path", file, NETWORK]],
    [["path", NETWORK, file]],
    [["landscape", file, DATA]],
    [["landscape", "examples/saddle.json", file]],
    [["crosscheck", "--network", file]],
    [["certify", "path", file, NETWORK, "-o", join(folder, "x")]],
    [["certify", "connected", "3", "4", "--network", file, "-o", join(folder, "x")]],
    [
      [
        "check",
        "proofs/certificates/path-potential.json",
        "--claim",
        "ext-geodesic",
        "--from",
        file,
        "--to",
        NETWORK,
      ],
    ],
  ])("%j", (args) => {
    writeFileSync(file, filled(0.3, "{},"));
    const { status, stdout, stderr } = equiloss(...args, "--max-memory", "16");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^equiloss: to read .*large.* takes about 2[0-9] MiB, the budget is 16 MiB; /m);
  });

  it("for one run of blanks, too", () => {
    writeFileSync(file, " ".repeat(2 ** 20));
    const budget = ["reduce", file, "--max-memory"];
    expect(equiloss(...budget, "16").stderr).toContain("takes about 37 MiB, the budget is 16 MiB; ");
    expect(equiloss(...budget, "37").stderr).toContain("not JSON");
    // Indented lines are nothing of the kind.
    writeFileSync(file, `${" ".repeat(1023)}\n`.repeat(1024));
    expect(equiloss(...budget, "16").stderr).toContain("not JSON");
  });

  it("and counts all of its files together", () => {
    writeFileSync(file, filled(0.15, "{},", "", ""));
    expect(equiloss("reduce", file, "--max-memory", "16").stderr).toContain("not JSON");
    const pair = ["path", file, file, "--max-memory"];
    expect(equiloss(...pair, "21").stderr).toContain("not JSON");
    expectRefusal(
      equiloss(...pair, "16"),
      `to read ${file} and ${file} takes about 21 MiB, the budget is 16 MiB; choose smaller sizes, or allow it with --max-memory 21`,
    );
  });
});
