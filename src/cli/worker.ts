import type { MessagePort } from "node:worker_threads";
import type { CertificateVerdict } from "../checker/verdict.js";
import type { ControlsResult } from "../claims/evidence/controlsResult.js";
import type { ControlGroupName } from "../claims/controls/groups.js";
import type { Verdict } from "../claims/evidence/verdict.js";
import type { Certification, CertificationReport, RejectedCertification } from "./certification.js";
import type { Wanted } from "./checking.js";
import { type ComparedCounts, comparedCounts } from "./countReport.js";
import { graphReport, type GraphReport } from "./graphReport.js";
import type { Source } from "./inputs.js";
import type { LandscapeFinding, LandscapeRequest } from "./landscaping.js";
import type { PathRequest } from "./pathReport.js";
import { type RegimeReport, type RegimeRequest, regimeReport } from "./regimeReport.js";
import { type TopologyFinding, topologyFinding } from "./topologyReport.js";
import { lastFailing } from "../combinatorics/asymptotics/threshold.js";
import { InputError } from "../exact/inputError.js";

/** Work that may take long: done off the main thread, so that Ctrl-C is heard and progress is shown. */
export type Job =
  | {
      readonly kind: "evidence";
      readonly claim: string;
      readonly name: string;
      readonly maxM: number;
      readonly seed: number;
    }
  | { readonly kind: "controls"; readonly group: ControlGroupName }
  | { readonly kind: "graph"; readonly r: number; readonly m: number; readonly budget: number }
  | { readonly kind: "topology"; readonly r: number; readonly m: number; readonly budget: number }
  | { readonly kind: "count"; readonly r: number; readonly m: number; readonly compared: boolean }
  | { readonly kind: "threshold"; readonly r: number }
  | { readonly kind: "regime"; readonly request: RegimeRequest }
  | { readonly kind: "certify"; readonly certification: Certification }
  | { readonly kind: "landscape"; readonly request: LandscapeRequest; readonly budget: number }
  | { readonly kind: "reduce"; readonly network: Source; readonly json: boolean }
  | { readonly kind: "path"; readonly request: PathRequest }
  | { readonly kind: "check"; readonly certificate: Source; readonly wanted: Wanted };

/** What each job gives back. */
export interface JobResult {
  readonly evidence: Verdict;
  readonly controls: ControlsResult;
  readonly graph: GraphReport;
  readonly topology: TopologyFinding;
  readonly count: ComparedCounts;
  readonly threshold: number | null;
  readonly regime: RegimeReport;
  readonly certify: CertificationReport | RejectedCertification;
  readonly landscape: LandscapeFinding;
  /** As they are printed. */
  readonly reduce: string;
  readonly path: readonly string[];
  readonly check: CertificateVerdict;
}

/** A message on the port that comes with a job. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being done, where a job has several parts. */
  readonly phase?: string;
}

/** What a job left. Errors lose their class between threads, so what a person can mend comes as data. */
export type Outcome<Kind extends Job["kind"]> =
  | { readonly result: JobResult[Kind] }
  | { readonly refusal: Pick<InputError, "problem" | "repair" | "place"> };

type ReportProgress = (done: number, total: number, phase?: string) => void;

/** Runs one job; the pool calls it in a worker thread. */
export default async function run({
  job,
  port,
}: {
  job: Job;
  port: MessagePort;
}): Promise<Outcome<Job["kind"]>> {
  const progress: ReportProgress = (done, total, phase) => {
    port.postMessage({ done, total, ...(phase === undefined ? {} : { phase }) } satisfies Progress);
  };
  try {
    return { result: await perform(job, progress) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { problem, repair, place } = error;
    return { refusal: { problem, repair, ...(place === undefined ? {} : { place }) } };
  } finally {
    port.close();
  }
}

async function perform(job: Job, progress: ReportProgress): Promise<JobResult[Job["kind"]]> {
  switch (job.kind) {
    case "evidence": {
      // Only here, so that the other jobs needn't wait for all claims to load.
      const { claimById } = await import("../claims/registry.js");
      const { evidenceOf } = await import("../claims/evidence/evidenceOf.js");
      const claim = claimById(job.claim);
      const evidence = claim && evidenceOf(claim).find(({ name }) => name === job.name);
      if (evidence === undefined) throw new RangeError(`no evidence ${job.name} of ${job.claim}`);
      return evidence.run({ maxM: job.maxM, seed: job.seed, progress });
    }
    case "controls": {
      const { runControlGroup } = await import("../claims/controls/groups.js");
      return runControlGroup(job.group);
    }
    case "graph":
      return graphReport(job.r, job.m, job.budget, progress);
    case "topology":
      return topologyFinding(job.r, job.m, job.budget, progress);
    case "count":
      return comparedCounts(job.r, job.m, job.compared);
    case "threshold":
      return lastFailing(job.r);
    case "regime":
      return regimeReport(job.request, progress);
    case "certify": {
      const { certify } = await import("./certification.js");
      return certify(job.certification, progress);
    }
    case "landscape": {
      const { landscapeOf } = await import("./landscaping.js");
      return landscapeOf(job.request, job.budget);
    }
    case "reduce": {
      const { reduceText } = await import("./reduceReport.js");
      return reduceText(job.network, job.json);
    }
    case "path": {
      const { pathLines } = await import("./pathReport.js");
      return pathLines(job.request);
    }
    case "check": {
      const { checkSource } = await import("./checking.js");
      return checkSource(job.certificate, job.wanted);
    }
  }
}
