import { readKerasH5, readKerasZip } from "../../../src/formats/keras/readKeras.js";
import { type Outcomes, readMutated } from "../mutations.js";
import { HIDDEN, OUTPUT, firstH5File, functional, h5File, kerasFile } from "./kerasFiles.js";
import { disagreement } from "./secondReader.js";

const NET = [HIDDEN, OUTPUT];

/** Reads mutated HDF5 files of Keras. */
export function readMutatedH5(cases: number): Outcomes {
  const files = [h5File(NET), firstH5File(NET), h5File(NET, functional(NET, 2))];
  return readMutated(files, cases, "Keras HDF5", (file) => readKerasH5(file, "net.h5"), disagreement);
}

/** Reads mutated archives of Keras. */
export function readMutatedArchives(cases: number): Outcomes {
  const files = [kerasFile(NET), kerasFile(NET, functional(NET, 3))];
  return readMutated(files, cases, "Keras", (file) => readKerasZip(file, "net.keras"), disagreement);
}
