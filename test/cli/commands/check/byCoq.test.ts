import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HAS_COQ } from "../../../coq/tinyProofs.js";
import { equiloss } from "../../../runEquiloss.js";
import { scratchFolder } from "../../../scratchFolder.js";

const TREE = [
  "proofs/certificates/connected-2-3.json",
  "--claim",
  "thm-3.1-connected",
  "--r",
  "2",
  "--m",
  "3",
];
const scratch = scratchFolder();

describe("equiloss check --coq", () => {
  it("writes a file whose Qed is the check", () => {
    const file = join(scratch, "tree.v");
    const { status, stdout } = equiloss("check", ...TREE, "--coq", file);
    expect([status, stdout.startsWith("accepted: ")]).toEqual([0, true]);
    expect(readFileSync(file, "utf8")).toMatch(/\nTheorem certificate : [^]*lazy\. reflexivity\. Qed\.\n$/);
  });

  it("says which certificates there is no checker for in Coq", () => {
    const asked = ["--claim", "ext-topology", "--r", "2", "--m", "4"];
    const file = join(scratch, "morse.v");
    const { status, stderr } = equiloss(
      "check",
      "proofs/certificates/morse-2-4.json",
      ...asked,
      "--coq",
      file,
    );
    expect(status).toBe(2);
    expect(stderr).toContain("no checker is proved in Coq for certificates of kind morse");
  });
});

describe.skipIf(!HAS_COQ)("equiloss check --kernel coq", () => {
  it("has Coq prove what a certificate shows", { timeout: 600_000 }, () => {
    const { status, stdout } = equiloss("check", ...TREE, "--kernel", "coq");
    expect(stdout).toMatch(
      /^typescript: accepted: [^\n]*\ncoq: accepted: Coq [\d.]+ proves it, without axioms\n$/,
    );
    expect(status).toBe(0);
  });
});
