/**
 * The claims of the source texts, one in each file, and the evidence for them. Uses all rooms of the
 * mathematics, and `certificate`, `checker`, `crosscheck` and `properties`. Begin with `registry` and
 * `evidence/claim`; then one claim, such as `thm-3.1-count`.
 */
export { type ControlsResult } from "./evidence/controlsResult.js";
export {
  type Claim,
  type Evidence,
  type EvidenceContext,
  type EvidenceKind,
  type EvidenceOf,
  type Property,
  type ProvedInPart,
  type SampleOptions,
  type SampleResult,
} from "./evidence/claim.js";
export { type ClaimResult, type TimedVerdict } from "./evidence/claimResult.js";
export {
  type Certified,
  type Exhaustive,
  type FoundTable,
  type Missing,
  type Numeric,
  type Proved,
  type Refuted,
  type Sampled,
  type Verdict,
} from "./evidence/verdict.js";
export { claimById, claims } from "./registry.js";
export { type ClaimsVerification, type VerifyOptions, verify } from "./verification/verify.js";
