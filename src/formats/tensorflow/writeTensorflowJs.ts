import type { FoundNetwork } from "../foundNetwork.js";
import { kerasArrays, kerasConfig } from "../keras/writtenConfig.js";

const WEIGHTS = "model.weights.bin";
const VERSION = "2.15.0";

/**
 * The files of a layers model of TensorFlow.js: its weights as floats of 32 bits, and model.json, which names
 * them. {@link readTensorflowJs} reads the same numbers, bit for bit.
 *
 * @param name of model.json.
 * @throws InputError if an activation is none of Keras.
 * @example [...writeTensorflowJs(found, "model.json").keys()] // ["model.weights.bin", "model.json"]
 */
export function writeTensorflowJs(found: FoundNetwork, name: string): Map<string, Uint8Array> {
  const arrays = found.layers.flatMap((layer) =>
    kerasArrays(layer).map((array) => ({ ...array, name: `${layer.name}/${array.part}` })),
  );
  const floats = Float32Array.from(arrays.flatMap(({ values }) => [...values]));
  const bytes = new Uint8Array(4 * floats.length);
  const view = new DataView(bytes.buffer);
  floats.forEach((float, index) => {
    view.setFloat32(4 * index, float, true);
  });
  const model = {
    format: "layers-model",
    generatedBy: `keras v${VERSION}`,
    convertedBy: "equiloss",
    modelTopology: {
      keras_version: VERSION,
      backend: "tensorflow",
      model_config: { class_name: "Sequential", config: kerasConfig(found, "float32") },
    },
    weightsManifest: [
      {
        paths: [WEIGHTS],
        weights: arrays.map(({ name: array, dims }) => ({ name: array, shape: dims, dtype: "float32" })),
      },
    ],
  };
  return new Map([
    [WEIGHTS, bytes],
    [name, new TextEncoder().encode(JSON.stringify(model))],
  ]);
}
