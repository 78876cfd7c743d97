import { requireArguments } from "../exact/plainJavaScript.js";
import { createHash } from "node:crypto";
import { canonicalPieces, canonicalText } from "./canonicalJson.js";
import { CERTIFICATE_FORMAT, type Certificate, type Origin } from "./certificate.js";

/** What the text of every certificate begins with. */
export const TEXT_START = '{"body":';

/**
 * Pieces are joined into texts of about this many characters, since each call to hash or to write has a cost.
 */
const BUFFERED = 1 << 16;

/**
 * The text of a certificate's file in pieces: canonical JSON with the digest of all the rest, and a newline.
 *
 * In the order of keys the digest comes after the body, so it is known by the time it is written. A body of
 * any length passes through in constant memory.
 *
 * @returns the digest.
 * @throws RangeError as {@link canonicalPieces}.
 */
export function* certificatePieces(
  { kind, claim, body }: Certificate,
  { command, version }: Origin,
): Generator<string, string> {
  const digest = createHash("sha256");
  let text = TEXT_START;
  for (const piece of canonicalPieces(body)) {
    text += piece;
    if (text.length < BUFFERED) continue;
    digest.update(text);
    yield text;
    text = "";
  }
  const before = `,"claim":${canonicalText(claim)},"command":${canonicalText(command)}`;
  const after =
    `,"format":${JSON.stringify(CERTIFICATE_FORMAT)},"kind":${JSON.stringify(kind)}` +
    `,"version":${canonicalText(version)}}`;
  const name = `sha256:${digest.update(text).update(before).update(after).digest("hex")}`;
  yield `${text}${before},"digest":${JSON.stringify(name)}${after}\n`;
  return name;
}

/**
 * The whole text of a certificate's file, for certificates that fit in memory.
 *
 * @example (await checkCertificate(certificateText(enumerationCertificate(1, 4), { command: "none", version:
 * "0.1.0" }), { claim: "thm-3.1-count", r: 1, m: 4 })).accepted === true
 */
export function certificateText(certificate: Certificate, origin: Origin): string {
  requireArguments({ "{ kind, claim, body }": { certificate }, "{ command, version }": { origin } });
  return [...certificatePieces(certificate, origin)].join("");
}
