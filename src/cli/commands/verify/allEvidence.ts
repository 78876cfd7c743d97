import { availableParallelism } from "node:os";
import { type VerificationResult, claimResult } from "../../../claims/evidence/claimResult.js";
import type { ControlsResult } from "../../../claims/evidence/controlsResult.js";
import { evidenceOf } from "../../../claims/evidence/evidenceOf.js";
import type { Claim } from "../../../claims/evidence/claim.js";
import { allControls, allRefused } from "../../../claims/controls/control.js";
import { CONTROL_GROUPS, type ControlGroupName } from "../../../claims/controls/groups.js";
import type { Verdict } from "../../../claims/evidence/verdict.js";
import { crashed, isHeld } from "../../../claims/verification/verify.js";
import { OWN_PROOFS } from "../proofs/ownProofs.js";
import { present } from "../../options/present.js";
import { ProgressBar } from "../../terminal/progress.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { ProofsChoice, Requirement } from "./choices.js";
import { ProofsJob, type Settled } from "./proofsJob.js";
import { interruptible } from "../../threads/interruptible.js";
import { jobPool } from "../runAlone.js";

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
  readonly long: true | undefined;
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
  const tally = new Tally(claims, request.proofs !== "off");
  const proofs = new ProofsJob(request.proofs, OWN_PROOFS);
  const work = async (pool: Pool): Promise<[Settled, ControlsResult[]]> => {
    const [settled, , controls] = await Promise.all([
      proofs
        .settle((share) => {
          tally.progressed("proofs", share);
        })
        .finally(() => {
          tally.progressed("proofs", 1);
        }),
      Promise.all(tally.pending.map((pending) => runEvidence(pool, request, pending, tally))),
      Promise.all(CONTROL_GROUPS.map((group) => controlsOf(pool, group))),
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
  const unmet = request.required === "proofs" && (!proved.ran || proved.cached) ? UNMET : undefined;
  const ok = isHeld(results) && allRefused(controls) && (!proved.ran || proved.held) && unmet === undefined;
  const version = packageVersion();
  return { ok, maxM, seed, version, proofs: proved, controls, claims: results, ...present({ unmet }) };
}

/** The outcome of one group of controls. After a crash, none counts as refused. */
async function controlsOf(pool: Pool, group: ControlGroupName): Promise<ControlsResult> {
  return pool
    .run("controls", group, () => undefined)
    .catch((error: unknown) => ({ count: 0, refused: 0, unrefused: [`${group}: ${String(error)}`] }));
}

const UNMET =
  "no Coq checked the proofs in this run, and a kept result doesn't count: " +
  "install Coq 8.16 or later, or give --proofs embedded";

async function runEvidence(
  pool: Pool,
  { maxM, seed }: VerificationRequest,
  { claim, name }: PendingVerdict,
  tally: Tally,
): Promise<void> {
  const verdict = await pool
    .run("evidence", { claim: claim.id, name, maxM, seed }, (done, total) => {
      tally.progressed(`${claim.id} ${name}`, total > 0 ? done / total : 0);
    })
    .catch((error: unknown) => crashed(name, error));
  tally.settle(claim, name, verdict);
}

/** Keeps account of what is done and what isn't, and shows it in the bar. */
class Tally {
  /** Evidence that takes long is started first. */
  readonly pending: readonly PendingVerdict[];
  readonly #verdicts = new Map<string, Verdict>();
  readonly #shares = new Map<string, number>();
  readonly #bar = new ProgressBar("verifying");

  constructor(
    claims: readonly Claim[],
    private readonly withProofs: boolean,
  ) {
    this.pending = claims
      .flatMap((claim) => evidenceOf(claim).map(({ name, long }): PendingVerdict => ({ claim, name, long })))
      .sort((left, right) => Number(right.long ?? false) - Number(left.long ?? false));
  }

  progressed(key: string, share: number): void {
    if (key === "proofs" && !this.withProofs) return;
    this.#shares.set(key, share);
    const done = [...this.#shares.values()].reduce((sum, value) => sum + value, 0);
    this.#bar.update(done, this.pending.length + (this.withProofs ? 1 : 0), `${this.#finished()} · ${key}`);
  }

  settle(claim: Claim, name: string, verdict: Verdict): void {
    const key = `${claim.id} ${name}`;
    this.#verdicts.set(key, verdict);
    this.progressed(key, 1);
  }

  verdictsOf(claim: Claim): Verdict[] {
    return evidenceOf(claim).map(
      ({ name }) => this.#verdicts.get(`${claim.id} ${name}`) ?? crashed(name, "no verdict came"),
    );
  }

  /** Jobs that are stopped at this point are not done, so the bar must not count them. */
  stopped(): string {
    this.#bar.stop();
    return `${this.#finished()} had finished, no result was written`;
  }

  #finished(): string {
    return `${this.#verdicts.size} of ${this.pending.length} pieces of evidence`;
  }
}
