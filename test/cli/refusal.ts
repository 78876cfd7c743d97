import { expect } from "vitest";
import { type Run, runInProcess } from "../runEquiloss.js";

/**
 * The run refused what it was given: this one line on stderr and nothing else but progress, nothing on stdout, exit
 * code 2.
 */
export function expectRefusal(run: Run, message: string): void {
  const { status, stdout, stderr } = run;
  expect(stderr.endsWith("\n")).toBe(true);
  expect(complaints(run)).toEqual([`equiloss: ${message}`]);
  expect(stdout).toBe("");
  expect(status).toBe(2);
}

/** What stands on stderr besides progress, which a slow machine gets to see. */
export function complaints({ stderr }: Run): string[] {
  return stderr
    .split("\n")
    .filter(
      (line) =>
        !/^(?:(?:verifying|meetings|counting|searching|reducing|graph|topology|certifying|checking|computing|Coq [0-9.]+) .*)?$/.test(
          line,
        ),
    );
}

/** Stdout of a run that did its work. */
export async function output(...args: string[]): Promise<string> {
  const run = await runInProcess(...args);
  expect([run.status, complaints(run)]).toEqual([0, []]);
  return run.stdout;
}
