import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const IMPORT_HELP = `
Files of NumPy (npz, or npy, one for each array), safetensors, ONNX, Keras,
TensorFlow.js, NNet, CSV (one for each array) and JSON are told by what they
hold. Each float becomes the fraction that it is, so nothing is rounded. Of mere
arrays, names and shapes say which is which; what they leave open is asked, not
guessed, and what was decided is told on stderr. All commands that take a
network take these files, too.

Example: equiloss import examples/trained.npz -o net.json`;

/** Defines `equiloss import`. */
export const defineImport: Definition = (root, setExitCode) => {
  command(root, "import", "write a network of npz, ONNX, … as an exact network file")
    .argument("<file...>", "file of a network, or the files of its arrays")
    .requiredOption("-o, --output <file>", "where the network file goes; it appears there once it is whole")
    .option("--layers <names>", "the weights in the order of the layers: W1,W2 or W1+b1,W2+b2")
    .option("--transpose <names>", "the weights that are stored inputs × outputs; all, or none")
    .option("--bias <file>", "a file with the biases, if they are in one of their own")
    .option(
      "--numbers <how>",
      "what decimals of JSON and CSV are: double, the nearest, or decimal, their digits",
    )
    .option("--json", "say in JSON what was written and decided")
    .addOption(memoryOption())
    .addHelpText("after", IMPORT_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runImport));
};
