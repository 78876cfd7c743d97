import type { MessagePort } from "node:worker_threads";
import { claimById } from "../claims/registry.js";
import type { Verdict } from "../claims/verdict.js";
import { countReport, type CountReport } from "./countReport.js";
import { graphReport, type GraphReport } from "./graphReport.js";
import { lastFailing } from "../combinatorics/threshold.js";

/** Work that may take long: done off the main thread, so that Ctrl-C is heard and progress is shown. */
export type Job =
  | {
      readonly kind: "evidence";
      readonly claim: string;
      readonly name: string;
      readonly maxM: number;
      readonly seed: number;
    }
  | { readonly kind: "graph"; readonly r: number; readonly m: number; readonly budget: number }
  | { readonly kind: "count"; readonly r: number; readonly m: number }
  | { readonly kind: "threshold"; readonly r: number };

/** What each job gives back. */
export interface JobResult {
  readonly evidence: Verdict;
  readonly graph: GraphReport;
  readonly count: CountReport;
  readonly threshold: number | null;
}

/** A message on the port that comes with a job. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Runs one job; the pool calls it in a worker thread. */
export default function run({ job, port }: { job: Job; port: MessagePort }): JobResult[Job["kind"]] {
  const progress = (done: number, total: number): void => {
    port.postMessage({ done, total } satisfies Progress);
  };
  try {
    return perform(job, progress);
  } finally {
    port.close();
  }
}

function perform(job: Job, progress: (done: number, total: number) => void): JobResult[Job["kind"]] {
  switch (job.kind) {
    case "evidence": {
      const evidence = claimById(job.claim)?.evidence.find(({ name }) => name === job.name);
      if (evidence === undefined) throw new RangeError(`no evidence ${job.name} of ${job.claim}`);
      return evidence.run({ maxM: job.maxM, seed: job.seed, progress });
    }
    case "graph":
      return graphReport(job.r, job.m, job.budget, progress);
    case "count":
      return countReport(job.r, job.m);
    case "threshold":
      return lastFailing(job.r);
  }
}
