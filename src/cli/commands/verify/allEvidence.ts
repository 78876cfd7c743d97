import { availableParallelism } from "node:os";
import {
  type TimedVerdict,
  type VerificationResult,
  claimResult,
} from "../../../claims/evidence/claimResult.js";
import type { ControlsResult } from "../../../claims/evidence/controlsResult.js";
import { evidenceOf } from "../../../claims/evidence/evidenceOf.js";
import type { Claim } from "../../../claims/evidence/claim.js";
import { allControls, allRefused } from "../../../claims/controls/control.js";
import { CONTROL_GROUPS, type ControlGroupName } from "../../../claims/controls/groups.js";
import type { Verdict } from "../../../claims/evidence/verdict.js";
import { crashed, isHeld } from "../../../claims/verification/verify.js";
import { howToHaveCoq } from "../../../coq/choice.js";
import { OWN_PROOFS } from "../proofs/ownProofs.js";
import { present } from "../../options/present.js";
import { ProgressBar } from "../../terminal/progress.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { ProofsChoice, Requirement } from "./choices.js";
import { ProofsJob, type Settled } from "./proofsJob.js";
import { interruptible } from "../../threads/interruptible.js";
import { jobPool } from "../runAlone.js";
import { PROOFS_COST, costOf } from "./costs.js";

/** What a verification run is asked to do. */
export interface VerificationRequest {
  readonly claims: readonly Claim[];
  readonly maxM: number;
  readonly seed: number;
  /** MiB that a worker may take. */
  readonly maxMemory: number;
  readonly proofs: ProofsChoice;
  /** What the run itself must do in order to succeed. */
  readonly required: Requirement | undefined;
}

type Pool = ReturnType<typeof jobPool>;

/** How a run is spread over threads: every piece of evidence is a job of its own. */
interface PendingVerdict {
  readonly claim: Claim;
  readonly name: string;
  /** Seconds that it is known to take. */
  readonly cost: number;
}

/**
 * Runs all evidence of the claims on all cores and collects the verdicts, and runs the negative controls
 * beside it: a check that doesn't refuse an error has shown nothing by accepting.
 *
 * Evidence that throws gives a verdict that does not hold, with the error: a crash must not pass, nor hide
 * what the other evidence shows.
 */
export async function verifyClaims(request: VerificationRequest): Promise<VerificationResult> {
  const { claims, maxM, seed, maxMemory } = request;
  const started = new Date();
  const choice = proofsOf(request);
  const tally = new Tally(claims, choice !== "off" && choice !== "kept" && choice !== "none needed");
  const proofs = new ProofsJob(choice, OWN_PROOFS);
  const work = async (pool: Pool): Promise<[Settled, ControlsResult[]]> => {
    // Controls come first: one group of them takes as long as the longest evidence.
    const [settled, controls] = await Promise.all([
      proofs
        .settle((share) => {
          tally.proofsProgressed(share);
        })
        .finally(() => {
          tally.proofsProgressed(1);
        }),
      Promise.all(CONTROL_GROUPS.map((group) => controlsOf(pool, group))),
      Promise.all(tally.pending.map((pending) => runEvidence(pool, request, pending, tally))),
    ]);
    return [settled, controls];
  };
  const pool = jobPool(availableParallelism(), maxMemory);
  const [settled, groups] = await interruptible(pool, () => tally.stopped(), work).finally(async () => {
    tally.stopped();
    await proofs.stop();
  });
  const results = claims.map((claim) =>
    claimResult(claim, [...settled.verdictsOf(claim), ...tally.verdictsOf(claim)]),
  );
  const controls = allControls(groups);
  const proved = settled.result;
  const unmet =
    request.required === "proofs" && (!proved.ran || proved.cached)
      ? `${UNMET}: ${howToHaveCoq()}`
      : undefined;
  const ok = isHeld(results) && allRefused(controls) && (!proved.ran || proved.held) && unmet === undefined;
  return {
    format: "equiloss-verification/1",
    started: started.toISOString().replace(/\.\d+/, ""),
    seconds: Math.round(Date.now() - started.getTime()) / 1000,
    ok,
    maxM,
    seed,
    version: packageVersion(),
    proofs: proved,
    controls,
    claims: results,
    ...present({ unmet }),
  };
}

/** Nobody waits for Coq unasked where no claim is settled by a theorem. */
function proofsOf({ claims, proofs, required }: VerificationRequest): ProofsChoice | "none needed" {
  const proved = claims.some(({ theorems = [] }) => theorems.length > 0);
  return proved || proofs !== "auto" || required === "proofs" ? proofs : "none needed";
}

/** The outcome of one group of controls. After a crash, none counts as refused. */
async function controlsOf(pool: Pool, group: ControlGroupName): Promise<ControlsResult> {
  return pool
    .run("controls", group, () => undefined)
    .catch((error: unknown) => ({ count: 0, refused: 0, unrefused: [`${group}: ${String(error)}`] }));
}

const UNMET = "no Coq checked the proofs in this run, and a kept result doesn't count";

async function runEvidence(
  pool: Pool,
  { maxM, seed }: VerificationRequest,
  pending: PendingVerdict,
  tally: Tally,
): Promise<void> {
  const { claim, name } = pending;
  const outcome = await pool
    .run("evidence", { claim: claim.id, name, maxM, seed }, (done, total) => {
      tally.progressed(pending, total > 0 ? done / total : 0);
    })
    .catch((error: unknown) => ({ verdict: crashed(name, error), seconds: undefined }));
  tally.settle(pending, outcome);
}

/** A verdict, and the seconds that it took; none of evidence that broke off or returned nothing. */
interface Outcome {
  readonly verdict: Verdict | undefined;
  readonly seconds: number | undefined;
}

/** Keeps account of what is done and what isn't, and shows it in the bar. */
class Tally {
  /** What takes longest is started first, so that no core is left idle at the end. */
  readonly pending: readonly PendingVerdict[];
  readonly #outcomes = new Map<string, Outcome>();
  /** What is done of each piece, in seconds of its cost. */
  readonly #done = new Map<string, number>();
  readonly #bar = new ProgressBar("verifying");
  readonly #total: number;

  constructor(
    claims: readonly Claim[],
    private readonly withProofs: boolean,
  ) {
    this.pending = claims
      .flatMap((claim) =>
        evidenceOf(claim).map(({ name }): PendingVerdict => ({ claim, name, cost: costOf(claim.id, name) })),
      )
      .sort((left, right) => right.cost - left.cost);
    const costs = this.pending.map(({ cost }) => cost);
    this.#total = costs.reduce((sum, cost) => sum + cost, withProofs ? PROOFS_COST : 0);
  }

  /** @param share of the piece that is done. */
  progressed({ claim, name, cost }: PendingVerdict, share: number): void {
    this.#advance(`${claim.id} ${name}`, claim.id, cost * share);
  }

  proofsProgressed(share: number): void {
    if (this.withProofs) this.#advance("proofs", "proofs", PROOFS_COST * share);
  }

  #advance(key: string, shown: string, seconds: number): void {
    this.#done.set(key, seconds);
    const done = [...this.#done.values()].reduce((sum, value) => sum + value, 0);
    this.#bar.update(done, this.#total, `${this.#outcomes.size} of ${this.pending.length} · ${shown}`);
  }

  settle(pending: PendingVerdict, outcome: Outcome): void {
    this.#outcomes.set(`${pending.claim.id} ${pending.name}`, outcome);
    this.progressed(pending, 1);
  }

  verdictsOf(claim: Claim): TimedVerdict[] {
    return evidenceOf(claim).map(({ name }) => {
      const { verdict, seconds } = this.#outcomes.get(`${claim.id} ${name}`) ?? {};
      return verdict === undefined
        ? crashed(name, "no verdict came")
        : { ...verdict, ...present({ seconds }) };
    });
  }

  /** Jobs that are stopped at this point are not done, so the bar must not count them. */
  stopped(): string {
    this.#bar.stop();
    return `${this.#finished()} had finished, no result was written`;
  }

  #finished(): string {
    return `${this.#outcomes.size} of ${this.pending.length} pieces of evidence`;
  }
}
