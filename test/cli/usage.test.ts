import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claims } from "../../src/claims/registry.js";
import { MAIN, ROOT, equiloss, runInProcess } from "../runEquiloss.js";
import { expectRefusal } from "./refusal.js";

const WIDTH = "give a whole number from 1 to 16777216, in decimal digits";
const SEED = "give a whole number from 0 to 2147483647, in decimal digits";
const HUGE = "1".repeat(100);

/** What is typed after `equiloss`, and what is said of it. */
const REFUSED: readonly (readonly [string[], string])[] = [
  // What stands where a command belongs.
  [["frobnicate"], "unknown command 'frobnicate'; see equiloss --help"],
  [["cuont", "3", "4"], "unknown command 'cuont' (Did you mean count?); see equiloss --help"],
  [["--frobnicate"], "unknown option '--frobnicate'; see equiloss --help"],
  [["--json"], "unknown option '--json'; see equiloss --help"],
  // Too few and too many.
  [["count"], "missing required argument 'r'; see equiloss count --help"],
  [["count", "3"], "missing required argument 'm'; see equiloss count --help"],
  [["topology", "3"], "missing required argument 'm'; see equiloss topology --help"],
  [["graph", "3"], "missing required argument 'm'; see equiloss graph --help"],
  [["threshold"], "missing required argument 'r'; see equiloss threshold --help"],
  [["reduce"], "missing required argument 'network'; see equiloss reduce --help"],
  [
    ["count", "3", "4", "5"],
    "too many arguments for 'count'. Expected 2 arguments but got 3; see equiloss count --help",
  ],
  [
    ["threshold", "3", "4"],
    "too many arguments for 'threshold'. Expected 1 argument but got 2; see equiloss threshold --help",
  ],
  // Options.
  [["count", "3", "4", "--frobnicate"], "unknown option '--frobnicate'; see equiloss count --help"],
  [["count", "3", "4", "--jsn"], "unknown option '--jsn' (Did you mean --json?); see equiloss count --help"],
  [["reduce", "--max-m", "3"], "unknown option '--max-m'; see equiloss reduce --help"],
  [["verify", "--seed"], "option '--seed <N>' argument missing; see equiloss verify --help"],
  [
    ["verify", "--json", "--reporter", "junit"],
    "option '--json' cannot be used with option '--reporter <format>'; see equiloss verify --help",
  ],
  [
    ["verify", "--reporter", "html"],
    "option '--reporter <format>' argument 'html' is invalid. Allowed choices are pretty, json, junit, markdown; see equiloss verify --help",
  ],
  // Widths.
  [["count", "0", "4"], `r: 0 is too small; ${WIDTH}`],
  [["count", "-1", "4"], `r: -1 is negative; ${WIDTH}`],
  [["count", "3", "-4"], `m: -4 is negative; ${WIDTH}`],
  [["count", "2.5", "4"], `r: "2.5" is not a whole number; ${WIDTH}`],
  [["count", "-2.5", "4"], `r: "-2.5" is not a whole number; ${WIDTH}`],
  [["count", "1e3", "4"], `r: "1e3" is not a whole number; ${WIDTH}`],
  [["count", "0x3", "4"], `r: "0x3" is not a whole number; ${WIDTH}`],
  [["count", "+3", "4"], `r: "+3" is not a whole number; ${WIDTH}`],
  [["count", "3", " 4"], `m: " 4" is not a whole number; ${WIDTH}`],
  [["count", "3", ""], `m: "" is not a whole number; ${WIDTH}`],
  [["count", "three", "4"], `r: "three" is not a whole number; ${WIDTH}`],
  [["count", "Infinity", "4"], `r: "Infinity" is not a whole number; ${WIDTH}`],
  [["count", "\u001b[31m3", "4"], `r: "\\u001b[31m3" is not a whole number; ${WIDTH}`],
  [["count", "3", "9007199254740993"], `m: 9007199254740993 is too large; ${WIDTH}`],
  [["count", "3", "16777217"], `m: 16777217 is too large; ${WIDTH}`],
  [["count", HUGE, HUGE], `r: ${"1".repeat(37)}... is too large; ${WIDTH}`],
  [
    ["count", "5", "4"],
    "r = 5 is larger than m = 4; give r ≤ m: a network has no expansion to fewer neurons",
  ],
  [
    ["graph", "5", "4"],
    "r = 5 is larger than m = 4; give r ≤ m: a network has no expansion to fewer neurons",
  ],
  [
    ["topology", "5", "4"],
    "r = 5 is larger than m = 4; give r ≤ m: a network has no expansion to fewer neurons",
  ],
  [["topology", "3", "65"], "m: 65 is too large; give a whole number from 1 to 64, in decimal digits"],
  [["topology", "10", "10"], "11^10 passes 2^32, up to which cells can be numbered; choose smaller sizes"],
  [["graph", "0", "4"], "r: 0 is too small; give a whole number from 1 to 64, in decimal digits"],
  [["graph", "3", "65"], "m: 65 is too large; give a whole number from 1 to 64, in decimal digits"],
  [["threshold", "-3"], "r: -3 is negative; give a whole number from 1 to 1048576, in decimal digits"],
  [["threshold", "0"], "r: 0 is too small; give a whole number from 1 to 1048576, in decimal digits"],
  [
    ["threshold", "1048577"],
    "r: 1048577 is too large; give a whole number from 1 to 1048576, in decimal digits",
  ],
  // Numbers that options take.
  [["verify", "--seed", "x"], `--seed: "x" is not a whole number; ${SEED}`],
  [["verify", "--seed", "-1"], `--seed: -1 is negative; ${SEED}`],
  [["verify", "--seed", "1.5"], `--seed: "1.5" is not a whole number; ${SEED}`],
  [["verify", "--seed="], `--seed: "" is not a whole number; ${SEED}`],
  [["verify", "--seed", "2147483648"], `--seed: 2147483648 is too large; ${SEED}`],
  [
    ["verify", "--max-m", "1"],
    "--max-m: 1 is too small; give a whole number from 2 to 64, in decimal digits",
  ],
  [
    ["verify", "--max-m", "65"],
    "--max-m: 65 is too large; give a whole number from 2 to 64, in decimal digits",
  ],
  [
    ["count", "3", "4", "--max-memory", "15"],
    "--max-memory: 15 is too small; give a whole number from 16 to 1048576, in decimal digits",
  ],
  [
    ["graph", "3", "4", "--max-memory", "2G"],
    '--max-memory: "2G" is not a whole number; give a whole number from 16 to 1048576, in decimal digits',
  ],
  [
    ["threshold", "3", "--max-memory", "1048577"],
    "--max-memory: 1048577 is too large; give a whole number from 16 to 1048576, in decimal digits",
  ],
  [
    ["verify", "--max-memory", "-1"],
    "--max-memory: -1 is negative; give a whole number from 16 to 1048576, in decimal digits",
  ],
  // Claims.
  [["verify", "thm-3.1"], `no claim "thm-3.1"; choose among ${claims.map(({ id }) => id).join(", ")}`],
  [["verify", "eq-6", ""], `no claim ""; choose among ${claims.map(({ id }) => id).join(", ")}`],
];

describe("bad usage", () => {
  it.each(REFUSED)("equiloss %j: %s", async (args, message) => {
    expectRefusal(await runInProcess(...args), message);
  });

  it.each(REFUSED.slice(0, 1))("is the same from a shell: %j", async (args) => {
    expect(equiloss(...args)).toEqual(await runInProcess(...args));
  });
});

describe("an error of the program itself", () => {
  it("shows where it is, and has an exit code of its own", () => {
    const plant = "BigInt.prototype.toString = () => { throw new TypeError('planted'); };";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", `data:text/javascript,${encodeURIComponent(plant)}`, MAIN, "count", "3", "4"],
      { encoding: "utf8" },
    );
    expect(stderr).toMatch(
      /^equiloss: an error of the program itself, please report it:\nTypeError: planted\n(?: {4}at .*\n)+$/,
    );
    expect([status, stdout]).toEqual([70, ""]);
  });
});

describe("help", () => {
  it("comes without a command, on stderr and with exit code 2", async () => {
    const { status, stdout, stderr } = equiloss();
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toBe((await runInProcess("--help")).stdout);
  });

  it("of the program names all commands, an example and the exit codes", async () => {
    const { status, stdout, stderr } = await runInProcess("--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect([...stdout.matchAll(/^ {2}([a-z]+)(?: \[| {2})/gm)].map(([, name]) => name)).toEqual([
      "verify",
      "count",
      "threshold",
      "regime",
      "graph",
      "topology",
      "reduce",
      "path",
      "landscape",
      "certify",
      "check",
      "proofs",
      "crosscheck",
      "help",
    ]);
    expect(stdout).toContain("Example: equiloss count 4 9");
    expect(stdout).toMatch(/Exit codes: 0 .* 1 .* 2 .*\n70 .* 129, 130, 131 or 143 interrupted/);
  });

  it.each([
    [
      "verify",
      ["claim"],
      ["--max-m", "--seed", "--proofs", "--require", "--reporter", "--json", "--max-memory"],
    ],
    ["count", ["r", "m"], ["--json", "--max-memory"]],
    [
      "crosscheck",
      [],
      [
        "--backend",
        "--claims",
        "--points",
        "--inputs",
        "--seed",
        "--network",
        "--power",
        "--json",
        "--max-memory",
      ],
    ],
    ["threshold", ["r"], ["--json", "--max-memory"]],
    [
      "regime",
      [],
      [
        "--rstar",
        "--depth",
        "--epsilon",
        "--max-m",
        "--width",
        "--levels",
        "--curves",
        "--json",
        "--max-memory",
      ],
    ],
    ["graph", ["r", "m"], ["--json", "--max-memory"]],
    ["topology", ["r", "m"], ["--json", "--max-memory"]],
    ["reduce", ["network"], ["--json", "--max-memory"]],
    ["proofs", ["folder"], ["--backend", "--acknowledge", "--json"]],
  ])("of %s explains its arguments and options, and gives an example", async (command, args, options) => {
    const { status, stdout, stderr } = await runInProcess(command, "--help");
    expect([status, stderr]).toEqual([0, ""]);
    const explained = [...stdout.matchAll(/^ {2}([a-z-]\S*).*? {2,}\S/gm)].map(([, name]) => name);
    expect(explained).toEqual([...args, ...options, "-h,"]);
    expect(stdout).toContain(`\nExample: equiloss ${command} `);
    const lines = stdout.split("\n");
    expect(lines.length).toBeLessThan(30);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each([["verify"], ["count"], ["threshold"], ["regime"], ["graph"], ["topology"], ["reduce"]])(
    "of %s has an example that works",
    async (command) => {
      const { stdout } = await runInProcess(command, "--help");
      const example = /^Example: equiloss (.*)$/m.exec(stdout)?.[1] ?? "";
      const args = example.split(" ");
      expect(args[0]).toBe(command);
      // The example of verify takes a minute; that its options are taken is enough.
      const { status, stderr } = await runInProcess(
        ...args,
        ...(command === "verify" ? ["--max-m", "2", "--proofs", "off"] : []),
      );
      expect(stderr).not.toContain("equiloss:");
      expect(status).toBe(0);
    },
  );

  it("has the version of package.json", async () => {
    const manifest = JSON.parse(readFileSync(`${ROOT}/package.json`, "utf8")) as { version: string };
    expect(await runInProcess("--version")).toEqual({
      status: 0,
      stdout: `${manifest.version}\n`,
      stderr: "",
    });
  });
});
