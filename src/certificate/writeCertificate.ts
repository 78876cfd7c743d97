import { requireArguments } from "../exact/plainJavaScript.js";
import type { Certificate, Origin } from "./certificate.js";
import { certificatePieces } from "./certificateText.js";
import { outputPlace } from "./outputPlace.js";
import { ResumedFile } from "./resumedFile.js";
import { explainErrors } from "./systemErrors.js";

/** What {@link writeCertificate} wrote. */
export interface Written {
  readonly digest: string;
  readonly bytes: number;
}

/**
 * Writes a certificate to a file that appears under its name only once it is whole: a reader never sees half
 * of one.
 *
 * Interrupted work goes on where it ended: pieces that the partial file already has, byte for byte, are not
 * written again, and from the first difference on it is overwritten. Only one may write at a time, which
 * `holdOutput` ensures.
 *
 * @param make makes the certificate; called once it is clear that the file can be written.
 * @throws InputError if the file can't be written. What the partial file holds by then stays for the next
 *   run.
 * @example writeCertificate(file, () => enumerationCertificate(1, 2), { command: "none", version: "0.1.0"
 * }).bytes === 246
 */
export function writeCertificate(path: string, make: () => Certificate, origin: Origin): Written {
  requireArguments({ text: { path }, "{ command, version }": { origin } });
  const place = outputPlace(path);
  const file = explainErrors(path, () => new ResumedFile(place, path));
  try {
    const pieces = certificatePieces(make(), origin);
    for (let bytes = 0; ;) {
      const piece = pieces.next();
      if (piece.done === true) {
        explainErrors(path, () => {
          file.finish();
        });
        return { digest: piece.value, bytes };
      }
      bytes = explainErrors(path, () => file.append(piece.value));
    }
  } finally {
    file.close();
  }
}
