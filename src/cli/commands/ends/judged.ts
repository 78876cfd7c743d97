import {
  type JudgedEnds,
  type JudgedRun,
  writtenVerdict,
  networkOfEnd,
} from "../../../certificate/endsFile.js";
import { certifiedEnd, PRECISION } from "../../../landscape/ends/certifiedEnd.js";
import { endData } from "../../../landscape/ends/endNetwork.js";
import { figureOne } from "../../../landscape/ends/figureOne.js";
import type { Source } from "../../files/sources.js";
import type { Hear } from "../../terminal/progress.js";
import { endsIn } from "./endsIn.js";

/** The verdict on every run of a file. */
export function judgedEnds({ ends }: { readonly ends: Source }, hear: Hear): JudgedEnds {
  const { setting, width, runs } = endsIn(ends);
  const data = endData(figureOne, PRECISION);
  const judged = runs.map((run, index): JudgedRun => {
    hear(index, runs.length);
    return { ...run, verdict: writtenVerdict(certifiedEnd(networkOfEnd(run), figureOne, data)) };
  });
  return { setting, width, runs: judged };
}
