import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { pathAnswer } from "../../../../src/cli/commands/path/pathAnswer.js";
import { listingPieces, pointBytes } from "../../../../src/cli/commands/path/listing.js";
import type { Answer } from "../../../../src/cli/commands/path/answer.js";
import { packed } from "../../../../src/cli/threads/packed.js";
import { isTwoLayer } from "../../../../src/network/anyNetwork.js";
import { multiLayerFile, networkFile } from "../../../../src/network/networkFile.js";
import { MAIN, ROOT } from "../../../runEquiloss.js";
import { networkText, scratchFolder, textOf, writerIn } from "../../scratch.js";

const writeIn = writerIn(scratchFolder());

function answerOf(from: string, to: string, mirroredFor?: string): Answer {
  const [first, second] = [from, to].map((place) => ({ place, bytes: Buffer.from(textOf(place)) }));
  if (first === undefined || second === undefined) throw new Error("two files");
  const wanted = { from: first, to: second, asPaper: false, budget: 1e6 };
  const answer = pathAnswer(mirroredFor === undefined ? wanted : { ...wanted, mirroredFor }, {});
  if ("reason" in answer) throw new Error(answer.reason);
  return answer;
}

const bytesOf = (answer: Answer, steps: number): Buffer =>
  Buffer.concat([...packed(listingPieces(answer, steps))]);

describe("the listing in pieces", () => {
  it.each([
    ["examples/path-from.json", "examples/path-to.json", undefined],
    ["examples/deep-from.json", "examples/deep-to.json", undefined],
    ["examples/path-from.json", "examples/path-to.json", "tanh"],
  ])("is the JSON of the whole: %s to %s, mirrored for %s", (from, to, mirroredFor) => {
    const answer = answerOf(from, to, mirroredFor);
    const { segments, lowerBound, mirroring } = answer;
    const files = [...answer.points()].map((point) =>
      isTwoLayer(point) ? networkFile(point) : multiLayerFile(point),
    );
    const whole = {
      format: "equiloss-path/1",
      ...{ segments, lowerBound, points: files, subspaces: [...answer.subspaces()] },
      ...(mirroring && { signs: mirroring.signs, activation: mirroring.activation }),
    };
    expect(bytesOf(answer, 1).toString()).toBe(`${JSON.stringify(whole)}\n`);
  });

  it("knows its size, and joins pieces of any size", () => {
    const answer = answerOf("examples/path-from.json", "examples/path-to.json");
    const { all, each } = pointBytes(answer, 2);
    expect([each, all]).toEqual([JSON.stringify(networkFile(firstOf(answer))).length, 9 * each]);
    const long = "7".repeat(3_000_000);
    expect([...packed(["a", long, "b"])].map(({ length }) => length)).toEqual([1, 3_000_000, 1]);
    expect(Buffer.concat([...packed(["a", Buffer.from(long), "b"])]).toString()).toBe(`a${long}b`);
  });
});

function firstOf({ points }: Answer) {
  for (const point of points()) if (isTwoLayer(point)) return point;
  throw new Error("no network of two layers");
}

describe("a listing of gigabytes", () => {
  const r = 10_000;
  const weights = (order: readonly number[]): string =>
    networkText([order.join("; "), order.map((n) => (n === 0 ? "0" : "1")).join(" ")]);
  const order = Array.from({ length: r + 1 }, (_, n) => n);
  const [from, to] = [writeIn(weights(order)), writeIn(weights([...order.slice(1), 0]))];

  it("is announced, begins soon, and ends when its reader does", async () => {
    const child = spawn(process.execPath, [MAIN, "path", from, to, "--json"], { cwd: ROOT });
    let [read, complaints] = ["", ""];
    child.stderr.on("data", (data: Buffer) => {
      complaints += data.toString();
    });
    child.stdout.on("data", (data: Buffer) => {
      read += data.toString();
      if (read.length > 1e6) child.stdout.destroy();
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(status).toBe(0);
    expect(read).toMatch(/^\{"format":"equiloss-path\/1","segments":20001,"lowerBound":20001,"points":\[/);
    const lines = complaints.split("\n").filter((line) => !line.startsWith("searching"));
    expect(lines).toEqual([
      "--json writes about 2.6 GB: 20002 points of 129 kB; --changes has about 2.9 MB",
      "",
    ]);
  });

  it("that a signal ends says that it isn't whole", async () => {
    const child = spawn(process.execPath, [MAIN, "path", from, to, "--json"], { cwd: ROOT });
    let complaints = "";
    child.stderr.on("data", (data: Buffer) => {
      complaints += data.toString();
    });
    child.stdout.once("data", () => {
      child.kill("SIGTERM");
    });
    child.stdout.resume();
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(status).toBe(143);
    expect(complaints).toContain("interrupted; what was printed isn't whole\n");
  });
});
