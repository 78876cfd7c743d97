import { expect, test } from "vitest";
import { packageFile } from "../../src/machine/packageFile.js";

test("a file of the package is read, and one that isn't there is named with its repair", () => {
  expect(packageFile("package.json", "clone anew")).toContain('"name": "equiloss"');
  expect(() => packageFile("proofs/no-such.json", "make it by hand")).toThrow(
    "proofs/no-such.json: no such file; make it by hand",
  );
});
