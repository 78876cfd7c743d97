import { expect, it } from "vitest";
import { type Instance, certified } from "../../src/claims/evidence/certified.js";
import type { Claim } from "../../src/claims/evidence/claim.js";
import { quickContext, verdictOf } from "./quickContext.js";

/** Tests that pieces of evidence of a claim hold at small sizes, each with this number of cases. */
export function visits(claim: Claim, counts: Readonly<Record<string, number>>): void {
  it.each(Object.entries(counts))("evidence %s goes through %d cases", (name, count) => {
    const visited = count.toString();
    expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
  });
}

/** An error to plant: its name, what it changes, and what the check says of it. */
export type Planted<Case> = readonly [name: string, change: Partial<Case>, message: string | RegExp];

/** Tests that a check accepts a case, and refuses it with each change, for the reason given. */
export function refuses<Case>(
  check: (item: Case) => string | undefined,
  good: NoInfer<Case>,
  planted: readonly Planted<NoInfer<Case>>[],
): void {
  it("is accepted as it is", () => {
    expect(check(good)).toBeUndefined();
  });
  it.each(planted)("is refused with %s", (_, change, message) => {
    const fault = check({ ...good, ...change });
    if (typeof message === "string") expect(fault).toBe(message);
    else expect(fault).toMatch(message);
  });
}

/** Why a single certificate is not accepted; undefined if it is. */
export async function failureOf(instances: Iterable<Instance>): Promise<string | undefined> {
  const { progress } = quickContext;
  const { held, failure } = await certified({ what: "", range: "", expected: 1n, instances, progress });
  expect(held).toBe(failure === undefined);
  return failure;
}
