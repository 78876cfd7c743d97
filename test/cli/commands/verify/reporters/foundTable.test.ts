import { describe, expect, it } from "vitest";
import { foundTable } from "../../../../../src/cli/commands/verify/reporters/foundTable.js";

const FOUND = {
  title: "first m from which on the sum stays below 1",
  head: ["r*", "odd, silent neurons too", "none"],
  rows: [
    ["2", "3", "2"],
    ["30", "44", "42"],
  ],
};

const onTerminal = (width: number): string[] =>
  foundTable(FOUND, { width, isTerminal: true }).join("\n").split("\n");

describe("a table of found values", () => {
  it("has each row in a line where it fits, and in a pipe", () => {
    const wide = [
      "first m from which on the sum stays below 1:",
      "┌────┬─────────────────────────┬──────┐",
      "│ r* │ odd, silent neurons too │ none │",
      "├────┼─────────────────────────┼──────┤",
      "│ 2  │ 3                       │ 2    │",
      "│ 30 │ 44                      │ 42   │",
      "└────┴─────────────────────────┴──────┘",
    ];
    expect(onTerminal(80)).toEqual(wide);
    expect(foundTable(FOUND, { width: 20, isTerminal: false }).join("\n").split("\n")).toEqual(wide);
  });

  it("breaks its widest cells at spaces on a narrower terminal, and its title", () => {
    expect(onTerminal(31)).toEqual([
      "first m from which on the sum",
      "stays below 1:",
      "┌────┬─────────────────┬──────┐",
      "│ r* │ odd, silent     │ none │",
      "│    │ neurons too     │      │",
      "├────┼─────────────────┼──────┤",
      "│ 2  │ 3               │ 2    │",
      "│ 30 │ 44              │ 42   │",
      "└────┴─────────────────┴──────┘",
    ]);
  });

  it("is a line for each row where not even single words fit", () => {
    expect(onTerminal(20)).toEqual([
      "first m from which",
      "on the sum stays",
      "below 1:",
      "  r*: 2; odd, silent",
      "    neurons too: 3;",
      "    none: 2",
      "  r*: 30; odd, silent",
      "    neurons too: 44;",
      "    none: 42",
    ]);
  });

  it.each([22, 25, 31, 39, 40, 80])("is never wider than %d characters", (width) => {
    for (const line of onTerminal(width)) expect(line.length).toBeLessThanOrEqual(width);
  });
});
