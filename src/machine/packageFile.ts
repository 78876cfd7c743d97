import { existsSync, readFileSync } from "node:fs";
import { InputError } from "../exact/inputError.js";

/** The folder of the package above this file, where it is compiled and where it is not. */
const ABOVE = ["../../../", "../../"];

/**
 * The text of a file that the package comes with.
 *
 * @param name from the package's folder on, such as `proofs/cover/width-2.json`.
 * @param repair how it can be made.
 * @throws InputError with both if it isn't there.
 */
export function packageFile(name: string, repair: string): string {
  const file = ABOVE.map((up) => new URL(up + name, import.meta.url)).find((url) => existsSync(url));
  if (file === undefined) throw new InputError("no such file", repair, name);
  return readFileSync(file, "utf8");
}
