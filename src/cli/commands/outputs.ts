import type { VerificationResult } from "../../claims/evidence/claimResult.js";
import type { CertificateVerdict } from "../../checker/verdict.js";
import { print } from "../terminal/output.js";
import { fitted } from "../terminal/wrapped.js";
import type { PrintedCertification } from "./certify/certified.js";
import type { BothVerdicts } from "./check/both.js";
import type { ClassifyReport } from "./classify/report.js";
import type { CompareReport } from "./compare/report.js";
import type { CountReport } from "./count/counts.js";
import type { PrintedCrosscheck } from "./crosscheck/report.js";
import type { PrintedExpansion } from "./expand/run.js";
import type { Explanations } from "./explain/report.js";
import type { PrintedExport } from "./export/run.js";
import type { GraphReport } from "./graph/report.js";
import type { PrintedImport } from "./import/run.js";
import type { LandscapeFinding } from "./landscape/finding.js";
import type { Cover } from "../../exclusion/coverFile.js";
import type { JudgedEnds } from "../../certificate/judgedEnds.js";
import type { PathListing } from "./path/listing.js";
import type { PathChange } from "./path/report.js";
import type { PrintedProofs } from "./proofs/run.js";
import type { ReduceReport } from "./reduce/report.js";
import type { RegimeReport } from "./regime/report.js";
import type { PrintedReport } from "./report/run.js";
import type { PrintedMerge, PrintedPlan, PrintedSlot } from "./shard/run.js";
import { taggedJson } from "./taggedJson.js";
import type { ThresholdReport } from "./threshold/run.js";
import type { TopologyReport } from "./topology/report.js";
import type { PrintedTraining } from "./train/run.js";
import type { ClaimsList } from "./verify/list.js";

/** An error, as it is printed under --json. */
export interface ErrorReport {
  readonly error: {
    readonly problem: string;
    /** What to do about it, in the imperative. */
    readonly repair: string;
    /** The argument, the option, or the file with line and column that is at fault, if there is one. */
    readonly place?: string;
    readonly exitCode: number;
  };
}

/** What is printed as JSON, by name. */
export interface Outputs {
  readonly certify: PrintedCertification;
  readonly check: CertificateVerdict | BothVerdicts;
  readonly claims: ClaimsList;
  readonly classify: ClassifyReport;
  readonly compare: CompareReport;
  readonly count: CountReport;
  readonly cover: Cover;
  readonly crosscheck: PrintedCrosscheck;
  readonly error: ErrorReport;
  readonly expand: PrintedExpansion;
  readonly explain: Explanations;
  readonly export: PrintedExport;
  readonly graph: GraphReport;
  readonly import: PrintedImport;
  readonly "judged-ends": JudgedEnds;
  readonly landscape: LandscapeFinding;
  readonly path: PathListing;
  readonly "path-change": PathChange;
  readonly proofs: PrintedProofs;
  readonly reduce: ReduceReport;
  readonly regime: RegimeReport;
  readonly report: PrintedReport;
  readonly "shard-merge": PrintedMerge;
  readonly "shard-plan": PrintedPlan;
  readonly "shard-run": PrintedSlot;
  readonly threshold: ThresholdReport;
  readonly topology: TopologyReport;
  readonly train: PrintedTraining;
  readonly verification: Omit<VerificationResult, "format">;
}

/** The same with the formats: docs/schemas has a schema for each, which test/cli/schemas.test.ts makes. */
export type Formats = {
  readonly [Name in keyof Outputs]: { readonly format: `equiloss-${Name}/1` } & Outputs[Name];
};

/** Writes a result as JSON if that was asked for, else as lines for a person, as wide as the terminal. */
export function printResult<Name extends keyof Outputs>(
  { json }: { readonly json?: boolean },
  name: Name,
  result: Outputs[Name],
  lines: (result: Outputs[Name]) => string,
): void {
  print(json === true ? taggedJson(name, result) : fitted(lines(result)));
}
