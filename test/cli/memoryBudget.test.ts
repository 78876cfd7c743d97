import { describe, expect, it } from "vitest";
import { MAIN, runInProcess } from "../runEquiloss.js";
import { interrupted } from "./planted.js";
import { complaints, expectRefusal } from "./refusal.js";

describe("--max-memory", () => {
  const BUDGET = ["--max-memory", "16"];

  it.each([
    ["count 3600 3600", "19"],
    ["threshold 780", "17"],
    ["topology 4 8", "34"],
    ["verify fig-4 --proofs off --max-m 9", "24"],
  ])("refuses %s at 16 MiB, and allows it at the %s that it asks for", async (command, needed) => {
    const args = command.split(" ");
    const what = command.replace(" fig-4 --proofs off", "");
    expectRefusal(
      await runInProcess(...args, ...BUDGET),
      `${what} takes about ${needed} MiB, the budget is 16 MiB; choose smaller sizes, or allow it with --max-memory ${needed}`,
    );
    const run = await runInProcess(...args, "--json", "--max-memory", needed);
    expect([run.status, complaints(run)]).toEqual([0, []]);
    expect(JSON.parse(run.stdout)).toBeTypeOf("object");
    const less = (Number(needed) - 1).toString();
    expect((await runInProcess(...args, "--max-memory", less)).stderr).toContain(
      `the budget is ${less} MiB;`,
    );
  });

  it("allows a graph at the budget that it asks for", async () => {
    const graph = ["graph", "3", "7"];
    const repair = "choose smaller sizes, or allow it with --max-memory 23";
    for (const less of ["16", "22"]) {
      expectRefusal(
        await runInProcess(...graph, "--max-memory", less),
        `graph 3 7 takes about 23 MiB, the budget is ${less} MiB; ${repair}`,
      );
    }
    // It takes a while; that it is at it is enough.
    const { status, stderr } = await interrupted("SIGINT", [MAIN, ...graph, "--max-memory", "23"]);
    expect(status).toBe(130);
    expect(stderr).toMatch(/^graph [█░]{24} [0-9]+ %/);
  });

  it.each([
    [
      "topology 9 10",
      "topology 9 10 takes about 4492 MiB, the budget is 2048 MiB; choose smaller sizes, or allow it with --max-memory 4492",
    ],
    [
      "topology 20 64",
      "topology 20 64 takes about 1·10^81 MiB, more than can be allowed; choose smaller sizes",
    ],
    [
      "graph 4 9",
      "graph 4 9 takes about 16014 MiB, the budget is 2048 MiB; choose smaller sizes, or allow it with --max-memory 16014",
    ],
    [
      "count 100000 100000",
      "count 100000 100000 takes about 20266 MiB, the budget is 2048 MiB; choose smaller sizes, or allow it with --max-memory 20266",
    ],
    ["graph 20 64", "graph 20 64 takes about 1·10^83 MiB, more than can be allowed; choose smaller sizes"],
    [
      "count 16777216 16777216",
      "count 16777216 16777216 takes about 8·10^8 MiB, more than can be allowed; choose smaller sizes",
    ],
    [
      "threshold 1048576",
      "threshold 1048576 takes about 5·10^7 MiB, more than can be allowed; choose smaller sizes",
    ],
    [
      "verify --max-m 64",
      "verify --max-m 64 takes about 2·10^93 MiB, more than can be allowed; choose smaller sizes",
    ],
  ])("refuses %s if it isn't given", async (command, message) => {
    expectRefusal(await runInProcess(...command.split(" ")), message);
  });
});
