import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { complaints, printed, printedJson, typed, wordsOf } from "../../runs.js";
import { scratchFolder } from "../../scratch.js";

const folder = scratchFolder();
const place = (name: string): string => join(folder, name);

/** A network with a unit for each label, and one that adds nothing. */
const oneSpareUnit = (labels: readonly number[]): string => {
  const incoming = [...labels, 20].map((weight) => [`${weight}`]);
  return JSON.stringify({
    format: "equiloss-network/1",
    weights: [incoming, [[...labels.map(() => "1"), "0"]]],
  });
};

describe("equiloss certify --coq", () => {
  it.each([
    "enumeration 1 2",
    "connected 1 2",
    "connected 3 4 --network examples/irreducible.json",
    "path examples/deep-from.json examples/deep-to.json",
    "critical --r 1 --points 3 --expand 2",
    "splitting --r 1 --points 3 --expand 2",
  ])("writes for %s the file that check --coq writes of the certificate", async (words) => {
    const [file, own, checked] = [place("one.json"), place("own.v"), place("checked.v")];
    const said = await printed(["certify", ...wordsOf(words), "-o", file, "--coq", own]);
    expect(said).toContain(`${own}: a file for Coq, whose Qed is its check\n`);
    const shown = /^check it by equiloss (.*)$/m.exec(said)?.[1] ?? "none";
    expect(await printed(`${shown} --coq ${checked}`)).toMatch(/^accepted: /);
    expect(readFileSync(own, "utf8")).toBe(readFileSync(checked, "utf8"));
    expect(readFileSync(own, "utf8")).toMatch(/\nTheorem certificate : [^]*lazy\. reflexivity\. Qed\.\n$/);
  });

  it("says in JSON where the file is", async () => {
    const [file, own] = [place("json.json"), place("json.v")];
    const json = await printedJson(`certify enumeration 1 2 -o ${file} --coq ${own} --json`);
    expect(json).toMatchObject({ file, coq: own });
  });

  it.each([
    ["morse 1 2", "morse"],
    ["counterexample lem-2.1", "counterexample"],
    ["counterexample thm-3.1-count", "counterexample"],
    ["spurious --k 6", "spurious"],
  ])("refuses %s before anything is written", async (words, kind) => {
    const [file, own] = [place(`${kind}.json`), place(`${kind}.v`)];
    const run = await typed(["certify", ...wordsOf(words), "-o", file, "--coq", own]);
    expect([run.status, complaints(run)]).toEqual([
      2,
      [
        `equiloss: no checker is proved in Coq for certificates of kind ${kind}; nothing was written; ` +
          "leave out --coq",
      ],
    ]);
    expect([existsSync(file), existsSync(own)]).toEqual([false, false]);
  });

  it("keeps the certificate where only that can be written, and says so", async () => {
    const [file, own] = [place("path.json"), place("path.v")];
    const labels = Array.from({ length: 9 }, (_, label) => label + 1);
    const ends = [place("from.json"), place("to.json")] as const;
    writeFileSync(ends[0], oneSpareUnit(labels));
    writeFileSync(ends[1], oneSpareUnit(labels.reverse()));
    const run = await typed(`certify path ${ends.join(" ")} --activation tanh -o ${file} --coq ${own}`);
    expect([run.status, complaints(run)]).toEqual([
      2,
      [
        `equiloss: ${file}: the certificate is written, but no file for Coq: no checker is proved in Coq for ` +
          "the star rule with mirror images; leave out --coq",
      ],
    ]);
    expect([existsSync(file), existsSync(own)]).toEqual([true, false]);
  });

  it("refuses one name for both files", async () => {
    const file = place("both.json");
    const { status, stderr } = await typed(`certify enumeration 1 2 -o ${file} --coq ${file}`);
    expect([status, existsSync(file)]).toEqual([2, false]);
    expect(stderr).toContain("is an input, too");
  });
});
