import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const EXPORT_HELP = `
The name ends with .npz, .safetensors, .onnx, .keras, .h5, .nnet or .csv, or is
model.json for TensorFlow.js. Weights and biases are called fc1.weight,
fc1.bias, …, as by PyTorch, weights outputs × inputs. A number that is no float
of the type is refused, unless it may be rounded. The bound is proved: by how
much each output changes at most.

Example: equiloss export examples/trained.json -o net.safetensors`;

/** Defines `equiloss export`. */
export const defineExport: Definition = (root, setExitCode) => {
  command(root, "export", "write a network as npz, safetensors, ONNX, Keras, …, bit for bit or rounded")
    .argument("<network>", "file of a network; - reads standard input")
    .requiredOption("-o, --output <file>", "where it goes; the ending says the format")
    .option(
      "--type <floats>",
      "float16, bfloat16, float32 or float64; the narrowest of the last two that fits",
    )
    .option("--round", "round other numbers to the nearest float, and say by how much")
    .option(
      "--activation <name>",
      "of the hidden layers, for ONNX, Keras, … and --within: tanh, relu, leaky:1/8",
    )
    .option("--within <LOW:HIGH>", "bound what rounding changes for all inputs in this range, or in ball:R")
    .option("--json", "say in JSON what was written")
    .addOption(memoryOption())
    .addHelpText("after", EXPORT_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runExport));
};
