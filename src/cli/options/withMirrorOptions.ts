import { type Command, Option } from "commander";

/** Adds the options `--activation` and `--parity`. */
export function withMirrorOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--activation <name>",
        "for this activation, whose neurons may be mirrored: tanh, sigmoid, softplus, …",
      ).conflicts("parity"),
    )
    .addOption(
      new Option("--parity <parity>", "the same for any odd activation, or even one with σ(0) ≠ 0").choices([
        "odd",
        "even",
      ]),
    );
}
