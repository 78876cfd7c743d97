import { InputError } from "../exact/inputError.js";
import { formatRational, rational } from "../exact/numbers/rational.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import type { SpuriousFamily } from "../landscape/spurious/starts.js";
import { type SymmetricCritical, symmetricCritical } from "../landscape/spurious/symmetricCritical.js";
import type { Certificate } from "./certificate.js";

/** The loss is told in billionths, rounded down. */
const BILLION = 1_000_000_000n;

/**
 * A certificate of kind `spurious`: the five numbers of a student in dyadic numbers, with a box about them
 * that holds a critical point; a congruence for each of the two 5 × 5 blocks of the Hessian, by which the
 * checker sees that it is a minimum; and a number below the loss there.
 *
 * @param k the units of student and teacher.
 * @param family of minima, by what becomes of the loss for large k.
 * @throws InputError if no minimum of the family is known for k.
 * @example spuriousCertificate(6, "decaying").body.k // 6
 */
export function spuriousCertificate(k: number, family: SpuriousFamily): Certificate {
  requireArguments({ size: { k }, text: { family } });
  const critical = symmetricCritical(k, family);
  if (critical.index > 0n) {
    throw new InputError(
      `for k = ${k} the critical point of the family ${family} is a saddle of index ${critical.index}`,
      `give k from ${family === "decaying" ? 6 : 7}`,
    );
  }
  return pointCertificate(k, critical);
}

/**
 * The same of any critical point. The checker rejects it if that is no minimum.
 *
 * @example pointCertificate(5, symmetricCritical(5, "decaying")).kind // "spurious"
 */
export function pointCertificate(k: number, critical: SymmetricCritical): Certificate {
  const { center, radius, loss, trivial, standard } = critical;
  const units = (loss.lower * BILLION) >> BigInt(loss.precision);
  return {
    kind: "spurious",
    claim: "ext-spurious",
    body: {
      box: formatRational(radius),
      center: center.map(formatRational),
      congruences: [trivial, standard].map(({ congruence }) => congruence.map((x) => x.map(String))),
      k,
      loss: formatRational(rational(units, BILLION)),
    },
  };
}
