import { beforeAll, describe, expect, test } from "vitest";
import {
  checkNeurons,
  checkSize,
  claim,
  foundSizes,
  prunedInstance,
  sizeCases,
} from "../../src/claims/fig-5.js";
import { certificateText } from "../../src/certificate/certificateText.js";
import { checkCertificate } from "../../src/checker/check.js";
import { figureTeacher, studentGroups } from "../../src/claims/instances/trainedStudents.js";
import { entry } from "../../src/exact/entry.js";
import { committedEnds } from "../../src/training/committedEnds.js";
import { TEACHER } from "../../src/training/figureSetting.js";
import { type TrainedRun, networkOfRun } from "../../src/training/trainedRun.js";
import { quickContext, verdictOf } from "./quickContext.js";

let runs: readonly TrainedRun[];

beforeAll(() => {
  ({ runs } = committedEnds("fig5", 10));
});

/** A run with a number added to an outgoing weight, or to the first coordinate of an incoming one. */
function moved(run: TrainedRun, unit: number, by: { readonly a?: number; readonly w?: number }): TrainedRun {
  const { a = 0, w = 0 } = by;
  return {
    ...run,
    incoming: run.incoming.map((row, at) => (at === unit ? [row[0] + w, row[1]] : row)),
    outgoing: run.outgoing.map((value, at) => (at === unit ? value + a : value)),
  };
}

test("the evidence holds", async () => {
  expect(verdictOf(claim, "neurons")).toMatchObject({ held: true, visited: "50" });
  const pruned = claim.evidence.find(({ name }) => name === "pruned");
  expect(await pruned?.run(quickContext)).toMatchObject({ held: true, accepted: "50" });
});

test("as many neurons are of each kind as is claimed, and not with a run less", () => {
  expect(verdictOf(claim, "sizes")).toMatchObject({ held: true, visited: "5" });
  const wrong = sizeCases(runs.slice(1)).map(checkSize);
  expect(wrong[0]).toMatch(/^[0-9]+ are copies of the teacher's, not 292$/);
});

test("the table has all neurons", () => {
  const { rows } = foundSizes(runs);
  expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(500);
});

test("the teacher is the one that training has", () => {
  expect(figureTeacher.units.map(({ incoming }) => incoming.toRationals().map(Number))).toEqual(TEACHER);
});

describe("an end that is planted", () => {
  const copyOf = (run: TrainedRun): number => {
    const groups = studentGroups(networkOfRun(run));
    if (typeof groups === "string") throw new RangeError(groups);
    const alone = groups.find(({ copies, members }) => copies !== undefined && members.length === 1);
    return alone === undefined ? NaN : entry(alone.members, 0);
  };

  test.each([
    ["a loss that is not 0", (run: TrainedRun) => ({ ...run, loss: 1e-9 }), /the loss is 1e-9$/],
    ["a copy's weight off", (run: TrainedRun) => moved(run, copyOf(run), { a: 1e-2 }), /neither a copy nor/],
    [
      "a copy's weight off by little",
      (run: TrainedRun) => moved(run, copyOf(run), { a: -0.999 }),
      /in the gap/,
    ],
    ["a copy's vector off", (run: TrainedRun) => moved(run, copyOf(run), { w: 0.1 }), /neither a copy nor/],
    [
      "a copy that is silent",
      (run: TrainedRun) => moved(run, copyOf(run), { a: -1 }),
      /copies of the teacher's/,
    ],
  ])("is refused: %s", (_, plant, problem) => {
    const run = runs.find((one) => Number.isInteger(copyOf(one)));
    expect(run).toBeDefined();
    if (run === undefined) return;
    expect(checkNeurons(run)).toBeUndefined();
    expect(checkNeurons(plant(run))).toMatch(problem);
  });

  test("is refused by the checker, when the asked network is 1e-3 away", async () => {
    const run = entry(runs, 33);
    const unit = copyOf(run);
    const { certificate, asked } = prunedInstance(networkOfRun(run));
    const text = certificateText(certificate, { command: "test", version: "0" });
    expect(await checkCertificate(text, asked)).toMatchObject({ accepted: true });
    const other = prunedInstance(networkOfRun(moved(run, unit, { w: 1e-3 })));
    const askedOfOther = { ...other.asked, bound: "1/5000" };
    expect(other.asked.bound).toBe("1/50");
    expect(await checkCertificate(text, askedOfOther)).toMatchObject({ accepted: false, rule: "parameters" });
    const forged = { ...certificate, body: { ...other.certificate.body, bound: "1/5000" } };
    const forgedText = certificateText(forged, { command: "test", version: "0" });
    expect(await checkCertificate(forgedText, askedOfOther)).toMatchObject({
      accepted: false,
      rule: "difference",
    });
  });
});
