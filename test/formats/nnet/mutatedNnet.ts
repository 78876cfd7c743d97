import { readNnet } from "../../../src/formats/nnet/readNnet.js";
import { type Outcomes, readMutated } from "../mutations.js";
import { NNET } from "./nnetText.js";
import { disagreement } from "./secondReader.js";

/** Reads mutated NNet files. */
export function readMutatedNnet(cases: number): Outcomes {
  const text = (file: Uint8Array): string => new TextDecoder().decode(file);
  return readMutated(
    [new TextEncoder().encode(NNET)],
    cases,
    "NNet",
    (file) => readNnet(text(file), "net.nnet"),
    (file, found) => disagreement(text(file), found),
  );
}
