import { WriteStream } from "node:tty";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { fitted } from "../../../src/cli/terminal/wrapped.js";
import type { runCommand as RunCommand } from "../../../src/cli/runCommand.js";
import { keepThreads } from "../../keptThreads.js";
import { compiled, withFewControls, withOneGroup } from "../planted.js";
import { printed, wordsOf } from "../runs.js";

const onTerminal = (text: string, width: number, indent?: string): string[] =>
  fitted(text, { width, isTerminal: true }, indent).split("\n");

describe("lines on a terminal", () => {
  it("go on below the text after the label", () => {
    expect(onTerminal("chi      one two three four five six\nnext", 30)).toEqual([
      "chi      one two three four",
      "         five six",
      "next",
    ]);
    expect(onTerminal("    unit 1  from neurons 1, 2, 3, 4", 32)).toEqual([
      "    unit 1  from neurons 1, 2,",
      "            3, 4",
    ]);
  });

  it("keep the indent of an item and of a plain line, or take the one that is given", () => {
    expect(onTerminal("  - one two three four five", 22)).toEqual(["  - one two three four", "    five"]);
    expect(onTerminal("one two three four five six", 22)).toEqual(["one two three four", "five six"]);
    expect(onTerminal("one two three four five six", 22, "  ")).toEqual(["one two three four", "  five six"]);
  });

  it("have room for words in the narrowest, and leave long numbers whole", () => {
    expect(onTerminal("a label  one two three four five six", 10)).toHaveLength(2);
    expect(onTerminal(`T        ${"7".repeat(40)} is long`, 30)[0]).toBe(`T        ${"7".repeat(40)}`);
  });

  it("are as they were in a pipe", () => {
    const text = `T  ${"word ".repeat(40)}`;
    expect(fitted(text, { width: 30, isTerminal: false })).toBe(text);
  });
});

/** A terminal of this width, and what is written to it. */
function terminal(columns: number): { stream: WriteStream; written: () => string } {
  let text = "";
  const write = (chunk: string): boolean => {
    text += chunk;
    return true;
  };
  const stream = Object.assign(Object.create(WriteStream.prototype) as WriteStream, { columns, write });
  return { stream, written: () => stripVTControlCharacters(text) };
}

/** The lines of the result that a command prints on a terminal of this width, or of its complaint. */
async function screen(line: string, width: number): Promise<string[]> {
  keepThreads();
  const { runCommand } = (await import(compiled("cli/runCommand.js"))) as { runCommand: typeof RunCommand };
  const [stdout, stderr] = [terminal(width), terminal(width)];
  const target = { stdout: stdout.stream, stderr: stderr.stream };
  const code = await withOneGroup(() => runCommand(wordsOf(line), target));
  return (code === 0 ? stdout : stderr).written().split("\n");
}

describe("a screen", () => {
  const LINES = [
    "verify --list",
    "explain eq-2",
    "regime --rstar 3 --depth 3 --epsilon 1/10",
    "topology 3 5",
    "graph 4 6",
    "count 4 9",
    "threshold 3",
    "reduce examples/four-layers.json",
    "path examples/path-from.json examples/path-to.json",
    "landscape examples/saddle.json examples/landscape-data.json",
    "reduce none.json and more arguments than it takes, so that the message is long",
  ];

  it.each(LINES)("of 60 columns has no longer line: %s", async (line) => {
    const lines = await screen(line, 60);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((text) => text.length > 60)).toEqual([]);
  });

  it("has more lines than a pipe, and the same words", async () => {
    const piped = await printed("topology 3 5");
    const lines = await screen("topology 3 5", 60);
    expect(lines.length).toBeGreaterThan(piped.split("\n").length);
    expect(lines.join(" ").split(/\s+/)).toEqual(piped.split(/\s+/));
  });

  it("has no colours where there is no terminal, even where CI is set", () => {
    const env = { ...process.env, CI: "true", NO_COLOR: undefined };
    const { stdout } = withFewControls({ env }, "verify", "eq-2", "--proofs", "off", "--max-m", "2");
    expect(stdout).toContain("Refuted as stated:\n  eq-2: ");
    expect(stdout).not.toContain("\u001b");
  });
});
