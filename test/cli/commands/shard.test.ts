import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { MAIN } from "../../runEquiloss.js";
import { itRefuses, printed, printedJson, refused } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
const job = join(folder, "job");

/** The pieces of 2369 subspaces, and a last one, that T(4,9) = 2,424,744 has. */
const PIECES = 1024;

describe("equiloss shard", () => {
  it("plans, runs slots in any order, and merges", async () => {
    expect(await printed(`shard plan connected 2 4 --shards 3 -o ${job}`)).toBe(
      [
        `plan      ${job}: connected, 62 pieces in 3 shards`,
        "expected  62 visited, 14 surjections",
        `run       equiloss shard run ${job} --slot 0, and so on to 2`,
        `then      equiloss shard merge ${job}`,
        "",
      ].join("\n"),
    );
    expect(await printed(`shard run ${job} --slot 2`)).toMatch(
      /^slot {6}2: pieces 41 to 61, of which 21 were done now\ncounts {4}21 visited, 0 surjections\ndigest {4}sha256:/,
    );
    expect(await printed(`shard run ${job} --slot 2`)).toContain("of which 0 were done now");
    await refused(
      `shard merge ${job}`,
      `${job}/results: no result of slot 0, 1; run equiloss shard run ${job} --slot 0, and so on`,
    );
    await printed(`shard run ${job} --slot 0`);
    expect(await printedJson(`shard run ${job} --slot 1 --json`)).toMatchObject({
      slot: 1,
      from: 20,
      to: 41,
      made: 21,
    });
    const lines = await printed(`shard merge ${job} --audit 7 --seed 3`);
    expect(lines).toMatch(
      /^merged {4}connected: 62 pieces of 3 shards\ncounts {4}62 visited, 14 surjections, as the closed form says\n/,
    );
    expect(lines).toContain("\naudit     7 of 62 pieces were done again and are the same; seed 3\n");
    const { digest } = (await printedJson(`shard merge ${job} --json`)) as { readonly digest: string };
    expect(lines).toContain(`\ndigest    ${digest}\n`);
    expect(JSON.parse(readFileSync(join(job, "merged.json"), "utf8"))).toMatchObject({
      format: "equiloss-shard-merged/1",
      digest,
    });
    expect(await printed(`shard merge ${job}`)).toContain(
      "\naudit     none: a forged digest would not be found\n",
    );
    // Another run of the same plan changes nothing; another plan needs another folder.
    await printed(`shard plan connected 2 4 --shards 3 -o ${job}`);
    await refused(
      `shard plan connected 2 4 --shards 4 -o ${job}`,
      `${job}: has another plan; name a new folder`,
    );
  });

  it("refuses a damaged result, and makes it anew", async () => {
    const result = join(job, "results", "1.json");
    writeFileSync(result, readFileSync(result, "utf8").replace('"visited":"21"', '"visited":"22"'));
    await refused(
      `shard merge ${job} --json`,
      `${result}: is damaged: it is not what its seal says; remove it, and run equiloss shard run ${job} --slot 1`,
    );
    await printed(`shard run ${job} --slot 1`);
    await printed(`shard merge ${job}`);
  });

  it("plans a job of a file, which goes into the folder, and writes what an engine needs", async () => {
    const plan = join(folder, "ends");
    expect(
      await printed(`shard plan ends examples/ends.json --shards 2 --engine parallel -o ${plan}`),
    ).toContain(`or        cd ${plan} && bash parallel.sh\n`);
    expect(readFileSync(join(plan, "input.json"), "utf8")).toBe(readFileSync("examples/ends.json", "utf8"));
    expect(readFileSync(join(plan, "parallel.sh"), "utf8")).toMatch(
      /main\.js shard run .*\/ends --slot "\$1"$/m,
    );
  });

  it("plans students and blocks", async () => {
    const [students, blocks] = [join(folder, "students"), join(folder, "blocks")];
    const plan = await printedJson(`shard plan train fig1 --seeds 9 --width 4 -o ${students} --json`);
    expect(plan).toMatchObject({ kind: "train", pieces: 9, expected: { runs: "9" }, shards: 8 });
    const { parameters } = JSON.parse(readFileSync(join(students, "plan.json"), "utf8")) as Record<
      string,
      unknown
    >;
    expect(parameters).toEqual({ setting: "fig1", width: 4, seeds: 9, backend: "wasm" });
    expect(await printedJson(`shard plan cover -o ${blocks} --json`)).toMatchObject({
      pieces: 1000,
      expected: { pairs: "75582" },
    });
  });

  it("goes on where it was killed", async () => {
    const killed = join(folder, "killed");
    await printed(`shard plan connected 4 9 --shards 1 -o ${killed}`);
    const progress = join(killed, "progress", "0.jsonl");
    const linesThere = (): string[] =>
      existsSync(progress)
        ? readFileSync(progress, "utf8")
            .split("\n")
            .filter((line) => line !== "")
        : [];
    const child = spawn(process.execPath, [MAIN, "shard", "run", killed, "--slot", "0"], { stdio: "ignore" });
    const ended = once(child, "exit");
    while (linesThere().length < 3) await setTimeout(20);
    child.kill("SIGKILL");
    expect((await ended)[1]).toBe("SIGKILL");
    const kept = linesThere().length;
    expect(existsSync(join(killed, "results", "0.json"))).toBe(false);
    const report = (await printedJson(`shard run ${killed} --slot 0 --json`)) as { readonly made: number };
    expect(report).toMatchObject({ counts: { visited: "2424744", surjections: "186480" } });
    // The last line may have been cut off.
    expect([PIECES - kept, PIECES - kept + 1]).toContain(report.made);
    expect(readdirSync(join(killed, "progress"))).toEqual([]);
  });

  itRefuses("shard", {
    "plan connected 2 -o x": "what: connected takes two widths, not 1 words; see equiloss shard plan --help",
    "plan connected 3 3 -o x":
      "no widths r = 3, m = 3; give 1 ≤ r < m ≤ 31: for m = r the subspaces are points that don't meet",
    "plan connected 4 3 -o x":
      "r = 4 is larger than m = 3; give r ≤ m: a network has no expansion to fewer neurons",
    "plan connected 2 3 --seeds 3 -o x": "--seeds: is for train alone; leave it out",
    "plan connected 2 3 --shards 13 -o x": "--shards: 13 shards of 12 pieces; give 1 to 12",
    "plan cover all -o x": "what: cover takes nothing more, not 1 words; see equiloss shard plan --help",
    "plan train fig2 -o x": 'what: no figure "fig2"; choose among fig1, fig1e, fig5',
    "plan train fig1 --width 0 -o x":
      "--width: 0 is too small; give a whole number from 1 to 64, in decimal digits",
    "plan ends none.json -o x": "none.json: no such file; name a file that can be read",
    "run none --slot 0": "none/plan.json: no such plan; make it by equiloss shard plan",
    "run none --slot -1": "--slot: -1 is negative; give a whole number from 0 to 9999, in decimal digits",
    "merge none": "none/plan.json: no such plan; make it by equiloss shard plan",
  });

  it("leaves nothing of a plan that it refuses", () => {
    expect(existsSync("x")).toBe(false);
  });
});
