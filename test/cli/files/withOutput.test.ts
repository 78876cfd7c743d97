import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { MAIN, ROOT } from "../../runEquiloss.js";
import { complaints, expectRefusal, typed, wordsOf } from "../runs.js";
import { scratchFolder, textOf as textInRepository } from "../scratch.js";

const folder = scratchFolder();

let number = 0;
let cwd = "";
beforeEach(() => {
  number += 1;
  cwd = join(folder, `${number}`);
  mkdirSync(cwd);
  process.chdir(cwd);
});
afterAll(() => {
  process.chdir(ROOT);
});

const EXAMPLES = join(ROOT, "examples");
const there = (name: string): string => join(cwd, name);
const put = (name: string, from: string): void => {
  copyFileSync(join(EXAMPLES, from), there(name));
};
const textOf = (name: string): string => readFileSync(there(name), "utf8");
const FLOW = "certify counterexample lem-2.1 -o";

describe("an output that is an input is refused, and nothing is written", () => {
  const path = (input: string, output: string): string =>
    `certify path ${input} ${EXAMPLES}/path-to.json -o ${output}`;
  const from = "path-from.json";
  const SAME = "a: is an input, too (a)";
  const byWay = (name: string): string => `a: is written by way of ${name}, which is an input, too (${name})`;

  it.each<[string, string, string, string]>([
    ["by its name", from, path("a", "a"), SAME],
    ["as the second input", from, `certify path ${EXAMPLES}/path-to.json a -o a`, SAME],
    ["by another spelling", from, path("a", "./folder/../a"), "./folder/../a: is an input, too (a)"],
    ["by way of a folder's link", from, path("a", "here/a"), "here/a: is an input, too (a)"],
    ["through a symbolic link as output", from, path("a", "symbolic"), "symbolic: is an input, too (a)"],
    ["through a symbolic link as input", from, path("symbolic", "a"), "a: is an input, too (symbolic)"],
    ["by another of its names", from, path("a", "hard"), "hard: is an input, too (a)"],
    ["as the partial file", from, path("a.equiloss-partial", "a"), byWay("a.equiloss-partial")],
    ["as the lock", from, path("a.equiloss-lock", "a"), byWay("a.equiloss-lock")],
    ["of certify connected", "irreducible.json", "certify connected 3 4 --network a -o a", SAME],
    ["of landscape, the data", "landscape-data.json", `landscape ${EXAMPLES}/saddle.json a -o a`, SAME],
    [
      "of landscape, the network",
      "saddle.json",
      `landscape a ${EXAMPLES}/landscape-data.json --certificate a`,
      SAME,
    ],
  ])("%s", async (_, content, line, message) => {
    const name = wordsOf(line).find((word) => word.startsWith("a.")) ?? "a";
    put(name, content);
    mkdirSync(there("folder"));
    symlinkSync(".", there("here"));
    symlinkSync(name, there("symbolic"));
    linkSync(there(name), there("hard"));
    const [before, names] = [textOf(name), readdirSync(cwd)];
    expectRefusal(await typed(line), `${message}; name another output`);
    expect(textOf(name)).toBe(before);
    expect(readdirSync(cwd)).toEqual(names);
  });

  it("on standard input", () => {
    put("a", from);
    const input = openSync(there("a"), "r");
    const run = spawnSync(process.execPath, [MAIN, ...wordsOf(path("-", "a"))], {
      cwd,
      encoding: "utf8",
      stdio: [input, "pipe", "pipe"],
    });
    expectRefusal(run, "a: is an input, too (standard input); name another output");
    expect(textOf("a")).toBe(textInRepository(`examples/${from}`));
  });

  it("but not where they are two files", async () => {
    put("a", from);
    expect((await typed(path("a", "b"))).status).toBe(0);
    expect((await typed(path("a", "b"))).status).toBe(0);
    expect(readdirSync(cwd)).toEqual(["a", "b"]);
  });
});

describe("what stands where the unfinished file goes", () => {
  const PARTIAL = "x.equiloss-partial";

  it.each(["precious", '{"weights":[]}'])("stays if it is %s, as no certificate begins so", async (text) => {
    writeFileSync(there(PARTIAL), text);
    const refusal = `${PARTIAL}: is not part of a certificate; take it away, or name another output`;
    expectRefusal(await typed(`${FLOW} x`), refusal);
    expect([textOf(PARTIAL), readdirSync(cwd)]).toEqual([text, [PARTIAL]]);
  });

  it.each(['{"bod', '{"body":"of another"'])("goes if it is %s", async (text) => {
    writeFileSync(there(PARTIAL), text);
    expect([(await typed(`${FLOW} x`)).status, readdirSync(cwd)]).toEqual([0, ["x"]]);
  });

  it("stays if it has another name, whose text would change", async () => {
    writeFileSync(there("precious"), '{"body":');
    linkSync(there("precious"), there(PARTIAL));
    expectRefusal(
      await typed(`${FLOW} x`),
      `${PARTIAL}: has another name, too; take it away, or name another output`,
    );
    expect(textOf("precious")).toBe('{"body":');
  });

  it("is nobody's x.partial", async () => {
    writeFileSync(there("x.partial"), "precious");
    expect((await typed(`${FLOW} x`)).status).toBe(0);
    expect([textOf("x.partial"), readdirSync(cwd)]).toEqual(["precious", ["x", "x.partial"]]);
  });
});

describe("a file that is there", () => {
  it("keeps its permissions when it is replaced", async () => {
    for (const mode of [0o600, 0o640, 0o755]) {
      writeFileSync(there("x"), "earlier");
      chmodSync(there("x"), mode);
      expect((await typed(`${FLOW} x`)).status).toBe(0);
      expect(statSync(there("x")).mode & 0o7777).toBe(mode);
      expect(textOf("x")).not.toBe("earlier");
    }
  });

  it("that is read-only is not replaced", async () => {
    writeFileSync(there("x"), "earlier");
    chmodSync(there("x"), 0o444);
    expectRefusal(await typed(`${FLOW} x`), "x: is read-only; make it writable, or name another file");
    expect([textOf("x"), readdirSync(cwd)]).toEqual(["earlier", ["x"]]);
  });

  it("is replaced where its link leads, and a link to nothing is refused", async () => {
    mkdirSync(there("there"));
    writeFileSync(there("there/x"), "earlier");
    symlinkSync("there/x", there("link"));
    expect((await typed(`${FLOW} link`)).status).toBe(0);
    expect(textOf("there/x")).toMatch(/^\{"body":/);
    expect([readdirSync(cwd), readdirSync(there("there"))]).toEqual([["link", "there"], ["x"]]);
    symlinkSync("nothing", there("loose"));
    expectRefusal(
      await typed(`${FLOW} loose`),
      "loose: is a link to nothing; name a file, new or to be replaced",
    );
  });
});

describe("one command at a time writes to a file", () => {
  const LOCK = "x.equiloss-lock";

  it("and one that was killed is taken over from", async () => {
    const args = [MAIN, ...wordsOf("certify enumeration 3 10 -o x")];
    const first = spawn(process.execPath, args, { cwd, stdio: "ignore" });
    const ended = new Promise((resolve) => first.on("close", resolve));
    while (!existsSync(there(LOCK))) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await typed(`${FLOW} x`);
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
    symlinkSync(".", there("here"));
    expect((await typed(`${FLOW} here/x`)).status).toBe(2);
    rmSync(there("here"));
    first.kill("SIGKILL");
    await ended;
    expect(readdirSync(cwd)).toContain(LOCK);
    expect((await typed(`${FLOW} x`)).status).toBe(0);
    expect(readdirSync(cwd)).toEqual(["x"]);
    expect((await typed("check x --claim lem-2.1 --refuted")).status).toBe(0);
  });

  it("so that of two at once each either writes a whole file or says that the other does", async () => {
    const commands = [
      { line: "certify enumeration 2 7 -o x", check: "check x --claim thm-3.1-count --r 2 --m 7" },
      { line: "certify morse 2 6 -o x", check: "check x --claim ext-topology --r 2 --m 6" },
    ];
    for (let race = 0; race < 4; race += 1) {
      const runs = await Promise.all(commands.map(({ line }) => written(line)));
      const winners = commands.filter((_, index) => runs[index]?.status === 0);
      expect(winners.length).toBeGreaterThan(0);
      for (const { status, stderr } of runs) {
        if (status !== 0) expect(stderr).toMatch(/^equiloss: x: another command is writing it \(process /m);
      }
      const verdicts = await Promise.all(winners.map(async ({ check }) => (await typed(check)).status));
      expect(verdicts).toContain(0);
      expect(readdirSync(cwd)).toEqual(["x"]);
      rmSync(there("x"));
    }
  });

  function written(line: string): Promise<{ status: number | null; stderr: string }> {
    const child = spawn(process.execPath, [MAIN, ...wordsOf(line)], { cwd });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    return new Promise((resolve) => {
      child.on("close", (status) => {
        resolve({ status, stderr });
      });
    });
  }
});
