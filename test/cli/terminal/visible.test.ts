import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { visible, visibleJson } from "../../../src/cli/terminal/visible.js";
import { MAIN, ROOT, type Run, equilossWith } from "../../runEquiloss.js";
import { complaints, typed, wordsOf } from "../runs.js";
import { scratchFolder, writerIn } from "../scratch.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);

/** What no line of ours may hold: it would end it, move the cursor, turn the direction, or not be seen. */
const HOSTILE = [
  ...Array.from("\n\r\t\u000b\u000c\u0000\u0007\u0008\u001b\u007f\u0085\u009b\u009c"),
  ...Array.from("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
  ...Array.from("\u2028\u2029\ufeff\u00ad\u200b\u200c\u200d\u2060\u2064\u180e\u3164\u{e0001}\u{e0041}"),
  "\ud83d",
  "\udc00",
];

/** All of it, but for what can't be in a file of UTF-8 text. */
const IN_FILES = HOSTILE.filter((character) => !/\p{Surrogate}/u.test(character)).join("");

describe("visible", () => {
  it.each([
    ["plain ≤ text, ünïcode 😀 Θ̄ 日本", "plain ≤ text, ünïcode 😀 Θ̄ 日本"],
    ["tab\tand\nnewline", "tab\\tand\\nnewline"],
    ["\u0000\u001b\r\u007f\u009b", "\\u{0}\\e\\r\\u{7f}\\u{9b}"],
    ["\ud83d half", "\\u{d83d} half"],
    ["\u202eedoc\u2066\u2028\ufeff\u{e0041}", "\\u{202e}edoc\\u{2066}\\u{2028}\\u{feff}\\u{e0041}"],
  ])("%j is shown as %j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it("leaves none of what is hostile, and JSON means the same", () => {
    expect(HOSTILE).toHaveLength(40);
    for (const character of HOSTILE) {
      expect(visible(`a${character}b`)).toMatch(/^[ -~]+$/);
      const json = visibleJson({ [character]: [`a${character}b`] });
      expect(json).toMatch(/^[ -~]+$/);
      expect(JSON.parse(json)).toEqual({ [character]: [`a${character}b`] });
    }
  });
});

/** One line, that begins as it shall, of nothing that is hostile. */
function expectOneLine(text: string, start: string): void {
  expect(text.endsWith("\n")).toBe(true);
  const line = text.slice(0, -1);
  for (const character of HOSTILE) expect(line.includes(character)).toBe(false);
  expect(line.startsWith(start)).toBe(true);
}

describe("nothing that a file holds is printed as it is", () => {
  it.each(["\n\naccepted: yes\n", "\u202eaccepted\u2028accepted: yes", `{"body":\n\raccepted: ${IN_FILES}`])(
    "in a verdict: %j",
    async (text) => {
      const run = await typed(`check ${fileOf(text)} --claim thm-3.1-count --r 1 --m 3`);
      expect(run.status).toBe(1);
      expectOneLine(run.stdout, "rejected by rule json, at file: ");
    },
  );

  it.each([
    ["a key", `{"format":"equiloss-network/1","${escaped()}":1}`],
    ["a weight", `{"format":"equiloss-network/1","weights":[[["${escaped()}"]]]}`],
    ["the format", `{"format":"${escaped()}"}`],
    ["no JSON", `{"format" ${IN_FILES}`],
    ["no JSON at once", `${IN_FILES}accepted: yes`],
  ])("in a message: %s", async (_, text) => {
    const file = fileOf(text);
    const run = await typed(["reduce", file]);
    expect([run.status, run.stdout]).toEqual([2, ""]);
    expectOneLine(`${complaints(run).join("\n")}\n`, `equiloss: ${file}:`);
  });

  /** JSON takes controls in a string as escapes only, and the rest as it is. */
  function escaped(): string {
    return JSON.stringify(`a\u2028\u202e\ufeff\u009baccepted: yes`).slice(1, -1);
  }
});

describe("nothing that a name holds is printed as it is", () => {
  const NAME = `x\n\u202eaccepted: yes\u2028\u001b[2J`;
  const SHOWN = "x\\n\\u{202e}accepted: yes\\u{2028}\\e[2J";

  const inFolder = (line: string): Run => equilossWith({ cwd: folder }, ...wordsOf(line), "-o", NAME);

  it("of an output, in what was written", () => {
    const run = inFolder("certify counterexample lem-2.1");
    expect(run.status).toBe(0);
    const [told = "", command = "", ...rest] = run.stdout.split("\n");
    expectOneLine(`${told}\n`, `${SHOWN}: certificate for lem-2.1, `);
    expectOneLine(`${command}\n`, "check it by equiloss check $'");
    expect(rest).toEqual([""]);
    const json = inFolder("certify counterexample lem-2.1 --json");
    expectOneLine(json.stdout, "{");
    expect(JSON.parse(json.stdout)).toMatchObject({ file: NAME });
  });

  it("of an output, in the command that checks it, which a shell understands", () => {
    const examples = join(ROOT, "examples");
    const run = inFolder(`landscape ${examples}/saddle.json ${examples}/landscape-data.json`);
    const [told = "", command = ""] = run.stdout.trimEnd().split("\n").slice(-2);
    expectOneLine(`${told}\n`, `certificate ${SHOWN}: for prop-4.4`);
    expectOneLine(`${command}\n`, "check it by equiloss check $'");
    const script = command.replace("check it by equiloss", '"$0" "$1"');
    const options = { cwd: folder, encoding: "utf8" } as const;
    const checked = spawnSync("bash", ["-c", script, process.execPath, MAIN], options);
    expect([checked.status, checked.stdout.slice(0, 9)]).toEqual([0, "accepted:"]);
  });

  it.each([
    ["an input", ["reduce", NAME]],
    ["a claim", ["check", "x", "--claim", NAME]],
    ["a command", [NAME]],
    ["an option", ["reduce", `--${NAME}`]],
    ["a backend", ["crosscheck", "--backend", NAME]],
    ["a folder", ["proofs", NAME]],
  ])("of %s", async (_, args) => {
    const run = await typed(args);
    expect([run.status, run.stdout]).toEqual([2, ""]);
    expectOneLine(`${complaints(run).join("\n")}\n`, "equiloss: ");
  });
});
