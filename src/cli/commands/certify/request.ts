import type { Written } from "../../../certificate/writeCertificate.js";
import type { CertificateVerdict } from "../../../checker/verdict.js";
import type { Parity } from "../../../exact/parity.js";
import type { SpuriousFamily } from "../../../landscape/spurious/starts.js";
import type { Source } from "../../files/sources.js";
import type { CriticalRequest, PredictedInertia } from "./criticalPoint.js";

/** What to certify. */
export type CertificationRequest =
  | { readonly what: "enumeration"; readonly r: number; readonly m: number }
  | {
      readonly what: "connected";
      readonly r: number;
      readonly m: number;
      /** The file of θ^r, or the dimensions and seed of a random one. */
      readonly theta:
        Source | { readonly inputDimension: number; readonly outputDimension: number; readonly seed: number };
    }
  | { readonly what: "morse"; readonly r: number; readonly m: number; readonly parity?: Parity }
  | {
      readonly what: "path";
      readonly from: Source;
      readonly to: Source;
      /** The name of an odd or even activation by which neurons may be mirrored. */
      readonly mirroredFor?: string;
    }
  | { readonly what: "literal formula"; readonly r: number; readonly m: number }
  | { readonly what: "gradient flow" }
  | { readonly what: "spurious"; readonly k: number; readonly family: SpuriousFamily }
  | CriticalRequest;

/** A request, where the certificate goes, and the command line that asks for it. */
export interface Certification {
  readonly request: CertificationRequest;
  readonly output: string;
  readonly command: string;
  /** Whether a file for Coq is wanted too. */
  readonly wantsFile: boolean;
  /** MiB. */
  readonly budget: number;
}

/** What a request led to: what was written, and the certificate as a file for Coq if that was wanted. */
export interface Certified {
  readonly report: CertificationReport;
  readonly forCoq?: string;
}

/** What was written. */
export interface CertificationReport extends Written {
  readonly claim: string;
  /** Of a critical point for a claim about inertias. */
  readonly inertias?: PredictedInertia;
}

/** A certificate that the checker rejects for its claim, so that it was not written. */
export interface RejectedCertification {
  readonly claim: CriticalRequest["claim"];
  readonly rejected: Exclude<CertificateVerdict, { readonly accepted: true }>;
}
