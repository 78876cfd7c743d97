import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeAtomically } from "../../src/machine/atomicFile.js";
import { sha256 } from "../../src/machine/sha256.js";
import { scratchFolder } from "../scratchFolder.js";

const folder = scratchFolder();

it("a file is replaced as a whole, and nothing is left beside it", () => {
  const file = join(folder, "a.json");
  writeAtomically(file, "one");
  writeAtomically(file, "two");
  expect(readFileSync(file, "utf8")).toBe("two");
  expect(readdirSync(folder)).toEqual(["a.json"]);
});

it("nothing is left of a file that can't be written", () => {
  mkdirSync(join(folder, "taken"));
  expect(() => {
    writeAtomically(join(folder, "taken"), "text");
  }).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(() => {
    writeAtomically(join(folder, "none", "b.json"), "text");
  }).toThrow("ENOENT");
  expect(readdirSync(folder).sort()).toEqual(["a.json", "taken"]);
});

it("SHA-256 is that of FIPS 180-4's example", () => {
  const digest = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect([sha256("abc"), sha256(Buffer.from("abc"))]).toEqual([digest, digest]);
});
