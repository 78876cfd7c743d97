import { fileURLToPath } from "node:url";

/** The folder of the proofs that come with the program, five folders above the compiled file. */
export const OWN_PROOFS = fileURLToPath(new URL("../../../../../proofs", import.meta.url));
