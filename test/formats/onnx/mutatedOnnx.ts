import { readFileSync } from "node:fs";
import { readOnnx } from "../../../src/formats/onnx/readOnnx.js";
import { type Outcomes, readMutated } from "../mutations.js";
import { disagreement } from "./agreement.js";
import { GRAPHS } from "./graphs.js";
import { onnxFile } from "./onnxFile.js";

/** Reads mutated ONNX files. */
export function readMutatedOnnx(cases: number): Outcomes {
  const files = [
    ...["r1-student", "s1-teacher"].map((name) => readFileSync(`test/formats/files/${name}.onnx`)),
    ...Object.values(GRAPHS).map(({ graph }) => onnxFile(graph)),
  ];
  return readMutated(files, cases, "ONNX", (file) => readOnnx(file, "net.onnx"), disagreement);
}
