import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { InputError } from "../../src/exact/inputError.js";
import { sha256 } from "../../src/machine/sha256.js";
import { seededIntegers } from "../../src/network/seededIntegers.js";
import { anew, jobFiles } from "../../src/shard/folder.js";
import type { Piece } from "../../src/shard/kinds/job.js";
import { type MergeReport, mergeShards } from "../../src/shard/merge.js";
import { readPlan } from "../../src/shard/plan.js";
import { type ShardResult, composedDigest, resultText, summed } from "../../src/shard/result.js";
import { scratchFolder } from "../scratchFolder.js";
import { PROGRAM, copied, done, doneIn, plannedIn, readBack } from "./someJob.js";

const scratch = scratchFolder();
const TIMES = 100;
const SLOTS = 8;
const ALL = 1_000_000;
const draw = seededIntegers(1, "forgeries");

let honest: string;
let digest: string;

function merged(folder: string, audit = 0): Promise<MergeReport> {
  return mergeShards({ folder, audit, seed: 1, program: PROGRAM }, () => undefined);
}

beforeAll(async () => {
  honest = (await doneIn(scratch)).folder;
  digest = (await merged(copied(scratch, honest), ALL)).merged.digest;
});

/** The folder that was refused last: a copy of the honest job, which is mended before it is changed again. */
let last = "";

function mend(): void {
  if (last === "") last = copied(scratch, honest);
  const [own, there] = [jobFiles(last), jobFiles(honest)];
  for (const name of readdirSync(own.results))
    if (!/^[0-7]\.json$/.test(name)) rmSync(join(own.results, name));
  rmSync(own.merged, { force: true });
  const slots = Array.from({ length: SLOTS }, (_, slot) => [own.result(slot), there.result(slot)] as const);
  for (const [path, honestPath] of [[own.plan, there.plan] as const, ...slots]) {
    const text = readFileSync(honestPath, "utf8");
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeFileSync(path, text);
  }
}

/** Changes a copy of the honest job, and gives the error of its merge, from which nothing may be written. */
async function refusal(change: (folder: string) => void, audit = 0): Promise<InputError> {
  mend();
  change(last);
  const error = await merged(last, audit).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error(`not refused: ${String(error)}`);
  expect(existsSync(jobFiles(last).merged)).toBe(false);
  return error;
}

/** Expects the result of a slot to be refused for what fits the pattern, and to be told how to repair it. */
function expectRefused({ problem, repair, place }: InputError, slot: number, pattern: RegExp): void {
  expect(problem).toMatch(pattern);
  expect([place, repair]).toEqual([jobFiles(last).result(slot), anew(last, slot)]);
}

/** Does something so often with a slot that is drawn; what is tried has to differ from all before. */
async function often(forge: (slot: number) => Promise<string>): Promise<void> {
  const tried = new Set<string>();
  while (tried.size < TIMES) tried.add(await forge(draw(0, SLOTS - 1)));
  expect(tried.size).toBe(TIMES);
}

/** Puts a result there with all sums, digests and the seal that follow from its pieces, as a forger can. */
function forge(folder: string, slot: number, change: (result: ShardResult) => Partial<ShardResult>): string {
  const before = readBack(folder, slot);
  const own = change(before);
  const changed = { ...before, ...own };
  const counts = summed(changed.pieces);
  const text = resultText({ ...changed, counts, digest: composedDigest(changed.pieces), ...own });
  writeFileSync(jobFiles(folder).result(slot), text);
  return `${slot} ${text}`;
}

const another = (): string => sha256(String(draw(0, 1_000_000_000)));

/** The pieces of a result with one of them changed. */
function withPiece(pieces: readonly Piece[], at: number, change: (piece: Piece) => Piece): Piece[] {
  return pieces.map((piece, index) => (index === at ? change(piece) : piece));
}

describe("a merge refuses, a hundred times each", () => {
  it("a damaged result: characters changed, put in, left out, or cut off", async () => {
    const damages = [
      (text: string, at: number) =>
        `${text.slice(0, at)}${text[at] === "0" ? "1" : "0"}${text.slice(at + 1)}`,
      (text: string, at: number) => `${text.slice(0, at)} ${text.slice(at)}`,
      (text: string, at: number) => `${text.slice(0, at)}${text.slice(at + 1)}`,
      (text: string, at: number) => text.slice(0, at),
      (text: string, at: number) => `${text.slice(0, at)}${text.slice(at - 9, at)}${text.slice(at)}`,
    ];
    await often(async (slot) => {
      let key = "";
      const error = await refusal((folder) => {
        const path = jobFiles(folder).result(slot);
        const text = readFileSync(path, "utf8");
        const [kind, at] = [draw(0, damages.length - 1), draw(9, text.length - 1)];
        key = `${slot} ${kind} ${at}`;
        const damaged = entry(damages, kind)(text, at);
        if (damaged === text) throw new Error(`nothing changed: ${key}`);
        writeFileSync(path, damaged);
      });
      expectRefused(error, slot, /^is damaged: /);
      return key;
    });
  });

  it("results that are missing, and names them", async () => {
    await often(async () => {
      const missing = Array.from({ length: SLOTS }, (_, slot) => slot).filter(() => draw(0, 2) === 0);
      if (missing.length === 0) missing.push(0);
      const error = await refusal((folder) => {
        for (const slot of missing) rmSync(jobFiles(folder).result(slot));
      });
      expect(error.problem).toBe(`no result of slot ${missing.join(", ")}`);
      expect(error.repair).toContain(`run equiloss shard run ${last} --slot ${missing[0]}`);
      expect(error.place).toBe(jobFiles(last).results);
      return missing.join();
    });
  });

  it("a stale result: of another plan, version or code", async () => {
    await often(async (slot) => {
      let key = "";
      const changes = [
        () => ({ plan: another() }),
        () => ({ version: `1.2.${draw(4, 99)}` }),
        () => ({ code: another() }),
        () => ({ plan: another(), version: `0.${draw(1, 99)}`, code: another() }),
      ];
      const change = entry(changes, draw(0, changes.length - 1))();
      const error = await refusal((folder) => {
        key = forge(folder, slot, () => change);
      });
      expectRefused(error, slot, /^is stale: /);
      return key;
    });
  });

  it("results that overlap others, or are there twice", async () => {
    await often(async (slot) => {
      let key = "";
      const [before, after] = [draw(0, 5), draw(-3, 5)];
      const source = draw(0, SLOTS - 1);
      const isCopy = source !== slot && draw(0, 3) === 0;
      const all = Array.from({ length: SLOTS }, (_, other) => readBack(honest, other).pieces).flat();
      const error = await refusal((folder) => {
        if (isCopy) {
          const text = readFileSync(jobFiles(folder).result(source), "utf8");
          writeFileSync(jobFiles(folder).result(slot), text);
          key = `${source} as ${slot}`;
          return;
        }
        key = forge(folder, slot, ({ from, to }) => {
          const [first, end] = [Math.max(0, from - before), Math.min(all.length, to + after)];
          const isSame = first === from && end === to;
          const [start, stop] = [first, isSame ? end - 1 : end];
          return { from: start, to: stop, pieces: all.slice(start, stop) };
        });
      });
      const pattern = isCopy
        ? /^is of slot [0-7]$/
        : /^has pieces \d+ to \d+(?:, which overlap slot [\d, ]+)?, where the plan/;
      expectRefused(error, slot, pattern);
      return key;
    });
  });

  it("forged counts, without an audit: of one piece, of two that make up for one another, of the whole", async () => {
    await often(async (slot) => {
      let key = "";
      const error = await refusal((folder) => {
        key = forge(folder, slot, ({ pieces, counts }) => {
          const [at, name] = [draw(0, pieces.length - 2), draw(0, 1) === 0 ? "visited" : "surjections"];
          const by = BigInt(draw(1, 1000));
          const raised = (piece: Piece, more: bigint): Piece => ({
            ...piece,
            counts: { ...piece.counts, [name]: String(BigInt(piece.counts[name] ?? "0") + more) },
          });
          const one = withPiece(pieces, at, (piece) => raised(piece, by));
          const way = draw(0, 2);
          if (way === 0) return { pieces: one };
          if (way === 1) return { pieces: withPiece(one, at + 1, (piece) => raised(piece, -by)) };
          return { counts: { ...counts, [name]: String(BigInt(counts[name] ?? "0") + by) } };
        });
      });
      expectRefused(
        error,
        slot,
        /^piece \d+ counts |^has sums or digests that don't follow from its pieces$/,
      );
      return key;
    });
  });

  it("pieces that are left out, there twice, exchanged, or without a digest, in the right range", async () => {
    await often(async (slot) => {
      let key = "";
      const error = await refusal((folder) => {
        key = forge(folder, slot, ({ pieces }) => {
          const at = draw(0, pieces.length - 2);
          const [piece, next] = [entry(pieces, at), entry(pieces, at + 1)];
          const rest = pieces.slice(at + 2);
          const start = pieces.slice(0, at);
          const ways = [
            [...start, piece, ...rest],
            [...start, piece, piece, ...rest],
            [...start, next, piece, ...rest],
            [...start, { ...piece, digest: "sha256:0" }, next, ...rest],
            [...start, { ...piece, digest: "" }, next, ...rest],
            [...start, piece, { ...next, piece: draw(0, 61) + 62 }, ...rest],
            [...start, piece, piece, next, ...rest],
          ];
          return { pieces: entry(ways, draw(0, ways.length - 1)) };
        });
      });
      expectRefused(
        error,
        slot,
        /^has \d+ pieces, where|^has piece \d+ where \d+ is to be|^piece \d+ (?:has no digest|counts)/,
      );
      return key;
    });
  });

  it("forged digests of pieces, by an audit of all", async () => {
    await often(async (slot) => {
      let key = "";
      const change = (folder: string): void => {
        key = forge(folder, slot, ({ pieces }) => ({
          pieces: withPiece(pieces, draw(0, pieces.length - 1), (piece) => ({ ...piece, digest: another() })),
        }));
      };
      expectRefused(
        await refusal(change, ALL),
        slot,
        /^piece \d+ was done again, and its digest is another$/,
      );
      // Nothing but the work itself tells: without an audit the merge has another digest, and no error.
      expect((await merged(last)).merged.digest).not.toBe(digest);
      return key;
    });
  });

  it("a changed plan", async () => {
    await often(async () => {
      let key = "";
      const error = await refusal((folder) => {
        const path = jobFiles(folder).plan;
        const text = readFileSync(path, "utf8");
        const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
        const at = entry(digits, draw(0, digits.length - 1));
        const digit = String((Number(text[at]) + draw(1, 9)) % 10);
        key = `${at} ${digit}`;
        writeFileSync(path, `${text.slice(0, at)}${digit}${text.slice(at + 1)}`);
      });
      expect(error.place).toBe(jobFiles(last).plan);
      return key;
    });
  });
});

describe("a merge refuses, too", () => {
  it("what is the result of no slot, but not what a killed run left", async () => {
    const error = await refusal((folder) => {
      writeFileSync(join(jobFiles(folder).results, "8.json"), "");
    });
    expect(error.message).toBe(
      `${jobFiles(last).result(8)}: is the result of no slot: they are 0 to 7; remove it`,
    );
    const folder = copied(scratch, honest);
    writeFileSync(join(jobFiles(folder).results, "3.json.0.equiloss-partial"), "half");
    expect((await merged(folder)).merged.digest).toBe(digest);
  });

  it("the results of another job with as many slots and pieces", async () => {
    const other = await doneIn(scratch, { program: { ...PROGRAM, code: sha256("other code") } });
    const error = await refusal((folder) => {
      writeFileSync(jobFiles(folder).result(2), readFileSync(jobFiles(other.folder).result(2)));
    });
    expectRefused(error, 2, /^is stale: /);
  });

  it("a folder without a plan, and one of another program", async () => {
    const empty = mkdtempSync(join(scratch, "empty-"));
    await expect(merged(empty)).rejects.toThrow("no such plan; make it by equiloss shard plan");
    const { folder } = plannedIn(scratch, { program: { ...PROGRAM, version: "9.9.9" } });
    await expect(merged(folder)).rejects.toThrow("plan.json: is of another program: version 9.9.9 with code");
  });
});

describe("what a refusal says helps", () => {
  it.each<[string, (folder: string) => void]>([
    [
      "damage",
      (folder) => {
        writeFileSync(jobFiles(folder).result(3), "{");
      },
    ],
    [
      "a missing result",
      (folder) => {
        rmSync(jobFiles(folder).result(3));
      },
    ],
    [
      "forged counts",
      (folder) => {
        forge(folder, 3, ({ pieces }) => ({
          pieces: withPiece(pieces, 0, (piece) => ({ ...piece, counts: { visited: "7", surjections: "0" } })),
        }));
      },
    ],
  ])("after %s the slot is done alone, and the merge is that of honest results", async (_, change) => {
    await refusal(change);
    await done(last, 3);
    expect((await merged(last, ALL)).merged.digest).toBe(digest);
  });

  it("after a forged digest, too, once it is removed as the error says", async () => {
    await refusal((folder) => {
      forge(folder, 3, ({ pieces }) => ({
        pieces: withPiece(pieces, 0, (piece) => ({ ...piece, digest: another() })),
      }));
    }, ALL);
    rmSync(jobFiles(last).result(3));
    await done(last, 3);
    expect((await merged(last, ALL)).merged.digest).toBe(digest);
  });
});

describe("an audit", () => {
  it("of k of n pieces finds one forged in about k/n of the seeds", async () => {
    const folder = copied(scratch, honest);
    forge(folder, 5, ({ pieces }) => ({
      pieces: withPiece(pieces, 1, (piece) => ({ ...piece, digest: another() })),
    }));
    let found = 0;
    for (let seed = 0; seed < 200; seed += 1)
      await mergeShards({ folder, audit: 31, seed, program: PROGRAM }, () => undefined).catch(
        () => (found += 1),
      );
    // Half of 62 pieces: the number is within 4 standard deviations of 100.
    expect(Math.abs(found - 100)).toBeLessThan(28);
  });

  it("says which pieces it did, each once and as many as asked for", async () => {
    const { audited } = await merged(copied(scratch, honest), 20);
    expect([audited.length, new Set(audited).size]).toEqual([20, 20]);
    expect((await merged(copied(scratch, honest), 0)).audited).toEqual([]);
    expect((await merged(copied(scratch, honest), 62)).audited).toEqual(
      Array.from({ length: 62 }, (_, k) => k),
    );
  });

  it("knows the job it is given", () => {
    expect(readPlan(honest, PROGRAM).job.pieces).toBe(62);
  });
});
