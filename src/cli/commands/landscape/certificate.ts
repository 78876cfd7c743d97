import { type ExpandedPoint, criticalCertificate } from "../../../certificate/criticalCertificate.js";
import { splittingCertificate } from "../../../certificate/splittingCertificate.js";
import { InputError } from "../../../exact/inputError.js";
import { squaredError } from "../../../landscape/loss/cost.js";
import type { LandscapePoint } from "../../../landscape/criticalPoints/landscapeAt.js";
import { writeAccepted } from "../../files/writeAccepted.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import { shellWord } from "../../terminal/shellWord.js";
import { copiedNetwork } from "./copies.js";

/**
 * The claim of the certificate. By Prop. 4.4 its rule, which is about the gradient and both Hessians, holds
 * at all points above an irreducible critical one.
 */
const CRITICAL_CLAIM = "prop-4.4";

/** The claim where the gradient isn't 0: the Hessian above copies splits there, too. */
const OTHER_CLAIM = "ext-inertia";

/** The certificate that was written of a landscape, and how to check it. --json prints this as it is. */
export interface LandscapeCertificate {
  readonly file: string;
  readonly claim: typeof CRITICAL_CLAIM | typeof OTHER_CLAIM | "fig-1";
  readonly bytes: number;
  readonly digest: string;
  /** The command that checks it, for a shell. */
  readonly check: string;
}

/** Names of files, as they were typed. */
export interface CertificateNames {
  readonly file: string;
  readonly network: string;
  readonly data: string;
}

/**
 * The point, as one above the irreducible network that it reduces to. This doesn't test whether it is
 * critical.
 *
 * @throws InputError if the cost is not the squared error, or if the point is not in Γ̄ (Def. 4.1) above its
 *   reduction.
 */
export function pointAbove({ network, data, activation, cost }: LandscapePoint): ExpandedPoint {
  if (cost.name !== squaredError.name) {
    throw refusal("the checker computes no other cost than the squared error", "take --cost squared");
  }
  const copied = copiedNetwork(network);
  if ("problem" in copied) throw refusal(copied.problem, copied.repair);
  return { theta: copied.theta, network, beta: copied.beta, data, activation };
}

/** Why there is no certificate, and what to do. */
export function refusal(problem: string, repair: string): InputError {
  return new InputError(
    `no certificate is possible: ${problem}`,
    `${repair}, or leave the option out`,
    "--certificate",
  );
}

/**
 * Writes the certificate once the checker has accepted it. The checker's limits are on digits and characters,
 * which are known only then.
 *
 * @param isCritical whether the gradient is 0 there.
 * @throws InputError if the gradient isn't 0 and no neuron has copies, if the numbers are too long for the
 *   checker, or if the file can't be written.
 */
export async function writeLandscapeCertificate(
  point: ExpandedPoint,
  isCritical: boolean,
  { file, network, data }: CertificateNames,
): Promise<LandscapeCertificate> {
  const [r, m, form] = [point.theta.units.length, point.network.units.length, point.activation.name];
  if (!isCritical && r === m) {
    throw refusal(
      "the gradient is not 0, and the claims that the checker settles are about critical points, or copies",
      "give a critical point, with all weights and data exact, or a network with copies",
    );
  }
  const claim = isCritical ? CRITICAL_CLAIM : OTHER_CLAIM;
  const certificate = isCritical ? criticalCertificate(CRITICAL_CLAIM, point) : splittingCertificate(point);
  const command = `equiloss landscape <network> <data> --activation ${form}`;
  const origin = { command, version: packageVersion() };
  const submission = { file, certificate, expected: { claim, r, m }, origin };
  const { bytes, digest } = await writeAccepted(submission, (limit) =>
    refusal(
      `the numbers are too long for the checker (${limit})`,
      "give fewer neurons or data, or shorter weights",
    ),
  );
  // Only an irreducible network is one that the caller can name to the checker by its own file.
  const below = r === m ? ["--network", shellWord(network)] : [];
  const words = [shellWord(file), "--claim", claim, "--r", r, "--m", m, "--data", shellWord(data)];
  const line = ["equiloss check", ...words, "--activation", form, ...below].join(" ");
  return { file, claim, bytes, digest, check: line };
}
