import type { FoundNetwork } from "../../../src/formats/foundNetwork.js";

interface Manifest {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly {
      readonly name: string;
      readonly shape: readonly number[];
      readonly quantization?: { readonly dtype: string };
    }[];
  }[];
}

/**
 * A second reader of TensorFlow.js models, for tests: one number after the other from the files as one list.
 * Undefined if it finds the numbers of the network; else what is wrong.
 */
export function disagreement(
  text: string,
  files: ReadonlyMap<string, Uint8Array>,
  found: FoundNetwork,
): string | undefined {
  const numbers = new Map<string, number[]>();
  for (const { paths, weights } of (JSON.parse(text) as Manifest).weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => files.get(path) ?? new Uint8Array()));
    let at = 0;
    for (const { name, shape, quantization } of weights) {
      const list: number[] = [];
      for (let left = shape.reduce((product, size) => product * size, 1); left > 0; left--) {
        list.push(quantization === undefined ? bytes.readFloatLE(at) : halfAt(bytes, at));
        at += quantization === undefined ? 4 : 2;
      }
      numbers.set(name, list);
    }
    if (at !== bytes.length) return "bytes are left over";
  }
  for (const { name, weights, bias } of found.layers) {
    const kernel = numbers.get(`${name}/kernel`) ?? [];
    for (let row = 0; row < weights.rows; row++) {
      for (let column = 0; column < weights.columns; column++) {
        const value = weights.entries.values[row * weights.columns + column];
        if (!Object.is(value, kernel[column * weights.rows + row])) return `another kernel of ${name}`;
      }
    }
    if (kernel.length !== weights.rows * weights.columns) return `a longer kernel of ${name}`;
    const own = numbers.get(`${name}/bias`);
    const [ours, theirs] = [bias?.values, own].map((values) => JSON.stringify(values && [...values]));
    if (ours !== theirs) return `another bias of ${name}`;
  }
  return undefined;
}

/** A float16 by its formula. */
function halfAt(bytes: Buffer, at: number): number {
  const bits = bytes.readUInt16LE(at);
  const [exponent, fraction] = [Math.floor(bits / 1024) % 32, bits % 1024];
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return bits >= 32_768 ? -size : size;
}
