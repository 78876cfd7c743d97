import { describe, expect, it } from "vitest";
import { MAIN } from "../../runEquiloss.js";
import { interrupted } from "../planted.js";
import { itRefuses, printedJson, refused } from "../runs.js";

/** What is said of work that takes this much at a budget, in MiB. */
const tooMuch = (work: string, needed: number, budget = 1920): string =>
  `${work} takes about ${needed} MiB, the budget is ${budget} MiB; ` +
  `choose smaller sizes, or allow it with --max-memory ${needed}`;

const never = (work: string, needed: string): string =>
  `${work} takes about ${needed} MiB, more than can be allowed; choose smaller sizes`;

describe("--max-memory", () => {
  it.each([
    ["count 3600 3600", 19],
    ["threshold 30000", 17],
    ["topology 4 8", 34],
    ["verify fig-4 --proofs off --max-m 9", 24],
  ])("refuses %s at 16 MiB, and allows it at the %d that it asks for", async (command, needed) => {
    const work = command.replace(" fig-4 --proofs off", "");
    for (const budget of [16, needed - 1])
      await refused(`${command} --max-memory ${budget}`, tooMuch(work, needed, budget));
    expect(await printedJson(`${command} --json --max-memory ${needed}`)).toBeTypeOf("object");
  });

  it("allows a graph at the budget that it asks for", async () => {
    for (const budget of [16, 22])
      await refused(`graph 3 7 --max-memory ${budget}`, tooMuch("graph 3 7", 23, budget));
    // It takes a while; that it is at it is enough.
    const { status, stderr } = await interrupted("SIGINT", [MAIN, "graph", "3", "7", "--max-memory", "23"]);
    expect(status).toBe(130);
    expect(stderr).toMatch(/^graph [█░]{12} [0-9]+ %/);
  });

  itRefuses("", {
    "topology 9 10": tooMuch("topology 9 10", 4492),
    "topology 20 64": never("topology 20 64", "1·10^81"),
    "graph 4 9": tooMuch("graph 4 9", 16014),
    "count 100000 100000": tooMuch("count 100000 100000", 20266),
    "graph 20 64": never("graph 20 64", "1·10^83"),
    "count 16777216 16777216": never("count 16777216 16777216", "8·10^8"),
    "verify --max-m 64": never("verify --max-m 64", "2·10^93"),
  });
});
