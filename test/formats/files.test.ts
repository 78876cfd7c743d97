import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exactNetwork } from "../../src/formats/exactNetwork.js";
import { readNetwork } from "../../src/formats/readNetwork.js";
import { asMultiLayer } from "../../src/network/anyNetwork.js";
import { multiLayerFile, parseAnyNetworkFile } from "../../src/network/networkFile.js";
import { ROOT } from "../runEquiloss.js";

const FOLDER = join(ROOT, "test/formats/files");
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));

/** The network file of what a file holds. */
function networkOf(name: string): unknown {
  return multiLayerFile(asMultiLayer(exactNetwork(readNetwork({ place: name, bytes: bytesOf(name) }), name)));
}

describe("files that PyTorch, NumPy and safetensors wrote", () => {
  const names = readdirSync(FOLDER).filter((name) => /^[rst]1-\w+\.npz$/.test(name));

  it.each(names)("%s holds the same network compressed, in Fortran's order, and as safetensors", (name) => {
    const plain = networkOf(name);
    expect(networkOf(name.replace(".npz", "-z.npz"))).toEqual(plain);
    expect(networkOf(name.replace(".npz", ".safetensors"))).toEqual(plain);
  });

  it("are six", () => {
    expect(names).toHaveLength(6);
  });

  it.each(["trained-g-6-0", "trained-g-6-3", "trained-sigmoid-5-0"])("%s is what its JSON says", (name) => {
    const text = readFileSync(join(FOLDER, `${name}.json`), "utf8");
    const expected = multiLayerFile(asMultiLayer(parseAnyNetworkFile(text, name)));
    expect(networkOf(`${name}.npz`)).toEqual(expected);
  });

  it("of PyTorch itself are refused, with a recipe", () => {
    expect(() => networkOf("t1-teacher.pt")).toThrow(
      "t1-teacher.pt: PyTorch: a file of torch.save is a pickle, which runs code when it is read; write it as " +
        "safetensors: from safetensors.torch import save_file; save_file(torch.load('net.pt', weights_only=True)",
    );
  });
});
