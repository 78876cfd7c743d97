import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { sha256 } from "../../src/machine/sha256.js";
import { jobFiles } from "../../src/shard/folder.js";
import { connected } from "../../src/shard/kinds/connected.js";
import { mergeShards } from "../../src/shard/merge.js";
import { planText, planned, readPlan, shardOf } from "../../src/shard/plan.js";
import { codeDigest } from "../../src/shard/program.js";
import { Progress } from "../../src/shard/progress.js";
import { scratchFolder } from "../scratchFolder.js";
import { PROGRAM, done, doneIn, plannedIn, readBack } from "./someJob.js";

const scratch = scratchFolder();

const wholeDigest = async (folder: string): Promise<string> =>
  (await mergeShards({ folder, audit: 0, seed: 0, program: PROGRAM }, () => undefined)).merged.digest;

describe("a job", () => {
  it("has one digest, and the same merged result but for the plan, in however many shards it is done", async () => {
    const merged = await Promise.all(
      [1, 2, 8, 62].map(async (shards) => {
        const { folder } = await doneIn(scratch, { shards });
        await wholeDigest(folder);
        return readFileSync(jobFiles(folder).merged, "utf8");
      }),
    );
    expect(new Set(merged).size).toBe(1);
    expect(JSON.parse(merged[0] ?? "")).toMatchObject({
      pieces: 62,
      counts: { visited: "62", surjections: "14" },
    });
  });

  it("has another digest for other widths", async () => {
    const [one, other] = [await doneIn(scratch), await doneIn(scratch, { parameters: { r: 1, m: 4 } })];
    expect(await wholeDigest(one.folder)).not.toBe(await wholeDigest(other.folder));
  });
});

describe("a slot", () => {
  it("is left as it is if it is done, and done anew if its result isn't whole", async () => {
    const { folder } = plannedIn(scratch);
    const path = jobFiles(folder).result(3);
    expect(await done(folder, 3)).toMatchObject({ made: 8, result: { slot: 3, from: 23, to: 31 } });
    const text = readFileSync(path, "utf8");
    expect(await done(folder, 3)).toMatchObject({ made: 0 });
    writeFileSync(path, text.slice(0, 100));
    expect(await done(folder, 3)).toMatchObject({ made: 8 });
    expect(readFileSync(path, "utf8")).toBe(text);
    expect(readdirSync(join(folder, "progress"))).toEqual([]);
  });

  it("goes on where a killed run stopped, in the middle of a line too, and trusts no line that isn't whole", async () => {
    const { folder } = plannedIn(scratch);
    const planned = readPlan(folder, PROGRAM);
    const shard = shardOf(planned.plan, 2);
    const { pieces } = await doneIn(scratch).then((job) => readBack(job.folder, 2));
    const progress = new Progress(folder, planned, shard);
    pieces.slice(0, 5).forEach((piece) => {
      progress.add(piece);
    });
    const path = jobFiles(folder).progress(2);
    const lines = readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    const kept = [
      lines[0],
      // Of another plan, of another slot, changed, and cut off.
      `${sha256(`other ${JSON.stringify(pieces[1])}`)} ${JSON.stringify(pieces[1])}`,
      lines[2]?.replace('"visited":"1"', '"visited":"2"'),
      lines[3]?.slice(0, 90),
    ];
    writeFileSync(path, kept.join("\n"));
    new Progress(folder, planned, shardOf(planned.plan, 3)).add(entry(pieces, 0));
    appendFileSync(path, readFileSync(jobFiles(folder).progress(3), "utf8"));
    progress.add(entry(pieces, 4));
    expect([...progress.read().keys()]).toEqual([15, 19]);
    const heard: string[] = [];
    expect(pieces.length).toBe(8);
    const { runSlot } = await import("../../src/shard/runSlot.js");
    const outcome = await runSlot({ folder, slot: 2, program: PROGRAM }, (now, all) =>
      heard.push(`${now}/${all}`),
    );
    expect(outcome).toMatchObject({ made: 6, result: { pieces } });
    expect(heard).toEqual(["3/8", "4/8", "5/8", "6/8", "7/8", "8/8"]);
    expect(existsSync(path)).toBe(false);
  });

  it("can be done twice at once", async () => {
    const { folder } = plannedIn(scratch);
    const both = await Promise.all([done(folder, 1), done(folder, 1), done(folder, 1)]);
    const texts = both.map((outcome) => JSON.stringify("result" in outcome ? outcome.result : outcome));
    expect(new Set(texts).size).toBe(1);
    expect(readBack(folder, 1)).toEqual(JSON.parse(entry(texts, 0)));
    expect(readdirSync(jobFiles(folder).results)).toEqual(["1.json"]);
  });

  it("has no result where a check fails, and says what failed; so has a merge that audits it", async () => {
    const { folder } = await doneIn(scratch);
    const real = connected.job.bind(connected);
    const planted = vi.spyOn(connected, "job").mockImplementation((parameters, input) => ({
      ...real(parameters, input),
      *make(numbers) {
        for (const piece of numbers) yield { piece, failure: "[1, 2]: its walk ends at [1, 2]" };
      },
    }));
    try {
      const all = mergeShards({ folder, audit: 62, seed: 0, program: PROGRAM }, () => undefined);
      await expect(all).rejects.toThrow(
        "piece 0 was done again, and [1, 2]: its walk ends at [1, 2]; remove it",
      );
      rmSync(jobFiles(folder).result(0));
      expect(await done(folder, 0)).toEqual({ failure: "[1, 2]: its walk ends at [1, 2]" });
      expect(existsSync(jobFiles(folder).result(0))).toBe(false);
    } finally {
      planted.mockRestore();
    }
  });

  it("is refused if the plan has no such slot, or is of other code", async () => {
    const { folder } = plannedIn(scratch);
    await expect(done(folder, 8)).rejects.toThrow("--slot: no slot 8; give one of 0 to 7");
    const code = sha256("changed code");
    await expect(done(folder, 0, { ...PROGRAM, code })).rejects.toThrow(
      `is of another program: version 1.2.3 with code ${PROGRAM.code.slice(0, 19)}, where this is version 1.2.3 with code ${code.slice(0, 19)}; use that one, or plan anew`,
    );
  });
});

describe("a plan", () => {
  it("tiles its pieces, for every number of shards", () => {
    for (let shards = 1; shards <= 62; shards += 1) {
      const plan = planned({
        ...{ kind: "connected", parameters: { r: 2, m: 4 }, environment: {}, input: "" },
        ...{ shards, program: PROGRAM },
      });
      expect(plan.shards.map(({ from }) => from)).toEqual([
        0,
        ...plan.shards.slice(0, -1).map(({ to }) => to),
      ]);
      expect([plan.shards.length, plan.shards.at(-1)?.to]).toEqual([shards, 62]);
      expect(plan.shards.every(({ from, to, slot }, index) => from < to && slot === index)).toBe(true);
    }
  });

  it.each<[string, (plan: Record<string, unknown>) => void, string]>([
    ["another format", (plan) => (plan.format = "x/1"), '"format" is not "equiloss-shard-plan/1"'],
    ["a gap", (plan) => (plan.shards as object[]).splice(3, 1), "was changed: it isn't what follows from it"],
    ["another range", (plan) => Object.assign((plan.shards as object[])[2] ?? {}, { to: 24 }), "was changed"],
    ["other counts", (plan) => (plan.expected = { visited: "62", surjections: "15" }), "was changed"],
    ["no shards", (plan) => (plan.shards = []), "0 shards of 62 pieces"],
    ["no list of shards", (plan) => (plan.shards = 8), '"shards" is not a list'],
    ["another kind", (plan) => (plan.kind = "x"), 'no kind of job "x"'],
    ["other widths", (plan) => (plan.parameters = { r: 2, m: 5 }), "was changed"],
    ["widths that are none", (plan) => (plan.parameters = { r: 2, m: 2 }), "no widths r = 2, m = 2"],
    ["a parameter that is a list", (plan) => (plan.parameters = { r: [2], m: 4 }), "neither text nor number"],
    ["no parameters", (plan) => (plan.parameters = 3), "is not an object"],
    ["one more member", (plan) => (plan.also = 1), "was changed"],
  ])("with %s is refused", async (_, change, message) => {
    const { folder, plan } = plannedIn(scratch);
    const changed = JSON.parse(planText(plan)) as Record<string, unknown>;
    change(changed);
    writeFileSync(jobFiles(folder).plan, `${JSON.stringify(changed, null, 2)}\n`);
    await expect(done(folder, 0)).rejects.toThrow(message);
    await expect(done(folder, 0)).rejects.toThrow("plan anew, in another folder");
  });

  it.each([0, 63, 1.5])("of %s shards of 62 pieces is refused", (shards) => {
    const of = {
      kind: "connected",
      parameters: { r: 2, m: 4 },
      environment: {},
      input: "",
      program: PROGRAM,
    };
    expect(() => planned({ ...of, shards })).toThrow(`--shards: ${shards} shards of 62 pieces; give 1 to 62`);
  });
});

describe("the digest of the code", () => {
  it("is about names and contents of modules, and of nothing else", () => {
    const folder = join(plannedIn(scratch).folder, "results");
    const [one, two] = [join(folder, "a.js"), join(folder, "b.ts")];
    const digests = new Set([codeDigest(folder)]);
    const changed = (change: () => void): void => {
      change();
      expect(digests.has(codeDigest(folder))).toBe(false);
      digests.add(codeDigest(folder));
    };
    changed(() => {
      writeFileSync(one, "1");
    });
    changed(() => {
      writeFileSync(one, "2");
    });
    changed(() => {
      writeFileSync(two, "2");
    });
    changed(() => {
      rmSync(one);
    });
    for (const name of ["b.d.ts", "a.json", "a.js.map"]) writeFileSync(join(folder, name), "1");
    expect(digests.has(codeDigest(folder))).toBe(true);
    expect(codeDigest()).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
