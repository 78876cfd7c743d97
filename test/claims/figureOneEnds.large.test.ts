import { describe, expect, it, test } from "vitest";
import { committedVerdicts } from "../../src/certificate/committedVerdicts.js";
import { writtenVerdict } from "../../src/certificate/judgedEnds.js";
import { certified } from "../../src/claims/evidence/certified.js";
import { failureCertificates } from "../../src/claims/instances/figureOneCertificates.js";
import { checkEnd, failurePoints, figureOneEnds } from "../../src/claims/instances/figureOneEnds.js";
import { LAYERED_WIDTHS, checkLayeredEnd, layeredEnds } from "../../src/claims/instances/layeredEnds.js";
import { PRECISION, certifiedEnd } from "../../src/landscape/ends/certifiedEnd.js";
import { endData } from "../../src/landscape/ends/endNetwork.js";
import { figureOne } from "../../src/landscape/ends/figureOne.js";
import { layeredEnd, layeredProblem } from "../../src/landscape/ends/layeredEnd.js";
import { quickContext } from "./quickContext.js";

const data = endData(figureOne, PRECISION);

describe.each([4, 5, 6, 7, 8, 9, 10, 45])("the ends of width %d", (width) => {
  const ends = figureOneEnds(width);
  const points = failurePoints(ends);

  it("end as is said, those that fail by certificates", async () => {
    const faults = ends.map((end) => checkEnd(end, points)).filter((fault) => fault !== undefined);
    expect(faults).toEqual([]);
    const { progress } = quickContext;
    const expected = BigInt(points.length);
    const instances = failureCertificates(points);
    const verdict = await certified({ what: "", range: "", expected, instances, progress });
    expect(verdict.accepted).toBe(expected.toString());
  });

  it("get these verdicts if they are judged anew", () => {
    const anew = ends.map(({ seed, network }) => ({
      seed,
      verdict: writtenVerdict(certifiedEnd(network, figureOne, data)),
    }));
    expect(anew).toEqual(committedVerdicts(width).runs);
  });
});

test.each(LAYERED_WIDTHS)("the ends of three hidden layers of width %d get their verdicts anew", (width) => {
  const ends = layeredEnds(width);
  const problem = layeredProblem();
  expect(ends.map(checkLayeredEnd).filter((fault) => fault !== undefined)).toEqual([]);
  const anew = ends.map(({ seed, network }) => ({
    seed,
    verdict: writtenVerdict(layeredEnd(network, problem)),
  }));
  expect(anew).toEqual(committedVerdicts(width, "fig1e").runs);
});
