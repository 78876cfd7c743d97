import { expect, it } from "vitest";
import { visible } from "../../src/cli/terminal/visible.js";
import { type Run, runInProcess } from "../runEquiloss.js";

/**
 * What is typed after `equiloss`: the words, or one text of them, in which a word may stand in quotes: 'a b'.
 */
export type Typed = string | readonly string[];

export function wordsOf(line: Typed): readonly string[] {
  if (typeof line !== "string") return line;
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** Runs a command within this process. */
export function typed(line: Typed): Promise<Run> {
  return runInProcess(...wordsOf(line));
}

/** What a run shows on stderr besides progress, which a slow machine gets to see. */
export function complaints({ stderr }: Run): string[] {
  const progress =
    /^(?:(?:verifying|meetings|counting|searching|reducing|importing|exporting|expanding|report|graph|topology|certifying|checking|classifying|comparing|computing|training|judging|planning|running|auditing|Coq [0-9.]+) .*)?$/;
  return stderr.split("\n").filter((line) => !progress.test(line));
}

/** Stdout of a run that ended with this exit code and complained of nothing. */
export async function printed(line: Typed, status = 0): Promise<string> {
  const run = await typed(line);
  expect([run.status, complaints(run)]).toEqual([status, []]);
  return run.stdout;
}

/** What a run printed as JSON, on one line, without its format: that is for test/cli/schemas.test.ts. */
export async function printedJson(line: Typed, status = 0): Promise<unknown> {
  const text = await printed(line, status);
  expect(text).toMatch(/^\{"format":"equiloss-.*\n$/);
  const { format, ...result } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  expect(format).toMatch(/^equiloss-[a-z-]+\/1$/);
  return result;
}

/** The run refused what it was asked: this one line on stderr, nothing else on stdout, exit code 2. */
export function expectRefusal(run: Run, message: string, stdout = ""): void {
  expect(run.stderr.endsWith("\n")).toBe(true);
  expect(complaints(run)).toEqual([`equiloss: ${message}`]);
  expect([run.status, run.stdout]).toEqual([2, stdout]);
}

/** The command refuses what is typed, with this message, which is on stdout too if that is to be JSON. */
export async function refused(line: Typed, message: string): Promise<void> {
  const run = await typed(line);
  if (!wordsOf(line).includes("--json")) {
    expectRefusal(run, message);
    return;
  }
  expectRefusal(run, message, run.stdout);
  const { error } = JSON.parse(run.stdout) as { error: Readonly<Record<string, string>> };
  const { place, problem, repair } = error;
  const told = [place, `${problem}; ${repair}`].filter((part) => part !== undefined);
  expect(visible(told.join(": "))).toBe(message);
}

/** A test for each line of the table: what is typed after `command`, and the message of its refusal. */
export function itRefuses(command: string, table: Readonly<Record<string, string>>): void {
  it.each(Object.entries(table))(`refuses ${command} %s: %s`, async (line, message) => {
    await refused([...wordsOf(command), ...wordsOf(line)], message);
  });
}
