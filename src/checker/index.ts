/**
 * The checker of certificates. To trust a certificate is to trust this folder alone: it uses nothing outside.
 * Begin with `src/checker/SPEC.md` of the package, then `check`.
 */
export { checkCertificate } from "./check.js";
export {
  type CertificateVerdict,
  type Expected,
  type RuleName,
  type WrittenLayers,
  type WrittenNetwork,
} from "./verdict.js";
