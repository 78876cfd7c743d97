import type { Streamed } from "./canonicalJson.js";

/** The format tag of certificates; src/checker/SPEC.md says what they may hold. */
export const CERTIFICATE_FORMAT = "equiloss-cert/1";

/** What a certificate says, before it is put into a file. */
export interface Certificate {
  /** One that the checker knows: it refuses others. */
  readonly kind: string;
  /** The id of the claim that it is about. */
  readonly claim: string;
  readonly body: Readonly<Record<string, Streamed>>;
}

/** Where a certificate comes from: written into it, and of no weight to the checker. */
export interface Origin {
  /** The command line that makes it again. */
  readonly command: string;
  /** The version of this program. */
  readonly version: string;
}
