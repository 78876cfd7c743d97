/**
 * The checker of certificates, all that has to be believed: it uses nothing outside this folder. Begin with `SPEC.md`,
 * then `check.ts`.
 */
export { checkCertificate } from "./check.js";
export {
  type CertificateVerdict,
  type Expected,
  type RuleName,
  type WrittenLayers,
  type WrittenNetwork,
} from "./verdict.js";
