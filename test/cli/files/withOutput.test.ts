import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { MAIN, ROOT, type Run, equilossWith } from "../../runEquiloss.js";
import { complaints, expectRefusal } from "../runs.js";

const own = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(own, { recursive: true });
});

let number = 0;
let cwd = "";
beforeEach(() => {
  number += 1;
  cwd = join(own, `${number}`);
  mkdirSync(cwd);
});

const equiloss = (...args: string[]): Run => equilossWith({ cwd }, ...args);
const example = (name: string): string => join(ROOT, "examples", name);
const put = (name: string, from: string): void => {
  copyFileSync(example(from), join(cwd, name));
};
const textOf = (name: string): string => readFileSync(join(cwd, name), "utf8");
const FLOW = ["certify", "counterexample", "lem-2.1", "-o"];

describe("an output that is an input is refused, and nothing is written", () => {
  const path = (input: string, output: string): string[] => [
    "certify",
    "path",
    input,
    example("path-to.json"),
    "-o",
    output,
  ];
  const from = "path-from.json";

  it.each<[string, string, string[], string]>([
    ["by its name", from, path("a", "a"), "a: is an input, too (a)"],
    [
      "as the second input",
      from,
      ["certify", "path", example("path-to.json"), "a", "-o", "a"],
      "a: is an input, too (a)",
    ],
    ["by another spelling", from, path("a", "./folder/../a"), "./folder/../a: is an input, too (a)"],
    ["by way of a folder's link", from, path("a", "here/a"), "here/a: is an input, too (a)"],
    ["through a symbolic link as output", from, path("a", "symbolic"), "symbolic: is an input, too (a)"],
    ["through a symbolic link as input", from, path("symbolic", "a"), "a: is an input, too (symbolic)"],
    ["by another of its names", from, path("a", "hard"), "hard: is an input, too (a)"],
    [
      "as the file that is written first",
      from,
      path("a.equiloss-partial", "a"),
      "a: is written by way of a.equiloss-partial, which is an input, too (a.equiloss-partial)",
    ],
    [
      "as the lock",
      from,
      path("a.equiloss-lock", "a"),
      "a: is written by way of a.equiloss-lock, which is an input, too (a.equiloss-lock)",
    ],
    [
      "of certify connected",
      "irreducible.json",
      ["certify", "connected", "3", "4", "--network", "a", "-o", "a"],
      "a: is an input, too (a)",
    ],
    [
      "of landscape, the data",
      "landscape-data.json",
      ["landscape", example("saddle.json"), "a", "-o", "a"],
      "a: is an input, too (a)",
    ],
    [
      "of landscape, the network",
      "saddle.json",
      ["landscape", "a", example("landscape-data.json"), "--certificate", "a"],
      "a: is an input, too (a)",
    ],
  ])("%s", (_, content, args, message) => {
    const name = args.find((word) => word.startsWith("a.")) ?? "a";
    put(name, content);
    mkdirSync(join(cwd, "folder"));
    symlinkSync(".", join(cwd, "here"));
    symlinkSync(name, join(cwd, "symbolic"));
    linkSync(join(cwd, name), join(cwd, "hard"));
    const [before, names] = [textOf(name), readdirSync(cwd)];
    expectRefusal(equiloss(...args), `${message}; name another output`);
    expect(textOf(name)).toBe(before);
    expect(readdirSync(cwd)).toEqual(names);
  });

  it("on standard input", () => {
    put("a", from);
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...path("-", "a")], {
      cwd,
      encoding: "utf8",
      stdio: [openSync(join(cwd, "a"), "r"), "pipe", "pipe"],
    });
    expect([status, stderr]).toEqual([
      2,
      "equiloss: a: is an input, too (standard input); name another output\n",
    ]);
    expect(textOf("a")).toBe(readFileSync(example(from), "utf8"));
  });

  it("but not where they are two files", () => {
    put("a", from);
    expect(equiloss(...path("a", "b")).status).toBe(0);
    expect(equiloss(...path("a", "b")).status).toBe(0);
    expect(readdirSync(cwd)).toEqual(["a", "b"]);
  });
});

describe("what stands where the unfinished file goes", () => {
  const PARTIAL = "x.equiloss-partial";

  it.each(["precious", '{"weights":[]}'])("stays if it is %s, as no certificate begins so", (text) => {
    writeFileSync(join(cwd, PARTIAL), text);
    const refusal = `${PARTIAL}: is not part of a certificate; take it away, or name another output`;
    expectRefusal(equiloss(...FLOW, "x"), refusal);
    expect([textOf(PARTIAL), readdirSync(cwd)]).toEqual([text, [PARTIAL]]);
  });

  it.each(['{"bod', '{"body":"of another"'])("goes if it is %s", (text) => {
    writeFileSync(join(cwd, PARTIAL), text);
    expect([equiloss(...FLOW, "x").status, readdirSync(cwd)]).toEqual([0, ["x"]]);
  });

  it("stays if it has another name, whose text would change", () => {
    writeFileSync(join(cwd, "precious"), '{"body":');
    linkSync(join(cwd, "precious"), join(cwd, PARTIAL));
    expectRefusal(
      equiloss(...FLOW, "x"),
      `${PARTIAL}: has another name, too; take it away, or name another output`,
    );
    expect(textOf("precious")).toBe('{"body":');
  });

  it("is nobody's x.partial", () => {
    writeFileSync(join(cwd, "x.partial"), "precious");
    expect(equiloss(...FLOW, "x").status).toBe(0);
    expect([textOf("x.partial"), readdirSync(cwd)]).toEqual(["precious", ["x", "x.partial"]]);
  });
});

describe("a file that is there", () => {
  it("keeps its permissions when it is replaced", () => {
    for (const mode of [0o600, 0o640, 0o755]) {
      writeFileSync(join(cwd, "x"), "earlier");
      chmodSync(join(cwd, "x"), mode);
      expect(equiloss(...FLOW, "x").status).toBe(0);
      expect(statSync(join(cwd, "x")).mode & 0o7777).toBe(mode);
      expect(textOf("x")).not.toBe("earlier");
    }
  });

  it("that is read-only is not replaced", () => {
    writeFileSync(join(cwd, "x"), "earlier");
    chmodSync(join(cwd, "x"), 0o444);
    expectRefusal(equiloss(...FLOW, "x"), "x: is read-only; make it writable, or name another file");
    expect([textOf("x"), readdirSync(cwd)]).toEqual(["earlier", ["x"]]);
  });

  it("is replaced where its link leads, and a link to nothing is refused", () => {
    mkdirSync(join(cwd, "there"));
    writeFileSync(join(cwd, "there", "x"), "earlier");
    symlinkSync("there/x", join(cwd, "link"));
    expect(equiloss(...FLOW, "link").status).toBe(0);
    expect(textOf("there/x")).toMatch(/^\{"body":/);
    expect([readdirSync(cwd), readdirSync(join(cwd, "there"))]).toEqual([["link", "there"], ["x"]]);
    symlinkSync("nothing", join(cwd, "loose"));
    expectRefusal(
      equiloss(...FLOW, "loose"),
      "loose: is a link to nothing; name a file, new or to be replaced",
    );
  });
});

describe("one command at a time writes to a file", () => {
  const LOCK = "x.equiloss-lock";

  it("and one that was killed is taken over from", async () => {
    const first = spawn(process.execPath, [MAIN, "certify", "enumeration", "3", "10", "-o", "x"], {
      cwd,
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => first.on("close", resolve));
    while (!existsSync(join(cwd, LOCK))) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = equiloss(...FLOW, "x");
    expect([second.status, second.stdout]).toEqual([2, ""]);
    expect(complaints(second)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^equiloss: x: another command is writing it \\(process ${first.pid ?? 0} on \\S+\\); ` +
            "wait until that has ended, or name another output; if it ended long ago, remove \\S*x\\.equiloss-lock$",
        ),
      ),
    ]);
    // By another name of the folder it is the same file.
    symlinkSync(".", join(cwd, "here"));
    expect(equiloss(...FLOW, "here/x").status).toBe(2);
    rmSync(join(cwd, "here"));
    first.kill("SIGKILL");
    await ended;
    expect(readdirSync(cwd)).toContain(LOCK);
    expect(equiloss(...FLOW, "x").status).toBe(0);
    expect(readdirSync(cwd)).toEqual(["x"]);
    expect(equiloss("check", "x", "--claim", "lem-2.1", "--refuted").status).toBe(0);
  });

  it("so that of two at once each either writes a whole file or says that the other does", async () => {
    const commands = [
      { args: ["enumeration", "2", "7"], check: ["thm-3.1-count", "--r", "2", "--m", "7"] },
      { args: ["morse", "2", "6"], check: ["ext-topology", "--r", "2", "--m", "6"] },
    ];
    for (let race = 0; race < 4; race += 1) {
      const runs = await Promise.all(commands.map(({ args }) => written(args)));
      const winners = commands.filter((_, index) => runs[index]?.status === 0);
      expect(winners.length).toBeGreaterThan(0);
      for (const { status, stderr } of runs) {
        if (status !== 0) expect(stderr).toMatch(/^equiloss: x: another command is writing it \(process /m);
      }
      const verdicts = winners.map(({ check }) => equiloss("check", "x", "--claim", ...check).status);
      expect(verdicts).toContain(0);
      expect(readdirSync(cwd)).toEqual(["x"]);
      rmSync(join(cwd, "x"));
    }
  });

  function written(args: readonly string[]): Promise<{ status: number | null; stderr: string }> {
    const child = spawn(process.execPath, [MAIN, "certify", ...args, "-o", "x"], { cwd });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    return new Promise((resolve) => {
      child.on("close", (status) => {
        resolve({ status, stderr });
      });
    });
  }
});
