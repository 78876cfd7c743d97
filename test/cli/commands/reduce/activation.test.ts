import { describe, expect, it } from "vitest";
import { itRefuses, printed } from "../../runs.js";
import { networkText, scratchFolder, writerIn } from "../../scratch.js";

const fileOf = writerIn(scratchFolder());
const reduced = (text: string, options: string): Promise<string> =>
  printed(`reduce ${fileOf(text)} --activation ${options}`);

describe("equiloss reduce --activation", () => {
  it("says which neuron is the mirror image of which", async () => {
    const text = networkText(["1; -1; 0", "2 3 7"]);
    expect(await reduced(text, "tanh")).toBe(
      "width 3 reduces to width 1, the same function for tanh\n" +
        "  unit 1       from neurons 1, 2 (mirrored)\n" +
        "  zero block   from neuron 3 (constant)\n",
    );
    expect(await reduced(text, "tanh --json")).toBe(
      '{"format":"equiloss-reduce/1","width":3,"irreducibleWidth":1,"network":{"format":"equiloss-network/1",' +
        '"weights":[[["1"]],[["-1"]]]},"labelledPartition":[1,1,0],"signs":[1,-1,0],"activation":"tanh"}\n',
    );
  });

  it("gives scales for ReLU, and says what has no place", async () => {
    const text = networkText(["1; 2; -3", "1 1 1"]);
    expect(await reduced(text, "relu")).toBe(
      "width 3 reduces to width 2, the same function for relu\n" +
        "  unit 1       from neurons 1, 2 (scaled by 2)\n" +
        "  unit 2       from neuron 3\n" +
        "  a linear part is left, for which a network has no place: neurons carry it (docs/activations.md)\n",
    );
    expect(await reduced(text, "relu --json")).toContain(
      '"labelledPartition":[1,1,2],"signs":[1,1,1],"scales":["1","2","1"],"rest":"kept","activation":"relu"',
    );
  });

  it("gives the constant if no neuron is left", async () => {
    const text = networkText(["1; -1", "1 1"], "2 -2; 5");
    expect(await reduced(text, "sigmoid --json")).toContain(
      '"network":null,"labelledPartitions":[[0,0]],"signs":[[1,-1]],"constant":["6"],"activation":"sigmoid"',
    );
  });

  itRefuses("reduce examples/mixed.json --activation", {
    tahn:
      '--activation: "tahn" is not an activation with a known symmetry (Did you mean tanh?); give one of ' +
      "tanh, erf, arctan, softsign, sigmoid, softplus, silu, gelu, gaussian, relu, leaky:1/10",
    "leaky:1":
      "--activation: leaky:1 is the identity, with which every network is linear; give another slope",
  });
});
