import type { Streamed } from "./canonicalJson.js";

/** The format tag of certificates; src/checker/SPEC.md says what they may hold. */
export const CERTIFICATE_FORMAT = "equiloss-cert/1";

/** What a certificate says, before it is written to a file. */
export interface Certificate {
  /** A kind that the checker knows: it rejects any other. */
  readonly kind: string;
  /** The id of the claim that the certificate is about. */
  readonly claim: string;
  readonly body: Readonly<Record<string, Streamed>>;
}

/** Where a certificate comes from. The certificate says so, and the checker gives this no weight. */
export interface Origin {
  /** The command line that makes the certificate again. */
  readonly command: string;
  /** The version of the program that made the certificate. */
  readonly version: string;
}
