import type fc from "fast-check";
import type { Certificate } from "../../../src/certificate/certificate.js";
import { certificateText } from "../../../src/certificate/certificateText.js";
import type { Expected } from "../../../src/checker/verdict.js";
import type { Json } from "../seal.js";

/** A sealed certificate and what its caller asks for. */
export interface Made {
  readonly text: string;
  readonly expected: Expected;
}

export type Members = Record<string, Json>;

/** What a caller asks; undefined asks nothing. */
export type CallerRequest = { readonly [name in keyof Expected]?: unknown };

/** What the checker's tests have to know of a kind. */
export interface TestedKind {
  readonly kind: string;
  /** The claims that it settles. */
  readonly claims: readonly string[];
  /** What a caller who wants what a body says has to ask, besides the claim. */
  readonly request: (body: Members) => CallerRequest;
  /** The number of files of this kind in corpus/accept. */
  readonly accepted: number;
  /** By file of the corpus, what its caller asks otherwise. */
  readonly otherwise: Readonly<Record<string, CallerRequest>>;
  /** By file, what its acceptance says, or the place and the reason of its rejection. */
  readonly says: Readonly<Record<string, string>>;
  /** Certificates for small sizes; most are valid. */
  readonly certificates: fc.Arbitrary<Made>;
  /** How many of the random certificates are of this kind, in proportion. */
  readonly weight: number;
  /** The second checker's answer; see ../second/README.md. */
  readonly holds: (body: Json | undefined, expected: Expected) => boolean;
}

/** A certificate that a producer made, with what its caller asks besides the claim. */
export function made(certificate: Certificate, request: CallerRequest): Made {
  return {
    text: certificateText(certificate, { command: "by hand", version: "0.1.0" }),
    expected: { ...request, claim: certificate.claim } as Expected,
  };
}

/** Pairs (r, m) whose labelled partitions are few. */
export const SIZES = [
  [1, 1],
  [1, 2],
  [1, 3],
  [1, 4],
  [2, 2],
  [2, 3],
  [2, 4],
  [3, 3],
  [3, 4],
] as const;
