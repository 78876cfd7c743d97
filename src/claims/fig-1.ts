import { committedVerdicts } from "../certificate/committedVerdicts.js";
import { properties } from "../../properties/fig-1.js";
import { certificates } from "./evidence/certificates.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import {
  CLAIMED_FAILURES,
  CLAIMED_WIDTHS,
  COMMITTED_WIDTHS,
  checkCounts,
  countCases,
  countTable,
  layeredTable,
} from "./instances/endCounts.js";
import { failureCertificates } from "./instances/figureOneCertificates.js";
import {
  type FigureOneEnd,
  checkEnd,
  failurePoints,
  figureOneEnds,
  isFailed,
} from "./instances/figureOneEnds.js";
import { checkUnits } from "./instances/figureOneUnits.js";
import { checkLayeredEnd, layeredCaseCount, layeredCases } from "./instances/layeredEnds.js";

/** The width of Fig. 1 at which students fail, and how many runs there are at each width. */
const WIDTH = 5;
const RUNS = 50;

export const claim: Claim = {
  id: "fig-1",
  title: "Do the failed runs of Figure 1 end at saddles?",
  answer:
    "no, as we trained them: of 13 failures of 50 runs at width 5, 11 end at strict local minima " +
    "that are neither symmetry-induced nor copy-average points, and 2 on a channel to infinity",
  statement:
    "Of 50 students of width 5, trained by Adam and then by steps of second order, 37 end close to a " +
    "network of zero loss, 8 of them outside Θ, where units are mirrored or add a constant; 11 end within " +
    "1e-10 of a strict local minimum of loss above 0.0014, and 2 on their way to infinity: the outgoing " +
    "weights of two units grow with opposite signs, and the limit is a strict local minimum, from which " +
    "the loss rises along the channel (L₂ > 0). None of the 13 failures ends at a saddle, and none of the " +
    "minima is symmetry-induced: their Hessians are regular, while points of Θ̄_{r→5}, r < 5, are never " +
    "isolated. Nor do their units copy the teacher's, as all but one do at a copy-average point (Şimşek et " +
    "al. 2023, for students narrower than the teacher): none is ± one of the teacher's, or within 1/100 " +
    "of one. But each has a unit within 3/40 of ± the mean of the teacher's third and " +
    "fourth, which are twice as far from their mean. So for these runs it isn't saddles that the failures " +
    "of Figure 1 end at. At width 4, 39 of 50 fail, at widths 6, 7 and 8 three, three and one, at 9, 10 " +
    "and 45 none: again at strict local minima and on channels, one of them at width 7 along which three " +
    "units run off, two of which become mirror images and one a constant; none ends at a saddle. With " +
    "three hidden layers, as in panel (e), 50 of 50 students of widths 5-5-5 end at a mean squared error " +
    "above 1e-4, and none of 8 of widths 10-10-10 does, after as many steps",
  limits:
    "This is about where these runs end, not about what slowed them, and not about other optimizers or " +
    "starts: those of the paper are not published. Training is in floats, and only its ends are judged. " +
    "That a run is close to zero loss is that its loss is at most 1e-9, with the distance to a network " +
    "of zero loss told for each. The checker's targets are the teacher's outputs, rounded at 2^−120. " +
    "That a limit with L₂ > 0 is a minimum at infinity is the claim ext-channels. A run of verify judges " +
    "all ends of width 5; of the other widths it counts the committed verdicts, which a test judges. With " +
    "three hidden layers only the loss at the end is enclosed: nothing is said of a network of zero loss near " +
    "a low one, nor of a critical point near a high one, and most students were still moving. The bound 1e-4 " +
    "is ours; the targets have a variance of 25.19. The wide students of panel (e) have widths 20-20-20 in the " +
    "paper's code; those were not trained here",
  source: "Şimşek et al. 2021, Fig. 1",
  hypotheses: [
    "the problem of Figure 1: sigmoid, a teacher of 4 units, 1,681 inputs",
    "of panel (e): tanh and biases, a teacher with hidden widths 4-4-4, the same inputs",
    "the committed ends",
  ],
  evidence: [
    certificates("minima", {
      what:
        "where runs fail, a strict local minimum lies within the radius of the end, or one of the limit that " +
        "it is on its way to, from which the loss rises along the channel",
      range: `the points at which runs of width ${WIDTH} fail, one for all runs that end there`,
      expected: () => BigInt(new Set(lossesOfFailures()).size),
      instances: () => failureCertificates(failurePoints(figureOneEnds(WIDTH))),
    }),
    everyCase("ends", {
      what:
        "each run ends as its verdict says: near a network that reduces to the teacher, or near a point, " +
        "perhaps of a limit, with a certificate",
      range: `all runs of width ${WIDTH}`,
      expected: BigInt(RUNS),
      cases: () => figureOneEnds(WIDTH),
      check: (end: FigureOneEnd) => checkEnd(end, failurePoints(figureOneEnds(WIDTH))),
    }),
    everyCase("units", {
      what:
        "the point near an end, which may be of a limit, is not symmetry-induced, and no unit of it is ± one of " +
        "the teacher's, or within 1/100 of that; but one is within 3/40 of ± the mean of the third and the fourth",
      range: "the runs that fail, of all widths whose ends are committed",
      expected: BigInt(CLAIMED_FAILURES),
      cases: () => COMMITTED_WIDTHS.flatMap((width) => figureOneEnds(width).filter(isFailed)),
      check: checkUnits,
    }),
    everyCase("counts", {
      what: "as many runs end in each way as is claimed, and the exact 95 % intervals have their tails",
      range: "the widths whose ends are committed",
      expected: BigInt(CLAIMED_WIDTHS),
      cases: countCases,
      check: checkCounts,
      table: countTable,
    }),
    everyCase("layers", {
      what:
        "with three hidden layers: the losses that are said to be above 1e-4 are, and one of each width that the " +
        "seed draws is within the bounds that are said",
      range: "all such runs above 1e-4, and one run of each width",
      expected: layeredCaseCount,
      cases: (_, seed) => layeredCases(seed),
      check: checkLayeredEnd,
      table: layeredTable,
    }),
  ],
  properties,
};

/** The losses at which runs fail, to ten digits: as many as there are points. */
function lossesOfFailures(): string[] {
  return committedVerdicts(WIDTH).runs.flatMap(({ verdict }) =>
    verdict.kind === "critical" || verdict.kind === "infinity" ? verdict.loss.join(" ") : [],
  );
}
