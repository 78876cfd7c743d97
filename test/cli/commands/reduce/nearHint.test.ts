import { describe, expect, it } from "vitest";
import { printed } from "../../runs.js";
import { networkText, scratchFolder, writerIn } from "../../scratch.js";

const fileOf = writerIn(scratchFolder());
const lastLine = async (matrices: readonly string[]): Promise<string | undefined> =>
  (await printed(`reduce ${fileOf(networkText(matrices))}`)).trim().split("\n").at(-1);

describe("equiloss reduce, where nothing is equal", () => {
  it("hints at classify if neurons are nearly copies", async () => {
    expect(await lastLine(["1; 3; 5; 1000001/1000000; 9", "1 2 3 4 5"])).toBe(
      "incoming weights of neurons 1 and 4 differ by at most 1e-6: `equiloss classify` says what pruning changes",
    );
  });

  it("hints at it if a neuron is nearly silent, and names the layer", async () => {
    expect(await lastLine(["1; 2; 4", "1 2 3; 4 1/1000000000 1; 1 0 7", "1 2 1/100000000"])).toMatch(
      /^in hidden layer 2, outgoing weights of neuron 3 are at most 1e-8: `equiloss classify`/,
    );
  });

  it("says nothing if neurons are evenly apart, or some are equal", async () => {
    expect(await lastLine(["1; 2; 3; 4", "1 2 3 4"])).toMatch(/^irreducible: 4 neurons/);
    expect(await printed(`reduce ${fileOf(networkText(["1; 1; 1000001/1000000", "1 2 3"]))}`)).not.toContain(
      "classify",
    );
  });
});
