import { InputError } from "../exact/inputError.js";
import type { Backend, BackendChoice } from "./backend.js";
import { INSTALL_EMBEDDED, embeddedCoq } from "./embedded.js";
import { nativeCoq } from "./native.js";

/** What is to be installed where no Coq is found. */
const INSTALL_COQ = "install Coq 8.16 or later (Debian: apt-get install coq libcoq-stdlib)";

/** How a run that found no native Coq can be given one. */
export function howToHaveCoq(): string {
  const first = embeddedCoq() === undefined ? `\`${INSTALL_EMBEDDED}\` and ` : "";
  return `${INSTALL_COQ}, or ${first}give --proofs embedded, which takes many minutes`;
}

/**
 * The Coq that was asked for.
 *
 * @throws InputError if that Coq isn't installed.
 */
export async function chooseBackend(choice: BackendChoice): Promise<Backend> {
  const native = choice === "embedded" ? undefined : await nativeCoq();
  const chosen = native ?? (choice === "native" ? undefined : embeddedCoq());
  if (chosen !== undefined) return chosen;
  throw new InputError(
    choice === "auto"
      ? "proofs: NOT RUN, there is no Coq here"
      : `proofs: NOT RUN, there is no ${choice} Coq here`,
    `${INSTALL_COQ}, or Coq in JavaScript: ${INSTALL_EMBEDDED}`,
  );
}
