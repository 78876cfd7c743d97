import { readTensorflowJs } from "../../../src/formats/tensorflow/readTensorflowJs.js";
import { HIDDEN, OUTPUT, functional } from "../keras/kerasFiles.js";
import { type Outcomes, readMutated } from "../mutations.js";
import { modelFiles } from "./modelFiles.js";
import { disagreement } from "./secondReader.js";

/** Reads mutated models of TensorFlow.js: the text, and the only file with weights behind it. */
export function readMutatedModels(cases: number): Outcomes {
  const net = [HIDDEN, OUTPUT];
  const models = [
    modelFiles(net, { pieces: 1000 }),
    modelFiles(net, { model: functional(net, 3), pieces: 1000 }),
  ];
  const weights = 64;
  const joined = models.map(({ text, files }) =>
    Buffer.concat([Buffer.from(text), ...[...files.values()].map((bytes) => bytes)]),
  );
  const parts = (file: Uint8Array): [text: string, files: Map<string, Uint8Array>] => [
    new TextDecoder().decode(file.subarray(0, -weights)),
    new Map([["group1-shard1of1.bin", file.slice(-weights)]]),
  ];
  return readMutated(
    joined,
    cases,
    "TensorFlow.js",
    (file) => readTensorflowJs(...parts(file), "model.json"),
    (file, found) => disagreement(...parts(file), found),
  );
}
