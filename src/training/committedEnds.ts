import { existsSync, readFileSync } from "node:fs";
import { InputError } from "../exact/inputError.js";
import { type EndsOf, parseEndsOf } from "./endsFile.js";
import type { SettingName } from "./names.js";

/** The folder of the package above this file, where it is compiled and where it is not. */
const ABOVE = ["../../../", "../../"];

/**
 * The ends that the package comes with, in proofs/ends.
 *
 * @throws InputError if there are none of this setting and width.
 */
export function committedEnds<Setting extends SettingName>(setting: Setting, width: number): EndsOf<Setting> {
  const name = `proofs/ends/${setting}-${width}.json`;
  const file = ABOVE.map((up) => new URL(up + name, import.meta.url)).find((url) => existsSync(url));
  if (file === undefined) throw new InputError("no such file", "make it by equiloss train", name);
  return parseEndsOf(setting, readFileSync(file, "utf8"), name);
}
