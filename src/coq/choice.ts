import { InputError } from "../exact/inputError.js";
import type { Backend, BackendChoice } from "./backend.js";
import { INSTALL_EMBEDDED, embeddedCoq } from "./embedded.js";
import { nativeCoq } from "./native.js";

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
    `install Coq 8.16 or later (Debian: coq libcoq-stdlib), or Coq in JavaScript: ${INSTALL_EMBEDDED}`,
  );
}
