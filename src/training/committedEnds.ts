import { packageFile } from "../machine/packageFile.js";
import { type EndsOf, parseEndsOf } from "./endsFile.js";
import type { SettingName } from "./names.js";

/**
 * The ends that the package comes with, in proofs/ends.
 *
 * @throws InputError if there are none of this setting and width.
 */
export function committedEnds<Setting extends SettingName>(setting: Setting, width: number): EndsOf<Setting> {
  const name = `proofs/ends/${setting}-${width}.json`;
  return parseEndsOf(setting, packageFile(name, "make it by equiloss train"), name);
}
