import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import { partialSurjectionCount } from "../../src/combinatorics/counts/partialSurjections.js";
import { morseOf } from "./kinds/morse.js";
import { seal } from "./seal.js";

const SIZES = [
  [1, 1],
  [1, 4],
  [2, 2],
  [2, 3],
  [2, 4],
  [3, 4],
  [3, 5],
  [4, 5],
] as const;

const ruleOf = async (r: number, m: number, steps: readonly (readonly string[])[]): Promise<string> => {
  const text = seal("morse", "ext-topology", { m, r, steps: steps.map((cells) => [...cells]) });
  const verdict = await checkCertificate(text, { claim: "ext-topology", r, m });
  return verdict.accepted ? "accepted" : verdict.rule;
};

const stepsOf = (r: number, m: number): string[][] =>
  (JSON.parse(morseOf(r, m, 1).text) as { body: { steps: string[][] } }).body.steps;

/** The verdicts on a planted error, for each step. */
const rulesAfter = async (
  r: number,
  m: number,
  planted: (steps: readonly string[][], at: number) => readonly (readonly string[])[],
): Promise<string[]> => {
  const steps = stepsOf(r, m);
  const rules = await Promise.all(steps.map((_, at) => ruleOf(r, m, planted(steps, at))));
  return [...new Set(rules)].sort();
};

const replaced = (steps: readonly string[][], at: number, ...others: string[][]): string[][] => [
  ...steps.slice(0, at),
  ...others,
  ...steps.slice(at + 1),
];

describe("every planted error in a matching is found", () => {
  it.each(SIZES)("at (%i,%i): any step left out", async (r, m) => {
    const rules = await rulesAfter(r, m, (steps, at) => replaced(steps, at));
    expect(rules.filter((rule) => !["attach", "complete"].includes(rule))).toEqual([]);
  });

  it.each(SIZES)("at (%i,%i): any step twice", async (r, m) => {
    expect(await rulesAfter(r, m, (steps, at) => [...steps, steps[at] ?? []])).toEqual(["repeated"]);
  });

  it.each(SIZES)("at (%i,%i): any pair as two cells on their own", async (r, m) => {
    const rules = await rulesAfter(r, m, (steps, at) =>
      replaced(steps, at, ...(steps[at] ?? []).map((cell) => [cell])),
    );
    // Steps of one cell stay as they are.
    const pairs = stepsOf(r, m).some((cells) => cells.length === 2);
    expect(rules).toEqual(pairs ? ["accepted", "critical"] : ["accepted"]);
  });

  it.each(SIZES)("at (%i,%i): any pair the other way round", async (r, m) => {
    const rules = await rulesAfter(r, m, (steps, at) =>
      replaced(steps, at, [...(steps[at] ?? [])].reverse()),
    );
    expect(rules.filter((rule) => !["accepted", "facet"].includes(rule))).toEqual([]);
  });

  it.each(SIZES)("at (%i,%i): any step moved to the front, unless it is a vertex", async (r, m) => {
    const rules = await rulesAfter(r, m, (steps, at) => [steps[at] ?? [], ...replaced(steps, at)]);
    expect(rules.filter((rule) => !["accepted", "attach"].includes(rule))).toEqual([]);
    expect(rules).toContain(m > r ? "attach" : "accepted");
  });
});

describe("a matching with a cycle", () => {
  it("has no order: a circle can't be built without a critical edge", async () => {
    // Each of the six vertices of X_{2,3} with the next edge around; whichever comes first lacks a vertex.
    const around = [
      ["012", "212"],
      ["210", "211"],
      ["201", "221"],
      ["021", "121"],
      ["120", "122"],
      ["102", "112"],
    ];
    for (let turn = 0; turn < 6; turn += 1) {
      const steps = [...around.slice(turn), ...around.slice(0, turn)];
      expect(await ruleOf(2, 3, steps)).toBe("attach");
    }
  });
});

describe("the limits", () => {
  it("are 17 neurons and 2^18 cells", async () => {
    // Without steps, a size that fits is rejected as incomplete.
    const fits = async (r: number, m: number): Promise<boolean> => (await ruleOf(r, m, [])) === "complete";
    for (let m = 1; m <= 20; m += 1) {
      for (let r = 1; r <= m; r += 1) {
        expect([r, m, await fits(r, m)]).toEqual([r, m, m <= 17 && partialSurjectionCount(r, m) <= 262_144n]);
      }
    }
  });
});
