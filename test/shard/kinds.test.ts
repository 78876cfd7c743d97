import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { surjections } from "../../src/combinatorics/counts/surjections.js";
import { entry } from "../../src/exact/entry.js";
import { sha256 } from "../../src/machine/sha256.js";
import { jobFiles } from "../../src/shard/folder.js";
import type { Job, Parameters, Piece } from "../../src/shard/kinds/job.js";
import { kindNamed } from "../../src/shard/kinds/list.js";
import { mergeShards } from "../../src/shard/merge.js";
import { planText, planned } from "../../src/shard/plan.js";
import { resultText, shardResult, summed } from "../../src/shard/result.js";
import { requireEnvironment } from "../../src/shard/runSlot.js";
import { equilossWith } from "../runEquiloss.js";
import { scratchFolder } from "../scratchFolder.js";
import { textOf } from "../shownCommands.js";
import { PROGRAM, done, doneIn, plannedIn, readBack } from "./someJob.js";

const scratch = scratchFolder();

/** The version of tfjs that is installed. */
const TFJS = (
  JSON.parse(textOf("package.json")) as { readonly dependencies: Readonly<Record<string, string>> }
).dependencies["@tensorflow/tfjs-core"];

async function made(job: Job, pieces: readonly number[]): Promise<Piece[]> {
  const list: Piece[] = [];
  for await (const piece of job.make(pieces)) {
    if ("failure" in piece) throw new Error(piece.failure);
    list.push(piece);
  }
  return list;
}

const STUDENTS: Parameters = { setting: "fig1", width: 1, seeds: 2, backend: "wasm" };

/** The first of the committed ends with three hidden layers: their losses are enclosed in seconds. */
const COMMITTED = JSON.parse(textOf("proofs/ends/fig1e-10.json")) as { readonly runs: readonly object[] };
const ENDS = JSON.stringify({ ...COMMITTED, runs: COMMITTED.runs.slice(0, 2) });

describe("the closed form of each piece", () => {
  it.each<[string, Parameters, string]>([
    ["connected", { r: 3, m: 7 }, ""],
    ["connected", { r: 1, m: 2 }, ""],
    ["connected", { r: 5, m: 12 }, ""],
    ["train", STUDENTS, ""],
    ["ends", {}, ENDS],
    ["cover", {}, ""],
  ])("of %s, %j, adds up to that of the whole", (kind, parameters, input) => {
    const job = kindNamed(kind).job(parameters, input);
    const counts = Array.from({ length: job.pieces }, (_, piece) => ({ counts: job.expectedOf(piece) }));
    expect(summed(counts)).toEqual(job.expected);
  });

  it("of connected is what its pieces count", async () => {
    const job = kindNamed("connected").job({ r: 3, m: 6 }, "");
    const all = await made(
      job,
      Array.from({ length: job.pieces }, (_, piece) => piece),
    );
    for (const { piece, counts } of all) expect(counts).toEqual(job.expectedOf(piece));
    expect(summed(all)).toEqual({
      visited: String(labelledPartitionCount(3, 6)),
      surjections: String(surjections(3, 6)),
    });
  });
});

describe("a job of kind", () => {
  it("connected has pieces of many subspaces where there are many, and refuses widths that are none", () => {
    const job = kindNamed("connected").job({ r: 7, m: 13 }, "");
    const most = Math.max(...[0, 1, job.pieces - 2].map((piece) => Number(job.expectedOf(piece).visited)));
    expect(most).toBe(4_194_304);
    for (const [r, m] of [
      [2, 2],
      [0, 3],
      [2, 32],
      ["2", 3],
    ] as const)
      expect(() => kindNamed("connected").job({ r, m }, "")).toThrow("give 1 ≤ r < m ≤ 31");
    expect(() => kindNamed("connected").job({ r: 20, m: 31 }, "")).toThrow("give smaller widths");
  });

  it("train gives the file that equiloss train writes, byte for byte", async () => {
    const kind = kindNamed("train");
    const environment = await kind.environment(STUDENTS);
    const { version } = JSON.parse(textOf("package.json")) as { version: string };
    const program = { ...PROGRAM, version };
    const { folder } = plannedIn(scratch, { kind: "train", parameters: STUDENTS, shards: 2, program });
    const plan = planned({ kind: "train", parameters: STUDENTS, environment, input: "", shards: 2, program });
    writeFileSync(jobFiles(folder).plan, planText(plan));
    for (const slot of [1, 0]) await done(folder, slot, program);
    const { files } = await mergeShards({ folder, audit: 0, seed: 1, program }, () => undefined);
    expect(files).toEqual([jobFiles(folder).merged, join(folder, "ends.json")]);
    const alone = join(scratch, "alone.json");
    equilossWith({}, "train", "fig1", "--width", "1", "--seeds", "2", "-o", alone);
    expect(readFileSync(join(folder, "ends.json"), "utf8")).toBe(readFileSync(alone, "utf8"));
  });

  it("train is refused where something else is installed, or the parameters are none", async () => {
    const kind = kindNamed("train");
    const environment = await kind.environment(STUDENTS);
    expect(environment).toEqual({ backend: `wasm ${TFJS}`, node: process.version });
    const plan = planned({
      ...{ kind: "train", parameters: STUDENTS, environment: { backend: "wasm 0.0.1" } },
      ...{ input: "", shards: 1, program: PROGRAM },
    });
    const job = { plan, job: kind.job(STUDENTS, ""), digest: "" };
    await expect(requireEnvironment(job, "f")).rejects.toThrow(
      `f/plan.json: was made with backend wasm 0.0.1, and here is wasm ${TFJS}; use the same`,
    );
    for (const [name, value, message] of [
      ["setting", "fig2", "no figure fig2; choose among fig1, fig1e, fig5"],
      ["width", 0, "no width 0 of fig1; give 1 to"],
      ["seeds", 0, "0 seeds; give 1 to 10000"],
      ["backend", "gpu", "no backend gpu; choose wasm or cpu"],
    ] as const)
      expect(() => kind.job({ ...STUDENTS, [name]: value }, "")).toThrow(message);
  });

  it("ends gives verdicts as equiloss ends does, of the very file", async () => {
    const some = { kind: "ends", parameters: {}, input: ENDS, shards: 2 };
    const { folder } = await doneIn(scratch, some);
    await mergeShards({ folder, audit: 0, seed: 1, program: PROGRAM }, () => undefined);
    const own = JSON.parse(readFileSync(join(folder, "judged-ends.json"), "utf8")) as object;
    const committed = JSON.parse(textOf("proofs/ends/judged-fig1e-10.json")) as { readonly runs: object[] };
    const { version } = PROGRAM;
    expect(own).toEqual({ ...committed, ends: sha256(ENDS), version, runs: committed.runs.slice(0, 2) });
    writeFileSync(jobFiles(folder).input, ENDS.replace('"seed":0', '"seed":9'));
    await expect(done(folder, 0)).rejects.toThrow(
      "input.json: isn't the file that the plan was made for; plan anew",
    );
    rmSync(jobFiles(folder).input);
    await expect(done(folder, 0)).rejects.toThrow("input.json: can't be read (ENOENT)");
    writeFileSync(jobFiles(folder).input, "");
    await expect(done(folder, 0)).rejects.toThrow("input.json: isn't the file that the plan was made for");
    expect(() => kindNamed("ends").job({}, textOf("proofs/ends/fig5-10.json"))).toThrow(
      "its runs are of fig5",
    );
  });

  it("cover gives blocks as equiloss cover does, whose seconds are not in the digest", async () => {
    const job = kindNamed("cover").job({}, "");
    const [again] = await made(job, [41]);
    const [block] = await made(job, [41]);
    expect({ ...block, data: undefined }).toEqual({ ...again, data: undefined });
    const other = { ...(block?.data as object), seconds: 77 };
    expect(job.data?.digestOf(other, 41, "x")).toBe(block?.digest);
    const more = { ...other, cells: 99_999 };
    expect(job.data?.digestOf(more, 41, "x")).not.toBe(block?.digest);
    const committed = JSON.parse(textOf("proofs/cover/width-2.json")) as { runs: { seed: number }[] };
    const theirs = committed.runs.find(({ seed }) => seed === 42);
    expect({ ...theirs, seconds: 77 }).toEqual(other);
    expect(job.data?.header(PROGRAM, {})).toMatchObject({
      format: "equiloss-cover/1",
      blocks: 1000,
      version: "1.2.3",
    });
  });
});

describe("data that are not those of the piece", () => {
  it("are refused by a merge, though all digests and the seal follow from them", async () => {
    const some = { kind: "ends", parameters: {}, input: ENDS, shards: 1 };
    const { folder, plan } = await doneIn(scratch, some);
    const shard = entry(plan.shards, 0);
    const honest = readBack(folder, 0);
    const path = jobFiles(folder).result(0);
    const digest = sha256(readFileSync(jobFiles(folder).plan));
    const job = kindNamed("ends").job({}, ENDS);
    const put = (change: (piece: Piece) => Piece): void => {
      const pieces = honest.pieces.map((piece, index) => (index === 0 ? change(piece) : piece));
      writeFileSync(path, resultText(shardResult({ plan, job, digest }, shard, pieces)));
    };
    const merging = (): Promise<unknown> =>
      mergeShards({ folder, audit: 0, seed: 1, program: PROGRAM }, () => undefined);
    const lower = (value: unknown): unknown => {
      const data = value as { seed: number; verdict: object };
      return { ...data, verdict: { ...data.verdict, loss: ["0", "1/1000000000"] } };
    };
    put((piece) => piece);
    await expect(merging()).resolves.toBeDefined();
    put((piece) => ({ ...piece, data: lower(piece.data) }));
    await expect(merging()).rejects.toThrow("has a digest that is not that of its data; remove it");
    put((piece) => ({ ...piece, data: { seed: 0 } }));
    await expect(merging()).rejects.toThrow("has data that are none of its job: piece 0");
    put((piece) => ({
      ...piece,
      data: entry(honest.pieces, 1).data,
      digest: entry(honest.pieces, 1).digest,
    }));
    await expect(merging()).rejects.toThrow("is of seed 1");
    // Data that may be true, with their digest: only the work itself can tell.
    put((piece) => {
      const data = lower(piece.data);
      return { ...piece, data, digest: sha256(JSON.stringify(data)) };
    });
    await expect(merging()).resolves.toBeDefined();
    const audit = mergeShards({ folder, audit: 8, seed: 1, program: PROGRAM }, () => undefined);
    await expect(audit).rejects.toThrow("piece 0 was done again, and its digest is another; remove it");
  });
});
