import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Claim } from "../../../../src/claims/evidence/claim.js";
import { ProofsJob, type Settled } from "../../../../src/cli/commands/verify/proofsJob.js";
import type { ProofsChoice } from "../../../../src/cli/commands/verify/choices.js";
import { keepRun } from "../../../../src/coq/cache.js";
import { readDevelopment } from "../../../../src/coq/development.js";
import type { ProofRun } from "../../../../src/coq/proofRun.js";
import { statementsIn } from "../../../../src/coq/statements.js";
import { HAS_COQ, TINY, replaced, tinyProofs } from "../../../coq/tinyProofs.js";

const claim: Claim = {
  id: "eq-6",
  title: "It grows",
  source: "a paper",
  statement: "It grows",
  hypotheses: [],
  evidence: [],
  theorems: ["grows", "double_zero"],
};

const GOOD = tinyProofs();
const BAD = tinyProofs({ "Zero.v": replaced("reflexivity", "exact I") });

/** Forges a result over the proofs of a folder: all proved, by the best that there is. */
function forge(folder: string, changes: Partial<ProofRun> = {}): void {
  const development = readDevelopment(folder);
  const theorems = statementsIn(TINY["Statements.v"] ?? "").map((statement) => ({
    ...statement,
    file: "Zero",
    assumptions: [],
    problem: undefined,
    leftOut: false,
  }));
  keepRun(development, {
    backend: "native",
    version: "9.9.9",
    rechecked: true,
    hash: development.hash,
    theorems,
    problems: [],
    ...changes,
  });
}

async function settle(choice: ProofsChoice, folder: string): Promise<Settled> {
  const job = new ProofsJob(choice, folder);
  try {
    return await job.settle(() => undefined);
  } finally {
    await job.stop();
  }
}

/** What is said of the two theorems: whether they hold, and whether they were only kept. */
const said = ({ verdictsOf }: Settled): [boolean, true | undefined][] =>
  verdictsOf(claim).map(({ held, kept }) => [held, kept]);

let cache = "";
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "equiloss-cache-"));
  vi.stubEnv("XDG_CACHE_HOME", cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

describe.runIf(HAS_COQ)(
  "the proofs of a verification with the installed Coq; skipped where there is none",
  () => {
    it("are checked now, whatever was kept before", async () => {
      for (const forged of [undefined, {}, { backend: "embedded" as const, rechecked: false }]) {
        if (forged !== undefined) forge(GOOD, forged);
        const settled = await settle("auto", GOOD);
        expect(settled.result).toMatchObject({ ran: true, held: true, cached: false, leftOut: [] });
        expect(settled.result).not.toHaveProperty("keptIn");
        expect(settled.result).toMatchObject({ by: expect.not.stringContaining("9.9.9") as string });
        expect(said(settled)).toEqual([
          [true, undefined],
          [true, undefined],
        ]);
      }
    });

    it("fail although a forged result says that they hold, which does not outlast it", async () => {
      forge(BAD);
      const settled = await settle("auto", BAD);
      expect(settled.result).toMatchObject({ held: false, cached: false });
      expect(said(settled)).toEqual([
        [true, undefined],
        [false, undefined],
      ]);
      expect(said(await settle("kept", BAD))).toEqual([
        [true, true],
        [false, true],
      ]);
    });

    it("have no list of axioms, not even an empty one, for a theorem without an answer", async () => {
      forge(GOOD, { theorems: [] });
      const verdicts = (await settle("kept", GOOD)).verdictsOf(claim);
      expect(verdicts.map(({ held }) => held)).toEqual([false, false]);
      for (const verdict of verdicts) expect(verdict).not.toHaveProperty("assumptions");
    });

    it("are taken from what was kept only if that is asked for", async () => {
      forge(BAD);
      const settled = await settle("kept", BAD);
      expect(settled.result).toMatchObject({ held: true, cached: true, by: "Coq 9.9.9 and coqchk" });
      expect(said(settled)).toEqual([
        [true, true],
        [true, true],
      ]);
    });
  },
);

describe("the proofs of a verification without Coq", () => {
  beforeEach(() => {
    vi.stubEnv("PATH", cache);
  });

  it("are what was kept, told as such, with its file", async () => {
    forge(GOOD, { backend: "embedded", rechecked: false });
    const settled = await settle("auto", GOOD);
    expect(settled.result).toMatchObject({ ran: true, held: true, cached: true, by: "Coq 9.9.9" });
    expect(settled.result).toMatchObject({ keptIn: expect.stringContaining(cache) as string });
    expect(said(settled)).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it("are not run where nothing was kept, and nothing is proved", async () => {
    for (const choice of ["auto", "kept", "off"] as const) {
      const settled = await settle(choice, GOOD);
      expect(settled.result).toMatchObject({ ran: false });
      expect(said(settled)).toEqual([]);
    }
  });
});
