import { type JudgedEnds, type JudgedRun, writtenVerdict } from "../../../certificate/judgedEnds.js";
import { InputError } from "../../../exact/inputError.js";
import { PRECISION, certifiedEnd } from "../../../landscape/ends/certifiedEnd.js";
import { endData } from "../../../landscape/ends/endNetwork.js";
import { figureOne } from "../../../landscape/ends/figureOne.js";
import { parseEnds } from "../../../training/endsFile.js";
import { networkOfRun } from "../../../training/trainedRun.js";
import { type Source, textOf } from "../../files/sources.js";
import type { Hear } from "../../terminal/progress.js";

/**
 * The verdict on every run of a file.
 *
 * @throws InputError if it is no file of ends of Figure 1.
 */
export function judgedEnds({ ends }: { readonly ends: Source }, hear: Hear): JudgedEnds {
  const { setting, width, runs } = parseEnds(textOf(ends), ends.place);
  if (setting !== "fig1")
    throw new InputError(`its runs are of ${setting}`, "give ends of the setting fig1", ends.place);
  const data = endData(figureOne, PRECISION);
  const judged = runs.map((run, index): JudgedRun => {
    hear(index, runs.length);
    const verdict = writtenVerdict(certifiedEnd(networkOfRun(run), figureOne, data));
    return { seed: run.seed, verdict };
  });
  return { setting, width, runs: judged };
}
