/**
 * Certificates, which the checker accepts or not without trusting who wrote them, and their files. Uses
 * `exact`, `combinatorics`, `network`, `manifold`, `landscape` and the machine's files.
 * Begin with `certificate` and `certificateText`; then a producer such as `enumerationCertificate`.
 */
export { type CanonicalValue, type Streamed } from "./canonicalJson.js";
export { type Certificate, type Origin } from "./certificate.js";
export { type CertificateNetwork, certificateNetwork, certificateVector } from "./certificateNetwork.js";
export { certificateText } from "./certificateText.js";
export { connectedCertificate } from "./connectedCertificate.js";
export { gradientFlowCounterexample, literalFormulaCounterexample } from "./counterexampleCertificate.js";
export {
  type CriticalCertificate,
  type ExpandedPoint,
  certificateActivation,
  certificateData,
  criticalCertificate,
} from "./criticalCertificate.js";
export { type Difference, differenceCertificate } from "./differenceCertificate.js";
export { enumerationCertificate } from "./enumerationCertificate.js";
export { independenceCertificate } from "./independenceCertificate.js";
export { type InertiaBlock, type SpectralClaim, inertiaCertificate } from "./inertiaCertificate.js";
export {
  type CertificateLayers,
  certificateLayers,
  layeredPathCertificate,
} from "./layeredPathCertificate.js";
export { fitsMorse, morseCertificate } from "./morseCertificate.js";
export {
  type NearCriticalPoint,
  certificateActivationName,
  nearCriticalCertificate,
} from "./nearCriticalCertificate.js";
export { pathCertificate } from "./pathCertificate.js";
export { type PathForm } from "./pathChanges.js";
export { type SplittingCertificate, splittingCertificate } from "./splittingCertificate.js";
export { spuriousCertificate } from "./spuriousCertificate.js";
export { type Written, writeCertificate } from "./writeCertificate.js";
