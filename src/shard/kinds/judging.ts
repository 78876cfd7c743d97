import { type CertifiedEnd, PRECISION, certifiedEnd } from "../../landscape/ends/certifiedEnd.js";
import { type EndData, endData } from "../../landscape/ends/endNetwork.js";
import { figureOne } from "../../landscape/ends/figureOne.js";
import {
  type LayeredDatum,
  type LayeredEnd,
  layeredEnd,
  layeredProblem,
} from "../../landscape/ends/layeredEnd.js";
import { type AnyRun, networkOfLayeredRun, networkOfRun } from "../../training/trainedRun.js";

/** What judges ends. The teachers' outputs are enclosed once. */
export function judging(): (run: AnyRun) => CertifiedEnd | LayeredEnd {
  let data: EndData | undefined;
  let problem: readonly LayeredDatum[] | undefined;
  return (run) => {
    if ("incoming" in run)
      return certifiedEnd(networkOfRun(run), figureOne, (data ??= endData(figureOne, PRECISION)));
    return layeredEnd(networkOfLayeredRun(run), (problem ??= layeredProblem()));
  };
}
