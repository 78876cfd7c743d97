import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkCertificate } from "../../../../src/checker/check.js";
import { MAIN, ROOT, runInProcess, equilossWith } from "../../../runEquiloss.js";
import { interrupted } from "../../planted.js";
import { expectRefusal } from "../../runs.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const place = (name: string): string => join(folder, name);

describe("equiloss certify", () => {
  it("says what it wrote, on stdout", async () => {
    const file = place("said.json");
    const text = await runInProcess("certify", "enumeration", "1", "2", "-o", file);
    const { digest } = JSON.parse(readFileSync(file, "utf8")) as { digest: string };
    const bytes = statSync(file).size;
    expect(text).toEqual({
      status: 0,
      stdout: `${file}: certificate for thm-3.1-count, ${bytes} bytes, ${digest}\n`,
      stderr: "",
    });
    const json = await runInProcess("certify", "enumeration", "1", "2", "-o", file, "--json");
    expect([json.status, json.stderr]).toEqual([0, ""]);
    expect(JSON.parse(json.stdout)).toEqual({ file, digest, bytes, claim: "thm-3.1-count" });
    expect(json.stdout.endsWith("}\n")).toBe(true);
    expect(readdirSync(folder)).toEqual(["said.json"]);
  });

  it("writes in the folder it runs in, and the command without names of files", async () => {
    const input = join(ROOT, "examples/irreducible.json");
    const args = ["certify", "connected", "3", "4", "--network", input, "-o", "here.json"];
    expect(equilossWith({ cwd: folder }, ...args).status).toBe(0);
    const { command, version } = JSON.parse(readFileSync(place("here.json"), "utf8")) as Record<
      string,
      string
    >;
    expect(command).toBe("equiloss certify connected 3 4 --network <file>");
    expect(version).toBe((await runInProcess("--version")).stdout.trim());
    const args2 = ["here.json", "--claim", "thm-3.1-connected", "--r", "3", "--m", "4", "--network", input];
    expect(equilossWith({ cwd: folder }, "check", ...args2).status).toBe(0);
  });

  it("makes the same by the command that it wrote", async () => {
    const [once, again] = [place("once.json"), place("again.json")];
    expect(
      (await runInProcess("certify", "connected", "2", "3", "--seed", "7", "--d-in", "2", "-o", once)).status,
    ).toBe(0);
    const { command } = JSON.parse(readFileSync(once, "utf8")) as { command: string };
    expect(command).toBe("equiloss certify connected 2 3 --d-in 2 --d-out 1 --seed 7");
    expect((await runInProcess(...command.split(" ").slice(1), "-o", again)).status).toBe(0);
    expect(readFileSync(again, "utf8")).toBe(readFileSync(once, "utf8"));
    expect(
      (await runInProcess("certify", "connected", "2", "3", "--seed", "8", "--d-in", "2", "-o", again))
        .status,
    ).toBe(0);
    expect(readFileSync(again, "utf8")).not.toBe(readFileSync(once, "utf8"));
  });
});

describe("a matching for 204,630 cells", () => {
  it("is written and accepted, at the sizes asked for alone", async () => {
    const file = place("morse.json");
    expect((await runInProcess("certify", "morse", "3", "9", "-o", file)).status).toBe(0);
    expect(statSync(file).size).toBeLessThan(4_000_000);
    const { status, stdout } = await runInProcess(
      "check",
      file,
      "--claim",
      "ext-topology",
      "--r",
      "3",
      "--m",
      "9",
    );
    expect([status, stdout]).toEqual([
      0,
      "accepted: X for (r, m) = (3, 9) is, up to homotopy, a wedge of 509 spheres of dimension 6\n",
    ]);
    const other = await runInProcess(
      "check",
      file,
      "--claim",
      "ext-topology",
      "--r",
      "3",
      "--m",
      "8",
      "--json",
    );
    expect([other.status, JSON.parse(other.stdout)]).toMatchObject([1, { rule: "parameters" }]);
    rmSync(file);
  });
});

describe("what can't be certified", () => {
  const out = ["-o", place("none.json")];
  const WIDTH = "give a whole number from 1 to 31, in decimal digits";

  it.each([
    [
      ["enumeration", "3", "4"],
      "required option '-o, --output <file>' not specified; see equiloss certify enumeration --help",
    ],
    [["enumeration", "3", ...out], "missing required argument 'm'; see equiloss certify enumeration --help"],
    [
      ["enumeration", "3", "4", "-o", ""],
      "--output: a certificate goes to a file, not to standard output; name a file",
    ],
    [
      ["morse", "9", "9", ...out],
      "(9, 9) is too large: certificates of this kind have m ≤ 17 and at most 2^18 cells; choose smaller widths",
    ],
    [["morse", "3", "32", ...out], `m: 32 is too large; ${WIDTH}`],
    [["enumeration", "3", "32", ...out], `m: 32 is too large; ${WIDTH}`],
    [
      ["enumeration", "4", "10", ...out],
      "the certificate would take at least 450550320 bytes, the format's cap is 268435456; choose smaller widths",
    ],
    [["connected", "3", "3", ...out], "r = m = 3: 3! isolated points are not connected; give r < m"],
    [
      ["connected", "4", "8", "--max-memory", "16", ...out],
      "certify connected 4 8 takes about 372 MiB, the budget is 16 MiB; choose smaller sizes, or allow it with --max-memory 372",
    ],
    [
      ["connected", "3", "4", "--network", "examples/split.json", ...out],
      "examples/split.json: not an irreducible network of width 3; give one, such as `equiloss reduce` makes",
    ],
    [
      ["counterexample", "thm-3.1-count", "1", "3", ...out],
      "the displayed formula is right at (1,3); give m ≥ r + 3",
    ],
    [
      ["counterexample", "thm-3.1-count", "2", "17", ...out],
      "m = 17 is too large: the formula has up to 2^(m−1) summands; give m ≤ 16",
    ],
    [
      ["counterexample", "thm-3.1-count", "1", ...out],
      'no counterexample "thm-3.1-count 1"; choose thm-3.1-count, with r and m or neither, or lem-2.1',
    ],
    [
      ["enumeration", "1", "2", "-o", folder],
      `${folder}: is a directory; name a file, new or to be replaced`,
    ],
    [
      ["connected", "4", "7", "-o", place("no/x.json")],
      `${place("no/x.json")}: no such folder; make it, or name a file in another`,
    ],
  ])("%j: %s", async (args, message) => {
    const before = readdirSync(folder);
    expectRefusal(await runInProcess("certify", ...args), message);
    expect(readdirSync(folder)).toEqual(before);
  });
});

const ENUMERATION = ["certify", "enumeration", "2", "8"];
const whole = place("whole.json");

/** The enumeration, made without disturbance by a process of its own; how long that took. */
function undisturbed(): number {
  const started = performance.now();
  expect(equilossWith({}, ...ENUMERATION, "-o", whole).status).toBe(0);
  return performance.now() - started;
}

describe("certify that is disturbed", () => {
  it("by a disk that takes half of it says so, and goes on from there", async () => {
    undisturbed();
    const file = place("limited.json");
    const script = 'ulimit -f 500; exec "$@"';
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-c", script, "bash", process.execPath, MAIN, ...ENUMERATION, "-o", file],
      { encoding: "utf8" },
    );
    expect(stderr.split("\n").filter((line) => !line.startsWith("certifying "))).toEqual([
      `equiloss: ${file}: larger than files may be here; raise the limit, and the same command goes on from what is there`,
      "",
    ]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(existsSync(file)).toBe(false);
    expect(statSync(`${file}.equiloss-partial`).size).toBe(500 * 1024);
    expect((await runInProcess(...ENUMERATION, "-o", file)).status).toBe(0);
    expect(readFileSync(file, "utf8") === readFileSync(whole, "utf8")).toBe(true);
    expect(existsSync(`${file}.equiloss-partial`)).toBe(false);
  });

  it("by 21 signals leaves nothing under the final name that isn't whole, and a rerun makes the same", async () => {
    const took = undisturbed();
    const text = readFileSync(whole, "utf8");
    mkdirSync(place("killed"));
    const file = join(folder, "killed", "x.json");
    const lock = `${file}.equiloss-lock`;
    const found = { nothing: 0, parts: 0, whole: 0 };
    for (let kill = 0; kill < 21; kill += 1) {
      const signal = (["SIGKILL", "SIGINT", "SIGTERM"] as const)[kill % 3] ?? "SIGKILL";
      // Multiples of the golden ratio fall evenly, and on no rhythm of the program; the later half of the time is the work.
      const moment = (1 - 0.6 * ((kill * 0.6180339887) % 1)) * took;
      const earlier = existsSync(lock) ? readFileSync(lock, "utf8") : "";
      await disturbed([...ENUMERATION, "-o", file], signal, moment);
      // Only what can't be caught leaves a lock, which the next run may come too late to take over.
      if (signal !== "SIGKILL" && existsSync(lock)) expect(readFileSync(lock, "utf8")).toBe(earlier);
      const names = readdirSync(join(folder, "killed")).filter((name) => !lock.endsWith(name));
      if (names.includes("x.json")) {
        expect(readFileSync(file, "utf8") === text).toBe(true);
        rmSync(file);
        found.whole += 1;
      } else if (names.length === 0) {
        found.nothing += 1;
      } else {
        expect(names).toEqual(["x.json.equiloss-partial"]);
        const part = readFileSync(`${file}.equiloss-partial`, "utf8");
        expect(text.startsWith(part)).toBe(true);
        const verdict = await checkCertificate(part, { claim: "thm-3.1-count", r: 2, m: 8 });
        expect(verdict.accepted && part !== text).toBe(false);
        found.parts += 1;
      }
    }
    // Else the moments were badly chosen, and nothing was shown.
    expect(found.parts).toBeGreaterThan(2);
    expect((await runInProcess(...ENUMERATION, "-o", file)).status).toBe(0);
    expect(readFileSync(file, "utf8") === text).toBe(true);
    expect(readdirSync(join(folder, "killed"))).toEqual(["x.json"]);
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s says in one message where a part may be, and how to go on", async (signal, code) => {
    const file = place(`${signal}.json`);
    const ending = await interrupted(signal, [MAIN, "certify", "enumeration", "3", "10", "-o", file]);
    expect([ending.status, ending.signal, ending.stdout, ending.stray]).toEqual([code, null, "", false]);
    const lines = ending.stderr.trimEnd().split("\n");
    expect(lines.pop()).toBe(
      `equiloss: interrupted; ${file}.equiloss-partial may hold a part; the same command goes on from there`,
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^certifying [█░]{24} [0-9]+ % *$/);
    expect([existsSync(file), existsSync(`${file}.equiloss-partial`)]).toEqual([false, true]);
    rmSync(`${file}.equiloss-partial`);
  });

  it("of a tree shows both halves of the work", async () => {
    const file = place("tree.json");
    const { stderr, status } = await interrupted("SIGINT", [
      MAIN,
      "certify",
      "connected",
      "4",
      "8",
      "-o",
      file,
    ]);
    expect(status).toBe(130);
    const shown = [...stderr.matchAll(/^certifying .* ([0-9]+) %/gm)].map(([, percentage]) =>
      Number(percentage),
    );
    expect(shown[0]).toBeLessThan(50);
    expect(existsSync(file)).toBe(false);
  });
});

/** Starts the command and sends it a signal after so many milliseconds. */
function disturbed(args: readonly string[], signal: NodeJS.Signals, moment: number): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: "ignore" });
  const timer = setTimeout(() => child.kill(signal), moment);
  return new Promise((resolve) => {
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

describe("help", () => {
  it.each([
    [
      "path",
      ["from", "to", "--json", "--as-paper", "--steps", "--changes", "--budget", "--max-memory", "-h,"],
    ],
    [
      "check",
      [
        "file",
        "--claim",
        "--refuted",
        "--r",
        "--m",
        "--network",
        "--data",
        "--activation",
        "--from",
        "--to",
        "--json",
        "--max-memory",
        "-h,",
      ],
    ],
    ["certify", ["-h,", "enumeration", "connected", "morse", "path", "critical", "counterexample", "help"]],
    ["certify enumeration", ["r", "m", "-o,", "--json", "--max-memory", "-h,"]],
    [
      "certify connected",
      ["r", "m", "-o,", "--json", "--max-memory", "--network", "--din,", "--dout,", "--seed", "-h,"],
    ],
    ["certify morse", ["r", "m", "-o,", "--json", "--max-memory", "-h,"]],
    ["certify path", ["from", "to", "-o,", "--json", "--max-memory", "-h,"]],
    ["certify counterexample", ["claim", "r", "m", "-o,", "--json", "--max-memory", "-h,"]],
  ])("of %s explains its arguments and options, in lines of 80", async (command, names) => {
    const { status, stdout, stderr } = await runInProcess(...command.split(" "), "--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect([...stdout.matchAll(/^ {2}([a-z-]\S*).*? {2,}\S/gm)].map(([, name]) => name)).toEqual(names);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each([["path"], ["certify", "check"]])(
    "of %s has an example that works, and of what follows it",
    async (...commands) => {
      for (const command of commands) {
        const [, example = ""] =
          /^Example: equiloss (.*)$/m.exec((await runInProcess(command, "--help")).stdout) ?? [];
        const cwd = command === "path" ? ROOT : folder;
        expect(equilossWith({ cwd }, ...example.split(" "))).toMatchObject({ status: 0, stderr: "" });
      }
    },
  );
});
