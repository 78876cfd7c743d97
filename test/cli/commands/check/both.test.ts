import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CertificateVerdict } from "../../../../src/checker/verdict.js";
import {
  type VerifiedVerdict,
  bothVerdicts,
  wordingOf,
  wordingOfBoth,
} from "../../../../src/cli/commands/check/both.js";
import { MAIN, ROOT, runNode } from "../../../runEquiloss.js";

const YES = { accepted: true, shows: "something" } as const;
const NO: CertificateVerdict = { accepted: false, rule: "successor", where: "body", reason: "no" };
const LIMIT: CertificateVerdict = { accepted: false, rule: "size", where: "body", reason: "large" };
const SUM: CertificateVerdict = { accepted: false, rule: "rational", where: "body", reason: "long" };
const SPELLED: CertificateVerdict = { accepted: false, rule: "rational", where: "body.theta", reason: "-0" };
const FALSE: VerifiedVerdict = {
  accepted: false,
  rule: "check_enumeration",
  where: "body",
  reason: "check_enumeration is false",
};

describe("two verdicts", () => {
  it.each([
    ["both accept", YES, YES, true, true],
    ["both reject", NO, FALSE, false, true],
    ["only the verified kernel rejects", YES, FALSE, false, false],
    ["only the checker rejects", NO, YES, false, false],
    ["the checker is at a limit", LIMIT, YES, false, true],
    ["a sum is too long for the checker", SUM, YES, false, true],
    ["a number isn't spelled right for the checker alone", SPELLED, YES, false, false],
  ] as const)("are put together where %s", (_, typescript, verified, accepted, agree) => {
    const both = bothVerdicts(typescript, { verified });
    expect(both).toEqual({ accepted, agree, typescript, verified });
    const lines = wordingOfBoth(both, wordingOf(typescript)).split("\n");
    expect(lines.slice(0, 2)).toEqual([
      `typescript: ${wordingOf(typescript)}`,
      `verified: ${wordingOf(verified)}`,
    ]);
    expect(lines.slice(2)).toEqual(
      agree
        ? []
        : [
            "THE CHECKERS DISAGREE: one of them is wrong, so this shows nothing; please report it, with the file",
          ],
    );
  });
});

describe("the verdict of Coq", () => {
  const refused = { accepted: false, rule: "coq", where: "body", reason: "Unable to unify" } as const;
  const COQ = [YES, refused] as const;

  it.each([
    ["only Coq refuses its file", YES, refused],
    ["only the checker rejects", NO, YES],
  ] as const)("raises an alarm where %s", (_, typescript, coq) => {
    const both = bothVerdicts(typescript, { coq });
    expect(both).toEqual({ accepted: false, agree: false, typescript, coq });
    expect(wordingOfBoth(both, "…").split("\n")).toEqual([
      "typescript: …",
      `coq: ${wordingOf(coq)}`,
      "THE CHECKERS DISAGREE: one of them is wrong, so this shows nothing; please report it, with the file",
    ]);
  });

  it("raises none where both say the same, or the checker is at a limit", () => {
    for (const coq of COQ) {
      const same = coq.accepted ? YES : NO;
      expect(wordingOfBoth(bothVerdicts(same, { coq }), "…")).toBe(`typescript: …\ncoq: ${wordingOf(coq)}`);
      expect(bothVerdicts(LIMIT, { coq }).agree).toBe(true);
    }
  });
});

describe("equiloss check --kernel verified, of a broken kernel", () => {
  it("prints both verdicts and an alarm, with exit code 1", () => {
    const kernel = pathToFileURL(join(ROOT, "src/kernel/kernel.js")).href;
    const planted = `const { default: checkers } = await import(${JSON.stringify(kernel)});
      checkers.check_enumeration = () => false;`;
    const { status, stdout } = runNode(
      {},
      ...["--import", `data:text/javascript,${encodeURIComponent(planted)}`, MAIN, "check"],
      ...["proofs/certificates/enumeration-2-4.json", "--claim", "thm-3.1-count", "--r", "2", "--m", "4"],
      ...["--kernel", "verified"],
    );
    expect([status, stdout.split("\n")]).toEqual([
      1,
      [
        "typescript: accepted: there are T(2,4) = 62 labelled partitions of 4 neurons with 2 labels, no other",
        "verified: rejected by rule check_enumeration, at body: check_enumeration is false",
        "THE CHECKERS DISAGREE: one of them is wrong, so this shows nothing; please report it, with the file",
        "",
      ],
    ]);
  });
});
