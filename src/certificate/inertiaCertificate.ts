import { requireArguments } from "../exact/plainJavaScript.js";
import { type CertifiedInertia, certifiedInertia } from "../exact/inertia/inertia.js";
import type { IntegerMatrix } from "../exact/vectors/integerMatrix.js";
import type { Certificate } from "./certificate.js";
import { certificateVector } from "./certificateNetwork.js";

/** Claims that are about the inertia of a Hessian. */
export type SpectralClaim = "prop-4.4" | "ext-saddle" | "open-strict-saddles" | "cooper-2.3";

/** An inertia with its evidence, as certificates write it. Matrices are lists of their vectors. */
export interface InertiaBlock {
  readonly congruence: readonly (readonly string[])[];
  readonly identityRows: readonly number[];
  /** Numbers of positive, negative and zero eigenvalues. */
  readonly inertia: readonly number[];
  readonly kernel: readonly (readonly string[])[];
}

/**
 * The evidence for the inertia of a symmetric matrix. The matrix itself is in the certificate, or the checker
 * computes it.
 */
export function inertiaBlock({ inertia, kernel, identityRows, congruence }: CertifiedInertia): InertiaBlock {
  return {
    congruence: congruence.map((vector) => vector.map(String)),
    identityRows,
    inertia: [inertia.positive, inertia.negative, inertia.zero],
    kernel: kernel.map(certificateVector),
  };
}

/**
 * The inertia of a symmetric matrix of integers. The checker accepts it only if its caller gives the same
 * matrix: this file can't show that the matrix is a Hessian, nor what follows for the claim. {@link
 * criticalCertificate} can, where the loss is the squared error.
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example inertiaCertificate("cooper-2.3", [[1n, 1n], [1n, 1n]]).kind === "inertia"
 */
export function inertiaCertificate(claim: SpectralClaim, matrix: IntegerMatrix): Certificate {
  requireArguments({ text: { claim }, matrix: { matrix } });
  return {
    kind: "inertia",
    claim,
    body: { matrix: matrix.map((row) => row.map(String)), ...inertiaBlock(certifiedInertia(matrix)) },
  };
}
