import { createHash } from "node:crypto";
import { InputError } from "../exact/inputError.js";
import { packageFile } from "../machine/packageFile.js";
import type { JudgedEnds, JudgedSetting } from "./judgedEnds.js";
import { parseJudgedEnds } from "./readJudgedEnds.js";

/**
 * The verdicts that the package comes with, on the ends of Figure 1(c), or of another problem, at a width.
 *
 * @throws InputError if there are none, or they are on other ends than those beside them.
 * @example committedVerdicts(5).runs.length === 50
 */
export function committedVerdicts(width: number, setting: JudgedSetting = "fig1"): JudgedEnds {
  const repair = "make it by equiloss ends -o";
  const name = `proofs/ends/judged-${setting}-${width}.json`;
  const ends = packageFile(`proofs/ends/${setting}-${width}.json`, "make it by equiloss train");
  return verdictsOn({ setting, width, ends }, packageFile(name, repair), name);
}

/**
 * Reads a file of verdicts on the ends of a file.
 *
 * @param on the setting, the width, and the text of the file of ends.
 * @throws InputError with place, if the text is no such file, or its verdicts are on other ends.
 */
export function verdictsOn(
  on: { readonly setting: JudgedSetting; readonly width: number; readonly ends: string },
  text: string,
  place: string,
): JudgedEnds {
  const verdicts = parseJudgedEnds(text, place);
  const digest = `sha256:${createHash("sha256").update(on.ends).digest("hex")}`;
  const isOn = verdicts.setting === on.setting && verdicts.width === on.width && verdicts.ends === digest;
  if (isOn) return verdicts;
  throw new InputError("its verdicts are on other ends", "have it made anew by equiloss ends", place);
}
