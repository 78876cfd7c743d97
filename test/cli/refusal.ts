import { expect } from "vitest";
import type { Run } from "../runEquiloss.js";

/** The run refused what it was given: this one line on stderr and nothing else, nothing on stdout, exit code 2. */
export function expectRefusal({ status, stdout, stderr }: Run, message: string): void {
  expect(stderr).toBe(`equiloss: ${message}\n`);
  expect(stdout).toBe("");
  expect(status).toBe(2);
}

/** What stands on stderr besides progress, which a slow machine gets to see. */
export function complaints({ stderr }: Run): string[] {
  return stderr
    .split("\n")
    .filter((line) => !/^(?:(?:verifying|meetings|counting|searching) .*)?$/.test(line));
}
