import { chooseBackend } from "../../../coq/choice.js";
import { readDevelopment } from "../../../coq/development.js";
import { checkByCoq } from "../../../kernel/checkByCoq.js";
import { writeWhole } from "../../files/wholeFile.js";
import { withOutputToo } from "../../files/withOutput.js";
import { measured } from "../../terminal/progress.js";
import { interruptible } from "../../threads/interruptible.js";
import { OWN_PROOFS } from "../proofs/ownProofs.js";
import type { ByCoq } from "./both.js";

/** Has the installed Coq, or the embedded one, run the checker on a certificate, which is a file for it. */
export async function verdictOfCoq(file: string): Promise<ByCoq> {
  const backend = await chooseBackend("auto");
  const development = readDevelopment(OWN_PROOFS);
  const verdict = await measured(`Coq ${backend.version}`)((hear) =>
    interruptible(
      backend,
      () => "there is no verdict",
      () => checkByCoq(file, development, backend, hear),
    ),
  );
  return verdict.accepted
    ? { accepted: true, shows: `Coq ${backend.version} proves it, without axioms` }
    : { accepted: false, rule: "coq", where: "body", reason: verdict.reason };
}

/**
 * Does work that writes a file for Coq, if it comes to that.
 *
 * @throws InputError if the file can't be written, or is one of the inputs. Nothing has been done then.
 */
export function writingForCoq<Result>(
  output: string,
  inputs: Readonly<Record<string, string | undefined>>,
  work: (write: (file: string) => void) => Promise<Result>,
): Promise<Result> {
  const place = { option: "--coq", output, what: "a file for Coq", inputs };
  return withOutputToo(place, () =>
    work((file) => {
      writeWhole(output, new TextEncoder().encode(file));
    }),
  );
}
