import { availableParallelism } from "node:os";
import { type ClaimResult, type VerificationResult, claimResult, failed } from "../claims/claimResult.js";
import type { Claim } from "../claims/claim.js";
import type { Verdict } from "../claims/verdict.js";
import { ProgressBar } from "./progress.js";
import { packageVersion } from "./packageVersion.js";
import { ProofsJob, type ProofsChoice, type Settled } from "./proofsInVerification.js";
import { WorkerPool, withPool } from "./workerPool.js";

/** What a verification run is asked to do. */
export interface VerificationRequest {
  readonly claims: readonly Claim[];
  readonly maxM: number;
  readonly seed: number;
  /** MiB a worker may take. */
  readonly maxMemory: number;
  readonly proofs: ProofsChoice;
}

/** How a run is spread over threads: every piece of evidence is a job of its own. */
interface PendingVerdict {
  readonly claim: Claim;
  readonly name: string;
  readonly long: true | undefined;
}

/**
 * Runs all evidence of the claims on all cores and collects the verdicts.
 *
 * Evidence that throws gives a verdict that does not hold, with the error: a crash must not pass, nor hide
 * what the other evidence shows.
 */
export async function verify({
  claims,
  maxM,
  seed,
  maxMemory,
  proofs,
}: VerificationRequest): Promise<VerificationResult> {
  const pending = claims
    .flatMap((claim) => claim.evidence.map(({ name, long }): PendingVerdict => ({ claim, name, long })))
    .sort((left, right) => Number(right.long ?? false) - Number(left.long ?? false));
  const verdicts = new Map<string, Verdict>();
  const shares = new Map<string, number>();
  const bar = new ProgressBar("verifying");
  const show = (claim: string): void => {
    const share = [...shares.values()].reduce((sum, value) => sum + value, 0);
    bar.update(share, pending.length, `${verdicts.size} of ${pending.length} pieces of evidence · ${claim}`);
  };
  const finished = (): string => {
    // Jobs that are ended now are not done: no bar must say so.
    bar.stop();
    return `${verdicts.size} of ${pending.length} pieces of evidence had finished, no result was written`;
  };
  const proofsJob = new ProofsJob(proofs);
  const work = async (pool: WorkerPool): Promise<Settled> => {
    const settling = proofsJob.settle((share) => {
      shares.set("proofs", share);
      show("proofs");
    });
    const jobs = pending.map(async ({ claim, name }) => {
      const key = `${claim.id} ${name}`;
      const verdict = await pool
        .run<"evidence">({ kind: "evidence", claim: claim.id, name, maxM, seed }, ({ done, total }) => {
          shares.set(key, total > 0 ? done / total : 0);
          show(claim.id);
        })
        .catch((error: unknown) => crashed(name, error));
      verdicts.set(key, verdict);
      shares.set(key, 1);
      show(claim.id);
    });
    await Promise.all(jobs);
    return settling;
  };
  const settled = await withPool(new WorkerPool(availableParallelism(), maxMemory), finished, work).finally(
    async () => {
      bar.stop();
      await proofsJob.stop();
    },
  );
  const results = claims.map((claim) =>
    claimResult(claim, [
      ...settled.verdictsOf(claim),
      ...claim.evidence.map(
        ({ name }) => verdicts.get(`${claim.id} ${name}`) ?? crashed(name, "no verdict came"),
      ),
    ]),
  );
  const { result } = settled;
  const ok = isHeld(results) && (!result.ran || result.held);
  return { ok, maxM, seed, version: packageVersion(), proofs: result, claims: results };
}

/** Nothing failed, and something was checked: a run over claims without evidence has shown nothing. */
function isHeld(results: readonly ClaimResult[]): boolean {
  const verdicts = results.flatMap((claim) => claim.verdicts);
  return !verdicts.some(failed) && verdicts.some(({ kind }) => kind !== "missing");
}

function crashed(name: string, error: unknown): Verdict {
  const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    kind: "exhaustive",
    held: false,
    what: name,
    range: "not finished",
    visited: "0",
    expected: "0",
    failure,
  };
}
