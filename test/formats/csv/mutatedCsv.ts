import { readCsv } from "../../../src/formats/csv/readCsv.js";
import { type Outcomes, readMutated } from "../mutations.js";
import { disagreement } from "./secondReader.js";

const FILES = [
  "1.5,-2,0.25\n3,4e2,-0x1.8p-1\n",
  "# written by numpy.savetxt\n1.000000000000000000e+00 -2.500000000000000000e-01\n3.0e+00 4.0e+00\n",
  "1/3; 2\r\n-5/7;+.5\r\n\r\n",
];

/** Reads mutated CSV files. */
export function readMutatedCsv(cases: number): Outcomes {
  return readMutated(
    FILES.map((text) => new TextEncoder().encode(text)),
    cases,
    "CSV",
    (file) => readCsv(file, "w", "decimal", { format: "CSV", place: "w.csv" }),
    (file, found) => disagreement(new TextDecoder().decode(file), found),
  );
}
