import { expect, it } from "vitest";
import kernel from "#kernel";
import { SEED, mutations, wordsOf } from "./mutations.js";

it("no damaged certificate is accepted by the verified kernel or by the checker alone", async () => {
  const tally = await mutations(10_000, SEED);
  process.stderr.write(`kernel: seed ${SEED}, ${wordsOf(tally)}\n`);
  expect(tally.disagreements).toEqual([]);
  expect(tally.accepted).toBeGreaterThan(1000);
  expect(tally.rejectedByCoq).toBeGreaterThan(1500);
  for (const functions of [tally.whenTrue, tally.whenFalse])
    expect([...functions].sort()).toEqual(Object.keys(kernel).sort());
  expect([...tally.unjudged.keys()].sort()).toEqual(["what takes this much arithmetic"]);
});
