import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, equilossWith } from "../../../runEquiloss.js";
import { itRefuses, printed, printedJson, wordsOf } from "../../runs.js";
import { networkText, scratchFolder, writerIn } from "../../scratch.js";

const folder = scratchFolder();
const fileOf = writerIn(scratchFolder());
const place = (name: string): string => join(folder, name);
const written = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;

describe("equiloss certify", () => {
  it("says what it wrote, on stdout", async () => {
    const file = place("said.json");
    const text = await printed(`certify enumeration 1 2 -o ${file}`);
    const [{ digest }, bytes] = [written(file), statSync(file).size];
    expect(text).toBe(
      `${file}: certificate for thm-3.1-count, ${bytes} bytes, ${digest}\n` +
        `check it by equiloss check ${file} --claim thm-3.1-count --r 1 --m 2\n`,
    );
    const json = await printedJson(`certify enumeration 1 2 -o ${file} --json`);
    expect(json).toEqual({ file, digest, bytes, claim: "thm-3.1-count" });
    expect(readdirSync(folder)).toEqual(["said.json"]);
  });

  it.each([
    "enumeration 1 2",
    "connected 3 4 --network examples/irreducible.json",
    "connected 1 2",
    "morse 1 2",
    "morse 1 2 --activation tanh",
    "path examples/path-from.json examples/path-to.json",
    "path examples/deep-from.json examples/deep-to.json",
    "path examples/mirrored-from.json examples/mirrored-to.json --activation tanh",
    "critical --r 1 --points 3 --expand 2",
    "counterexample thm-3.1-count",
    "counterexample lem-2.1",
  ])("shows the command by which %s is accepted, whatever the file is called", async (words) => {
    const file = place("it's one.json");
    const text = await printed(["certify", ...wordsOf(words), "-o", file]);
    const shown = /^check it by equiloss (.*)$/m.exec(text)?.[1] ?? "none";
    const { stdout } = spawnSync("bash", ["-c", `printf '%s\\n' ${shown}`], { encoding: "utf8" });
    expect(await printed(stdout.trimEnd().split("\n"))).toMatch(/^accepted: /);
  });

  it("writes in the folder it runs in, and the command without names of files", async () => {
    const input = join(ROOT, "examples/irreducible.json");
    const run = (line: string): number | null => equilossWith({ cwd: folder }, ...wordsOf(line)).status;
    expect(run(`certify connected 3 4 --network ${input} -o here.json`)).toBe(0);
    expect(written(place("here.json"))).toMatchObject({
      command: "equiloss certify connected 3 4 --network <file>",
      version: (await printed("--version")).trim(),
    });
    expect(run(`check here.json --claim thm-3.1-connected --r 3 --m 4 --network ${input}`)).toBe(0);
  });

  it("makes the same by the command that it wrote", async () => {
    const [once, again] = [place("once.json"), place("again.json")];
    const connected = (seed: number, file: string): Promise<string> =>
      printed(`certify connected 2 3 --seed ${seed} --d-in 2 -o ${file}`);
    await connected(7, once);
    const { command } = written(once);
    expect(command).toBe("equiloss certify connected 2 3 --d-in 2 --d-out 1 --seed 7");
    await printed(`certify connected 2 3 --d-in 2 --d-out 1 --seed 7 -o ${again}`);
    expect(readFileSync(again, "utf8")).toBe(readFileSync(once, "utf8"));
    await connected(8, again);
    expect(readFileSync(again, "utf8")).not.toBe(readFileSync(once, "utf8"));
  });

  it("writes a matching for 204,630 cells, which is accepted at the sizes asked for alone", async () => {
    const file = place("morse.json");
    await printed(`certify morse 3 9 -o ${file}`);
    expect(statSync(file).size).toBeLessThan(4_000_000);
    expect(await printed(`check ${file} --claim ext-topology --r 3 --m 9`)).toBe(
      "accepted: X for (r, m) = (3, 9) is, up to homotopy, a wedge of 509 spheres of dimension 6\n",
    );
    const other = await printedJson(`check ${file} --claim ext-topology --r 3 --m 8 --json`, 1);
    expect(other).toMatchObject({ rule: "parameters" });
  });
});

describe("what can't be certified", () => {
  const out = `-o ${place("none.json")}`;
  const [tight, mirrored] = [fileOf(networkText(["1; 2", "1 1"])), fileOf(networkText(["-1; 2", "-1 1"]))];
  const WIDTH = "give a whole number from 1 to 31, in decimal digits";

  itRefuses("certify", {
    "enumeration 3 4":
      "required option '-o, --output <file>' not specified; see equiloss certify enumeration --help",
    [`enumeration 3 ${out}`]: "missing required argument 'm'; see equiloss certify enumeration --help",
    "enumeration 3 4 -o ''": "--output: a certificate goes to a file, not to standard output; name a file",
    [`morse 9 9 ${out}`]:
      "(9, 9) is too large: certificates of this kind have m ≤ 17 and at most 2^18 cells; choose smaller widths",
    [`morse 3 32 ${out}`]: `m: 32 is too large; ${WIDTH}`,
    [`enumeration 3 32 ${out}`]: `m: 32 is too large; ${WIDTH}`,
    [`enumeration 4 10 ${out}`]:
      "the certificate would take at least 450550320 bytes, the format's cap is 268435456; choose smaller widths",
    [`connected 3 3 ${out}`]: "r = m = 3: 3! isolated points are not connected; give r < m",
    [`connected 4 8 --max-memory 16 ${out}`]:
      "certify connected 4 8 takes about 372 MiB, the budget is 16 MiB; choose smaller sizes, or allow it with --max-memory 372",
    [`connected 3 4 --network examples/split.json ${out}`]:
      "examples/split.json: not an irreducible network of width 3; give one, such as `equiloss reduce` makes",
    [`path examples/mirrored-from.json examples/mirrored-to.json --activation poly:0,1 ${out}`]:
      "--activation: poly:0,1 is a form, and mirrors no neuron; give the name of an odd or even activation, such as tanh, or leave it out",
    [`path ${tight} ${mirrored} --activation tanh ${out}`]:
      "no path: without a neuron to spare the points are isolated; give networks wider than they reduce to",
    [`morse 4 9 --parity even ${out}`]:
      "(4, 9) is too large: certificates of this kind have m ≤ 17 and at most 2^18 cells; choose smaller widths",
    [`counterexample thm-3.1-count 1 3 ${out}`]: "the displayed formula is right at (1,3); give m ≥ r + 3",
    [`counterexample thm-3.1-count 2 17 ${out}`]:
      "m = 17 is too large: the formula has up to 2^(m−1) summands; give m ≤ 16",
    [`counterexample thm-3.1-count 1 ${out}`]:
      'no counterexample "thm-3.1-count 1"; choose thm-3.1-count, with r and m or neither, or lem-2.1',
    [`enumeration 1 2 -o ${folder}`]: `${folder}: is a directory; name a file, new or to be replaced`,
    [`connected 4 7 -o ${place("no/x.json")}`]: `${place("no/x.json")}: no such folder; make it, or name a file in another`,
  });

  it("leaves no file", () => {
    expect(readdirSync(folder).filter((name) => name.includes("none"))).toEqual([]);
  });
});
