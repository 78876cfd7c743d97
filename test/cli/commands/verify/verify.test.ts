import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { convert } from "xmlbuilder2";
import type { VerificationResult } from "../../../../src/claims/evidence/claimResult.js";
import { evidenceOf } from "../../../../src/claims/evidence/evidenceOf.js";
import { claimById } from "../../../../src/claims/registry.js";
import { MAIN, type Run, runNode } from "../../../runEquiloss.js";
import {
  CLAIM,
  UNSHOWN,
  WITH_UNSHOWN,
  fewControlsInProcess,
  plantUnshown,
  plantedArguments,
  verifyPlanted,
} from "../../planted.js";
import { complaints, wordsOf } from "../../runs.js";
import { scratchFolder } from "../../scratch.js";
import { holdOutput } from "../../../../src/certificate/heldOutput.js";

plantUnshown();
const quickly = (line: string): Promise<Run> =>
  fewControlsInProcess({}, ...wordsOf(`verify --proofs off ${line}`));
/** JSON of a run without its times, which no two runs share. */
const timeless = (text: string): string =>
  text.replace(/"started":"[^"]*","seconds":[\d.]+/, "").replace(/,"seconds":[\d.]+/g, "");

const parsed = (stdout: string): VerificationResult => JSON.parse(stdout) as VerificationResult;

describe("equiloss verify", () => {
  const small = `thm-3.1-dim ${UNSHOWN.id} --max-m 3`;

  it("gives the same bytes for the same seed, and the table as machines read it", async () => {
    const line = `${small} --seed 7`;
    const first = await quickly(`${line} --reporter json`);
    expect(timeless((await quickly(`${line} --json`)).stdout)).toBe(timeless(first.stdout));
    expect((await quickly(`${small} --seed 8 --json`)).stdout).not.toContain('"seed":7');
    expect([first.status, complaints(first)]).toEqual([0, []]);
    const result = parsed(first.stdout);
    expect(first.stdout).toBe(`${JSON.stringify(result)}\n`);
    expect(Object.keys(result)).toEqual([
      "format",
      "started",
      "seconds",
      "ok",
      "maxM",
      "seed",
      "version",
      "proofs",
      "controls",
      "claims",
    ]);
    expect(result).toMatchObject({
      format: "equiloss-verification/1",
      ok: true,
      maxM: 3,
      seed: 7,
      version: "0.1.0",
    });
    // This one is a process of its own, with all controls.
    const whole = runNode({}, ...WITH_UNSHOWN, MAIN, ...wordsOf(`verify --proofs off ${line} --json`));
    const besides = (text: string): string => timeless(text).replace(/"controls":\{[^}]*\}/, "");
    expect(besides(whole.stdout)).toBe(besides(first.stdout));
    const { controls } = parsed(whole.stdout);
    expect(controls.count).toBeGreaterThan(200);
    expect(controls).toEqual({ ...controls, refused: controls.count, unrefused: [] });
    expect(result.claims.map(({ id }) => id)).toEqual(["thm-3.1-dim", UNSHOWN.id]);
    for (const claim of result.claims) {
      const known = claim.id === UNSHOWN.id ? UNSHOWN : claimById(claim.id);
      for (const key of ["title", "source", "statement", "hypotheses"] as const) {
        expect(claim[key]).toEqual(known?.[key]);
      }
      expect(Object.keys(claim)).toEqual(["id", "title", "source", "statement", "hypotheses", "verdicts"]);
    }
    const [dimension, missing] = result.claims.map(({ verdicts }) => verdicts);
    expect(missing).toEqual([{ kind: "missing" }]);
    const known = claimById("thm-3.1-dim");
    expect(dimension?.length).toBe(known && evidenceOf(known).length);
    for (const verdict of dimension ?? []) {
      const keys = {
        exhaustive: ["range", "visited", "expected"],
        sampled: ["property", "cases", "distinct", "seed"],
      };
      const own = keys[verdict.kind as keyof typeof keys];
      expect(Object.keys(verdict).sort()).toEqual(["kind", "held", "what", "seconds", ...own].sort());
      expect(verdict).toMatchObject({ held: true });
      if (verdict.kind === "exhaustive") expect(verdict.visited).toMatch(/^[1-9][0-9]*$/);
      if (verdict.kind === "sampled") expect(verdict.seed).toBe(7);
    }
  });

  it("draws a seed and shows it, if none is given", async () => {
    const runs = [await quickly(`${small} --json`), await quickly(`${small} --json`)];
    const seeds = runs.map(({ stdout }) => parsed(stdout).seed);
    expect(new Set(seeds).size).toBe(2);
    for (const seed of seeds) expect(Number.isSafeInteger(seed) && seed >= 0).toBe(true);
    const { stdout } = await quickly(`${UNSHOWN.id} --max-m 3`);
    expect(stdout).toMatch(/0 claims with evidence, 1 missing · max m 3 · seed [0-9]+ · equiloss 0\.1\.0\n$/);
  });

  it("is no success for claims without evidence", async () => {
    const { status, stdout } = await quickly(`${UNSHOWN.id} --max-m 3`);
    expect(status).toBe(1);
    expect(stdout).toContain("NOTHING WAS CHECKED: 0 claims with evidence, 1 missing");
    expect((await quickly(`${UNSHOWN.id} --reporter markdown`)).stdout).toContain("nothing was checked");
    expect(parsed((await quickly(`${UNSHOWN.id} --json`)).stdout).ok).toBe(false);
  });

  it("takes a claim once that is named twice, in the order given", async () => {
    const { stdout } = await quickly(`${UNSHOWN.id} thm-3.1-dim ${UNSHOWN.id} --json --max-m 3`);
    expect(parsed(stdout).claims.map(({ id }) => id)).toEqual([UNSHOWN.id, "thm-3.1-dim"]);
  });
});

describe("equiloss verify, where a check fails", () => {
  const folder = scratchFolder();
  let run: Run;
  beforeAll(() => {
    const files = ["json", "markdown", "junit"].flatMap((name) => [
      "--reporter",
      `${name}=${folder}/${name}`,
    ]);
    run = verifyPlanted(["holds", "fails"], "--reporter", "pretty", ...files);
  });

  it.each([
    [
      "pretty",
      /FAILED exhaustive 1/,
      /Failed:\n {2}eq-6: 2 \+ 2; a \| b; 1 of 2 cases. FAILED: it is <5> \\e\[31m/,
    ],
    ["pretty", /SOME CHECKS FAILED: 1 claim with evidence/, /exhaustive 1;/],
    [
      "json",
      /^\{"format":"equiloss-verification\/1",.*"ok":false/,
      /"held":false,"what":"2 \+ 2","range":"a \| b","visited":"1","expected":"2","failure":/,
    ],
    [
      "markdown",
      /^# equiloss 0\.1\.0: some checks failed/,
      / {2}- 2 \+ 2; a \\\| b; 1 of 2 cases. FAILED: it is &lt;5>/,
    ],
    [
      "junit",
      /<testsuites name="equiloss" time="[0-9.]+" tests="4" failures="1" errors="0">/,
      /<failure message="FAILED exhaustive 1">/,
    ],
  ])("--reporter %s says so, and the exit code is 1", (reporter, first, second) => {
    const report = reporter === "pretty" ? run.stdout : readFileSync(join(folder, reporter), "utf8");
    expect(report).toMatch(first);
    expect(report).toMatch(second);
    expect([run.status, complaints(run)]).toEqual([1, []]);
    if (reporter === "junit") expect(() => convert(report, { format: "object" })).not.toThrow();
  });

  it("holds with the same plants less the failing one", () => {
    const { status, stdout } = verifyPlanted(["holds", "holds"], "--json");
    expect(status).toBe(0);
    expect(parsed(stdout)).toMatchObject({ ok: true, claims: [{ id: CLAIM }] });
  });

  it("evidence that breaks off is not held, and hides no other", () => {
    const ends = {
      throws: /^RangeError: planted error$/,
      "fills its memory":
        /^InputError: out of memory \(.*\), at a budget of 16 MiB; choose smaller sizes, or allow more with --max-memory$/,
      "fills its buffers":
        /^InputError: out of memory \(Array buffer allocation failed\), at a budget of 16 MiB; /,
      "ends its thread": /^Error: worker exited with code: 0$/,
      "is unknown": /^RangeError: no evidence is unknown of eq-6$/,
      "returns nothing": /^no verdict came$/,
    } as const;
    const plants = Object.keys(ends) as (keyof typeof ends)[];
    const options = wordsOf("--json --max-m 3 --max-memory 16");
    const broken = verifyPlanted(["holds", ...plants, "fails", "takes a moment"], ...options);
    expect([broken.status, complaints(broken)]).toEqual([1, []]);
    const [holding, ...others] = parsed(broken.stdout).claims[0]?.verdicts ?? [];
    expect(holding).toMatchObject({ kind: "exhaustive", held: true });
    expect(others.slice(0, plants.length)).toEqual(
      plants.map((plant) => ({
        kind: "exhaustive",
        held: false,
        what: plant,
        range: "not finished",
        visited: "0",
        expected: "0",
        failure: expect.stringMatching(ends[plant]) as string,
      })),
    );
    expect(others.slice(plants.length)).toMatchObject([
      { kind: "exhaustive", held: false },
      { kind: "sampled", held: true, what: "slow" },
    ]);
  });
});

describe("reports in files", () => {
  const folder = scratchFolder();
  const at = (name: string): string => join(folder, name);

  it("appear whole, and nothing else stays; stderr has the outcome if stdout has no report", async () => {
    const run = await quickly(
      `${UNSHOWN.id} def-2.2 --max-m 2 --reporter junit=${at("a.xml")} --reporter json=${at("b.json")}`,
    );
    expect([run.status, run.stdout, complaints(run)]).toEqual([0, "", ["every check held"]]);
    expect(parsed(readFileSync(at("b.json"), "utf8")).claims.length).toBe(2);
    expect(() => convert(readFileSync(at("a.xml"), "utf8"), { format: "object" })).not.toThrow();
    expect(readdirSync(folder).sort()).toEqual(["a.xml", "b.json"]);
  });

  it.each([
    [["one", "./one"], "two reports go to one file; name another file for one of them"],
    [["two", "none/three"], "no such folder; make it, or name a file in another"],
  ])("%j are refused before any work, and nothing is left", async (names, message) => {
    const before = readdirSync(folder);
    const run = await quickly(names.map((name) => `--reporter json=${folder}/${name}`).join(" "));
    expect([run.status, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(message);
    expect(readdirSync(folder)).toEqual(before);
  });

  it("that can't be written leave nothing, and don't take the others along", () => {
    const before = readdirSync(folder);
    // More than a block of 1024 bytes.
    const limited = 'ulimit -f 1; trap "" XFSZ; exec "$0" "$@"';
    const reporters = ["--reporter", `json=${at("lost.json")}`, "--reporter", "pretty"];
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-c", limited, process.execPath, ...plantedArguments(Array<"holds">(12).fill("holds"), ...reporters)],
      { encoding: "utf8" },
    );
    expect([status, stdout]).toEqual([2, expect.stringContaining("every check held")]);
    const message = "larger than files may be here; raise the limit, and give the command again";
    expect(stderr.split("\n").slice(-2)).toEqual([`equiloss: ${at("lost.json")}: ${message}`, ""]);
    expect(readdirSync(folder)).toEqual(before);
  });

  it("are refused where another command writes, whose part stays", async () => {
    const release = holdOutput(at("held"));
    writeFileSync(at("held.equiloss-partial"), "a part");
    const run = await quickly(`${UNSHOWN.id} --reporter json=${at("held")}`);
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("another command is writing it")]);
    expect(readFileSync(at("held.equiloss-partial"), "utf8")).toBe("a part");
    release();
  });
});
