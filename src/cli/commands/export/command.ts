import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const EXPORT_HELP = `
The weights and biases are written as fc1.weight, fc1.bias, fc2.weight, …, as
PyTorch names them, weights outputs × inputs. A number that no float of the type
has is refused, not rounded.

Example: equiloss export examples/trained.json -o net.safetensors`;

/** Defines `equiloss export`. */
export const defineExport: Definition = (root, setExitCode) => {
  command(root, "export", "write a network as npz, safetensors or ONNX, bit for bit")
    .argument("<network>", "file of a network; - reads standard input")
    .requiredOption("-o, --output <file>", "a file that ends with .npz, .safetensors or .onnx")
    .option(
      "--type <floats>",
      "float16, bfloat16, float32 or float64; the narrowest of the last two that fits",
    )
    .option("--activation <name>", "of the hidden layers, for ONNX: tanh, sigmoid, relu, leaky:1/10, …")
    .option("--json", "say in JSON what was written")
    .addOption(memoryOption())
    .addHelpText("after", EXPORT_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runExport));
};
