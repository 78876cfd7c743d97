import { packageFile } from "../../../machine/packageFile.js";
import type { NetworkExample } from "../../../report/data/networkWorker.js";

const REPAIR = "install the package anew";

/** The example networks that a reader of the page may try. */
export function networkExamples(): NetworkExample[] {
  return [
    example("one function, neurons split and reordered", ["path-from.json", "path-to.json"]),
    example("one function for tanh, neurons mirrored", ["mirrored-from.json", "mirrored-to.json"], "tanh"),
    example("three hidden layers", ["deep-from.json", "deep-to.json"]),
    example("a trained network, nearly with copies", ["trained.json"]),
  ];
}

function example(name: string, files: readonly string[], activation = ""): NetworkExample {
  const texts = files.map((place) => ({ place, text: packageFile(`examples/${place}`, REPAIR) }));
  return { name, files: texts, activation, tolerance: "" };
}
