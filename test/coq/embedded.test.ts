import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INSTALL_EMBEDDED } from "../../src/coq/embedded.js";

test("the command that is advised installs the version that the tests use", () => {
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    devDependencies: Readonly<Record<string, string>>;
  };
  expect(INSTALL_EMBEDDED).toBe(`npm install jscoq@${devDependencies.jscoq}`);
});
