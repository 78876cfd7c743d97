import { type KerasToWrite, sequential } from "../keras/kerasFiles.js";

/** A model of TensorFlow.js: model.json, and the files with its weights. */
export interface ModelFiles {
  readonly text: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Float16 of ±1, 2^−24, 0.25 and the like, which the tests quantise. */
const HALVES = new Map([
  [1, 0x3c00],
  [-2.5, 0xc100],
  [0.25, 0x3400],
]);

/** The weights of all layers in one group, whose bytes are cut into files of so many bytes. */
export function modelFiles(
  layers: readonly KerasToWrite[],
  { model = sequential(layers), pieces = 20, isPython = true, halves = false } = {},
): ModelFiles {
  const weights: object[] = [];
  const bytes: number[] = [];
  for (const { config, kernel, bias } of layers) {
    for (const [part, tensor] of Object.entries({ kernel, bias })) {
      if (tensor === undefined) continue;
      const name = `${String(config.name)}/${part}`;
      const isHalf = halves && tensor.values.every((value) => HALVES.has(value));
      const quantization = isHalf ? { quantization: { dtype: "float16", original_dtype: "float32" } } : {};
      weights.push({ name, shape: tensor.dims, dtype: "float32", ...quantization });
      bytes.push(...tensor.values.flatMap((value) => (isHalf ? halfBytes(value) : floatBytes(value))));
    }
  }
  const count = Math.ceil(bytes.length / pieces);
  const paths = Array.from({ length: count }, (_, index) => `group1-shard${index + 1}of${count}.bin`);
  const topology = isPython ? { keras_version: "2.15.0", backend: "tensorflow", model_config: model } : model;
  return {
    text: JSON.stringify({
      format: "layers-model",
      modelTopology: topology,
      weightsManifest: [{ paths, weights }],
    }),
    files: new Map(
      paths.map((path, index) => [path, Uint8Array.from(bytes.slice(index * pieces, (index + 1) * pieces))]),
    ),
  };
}

function floatBytes(value: number): number[] {
  return [...new Uint8Array(Float32Array.of(value).buffer)];
}

function halfBytes(value: number): number[] {
  const bits = HALVES.get(value) ?? 0;
  return [bits % 256, Math.floor(bits / 256)];
}
