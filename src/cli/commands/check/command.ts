import { Option } from "commander";
import { type Definition, M, R, command, memoryOption, running } from "../../options/commandParts.js";

/** Defines `equiloss check`. */
export const defineCheck: Definition = (root, setExitCode) => {
  command(root, "check", "let the independent checker judge a certificate, for the claim you name")
    .argument("<file>", "certificate; - reads standard input")
    .option("--claim <id>", "the claim that it must settle; without it, which a file can settle")
    .option("--refuted", "the certificate must refute the claim as stated")
    .option("--r <N>", R)
    .option("--m <N>", M)
    .option("--k <N>", "units of the student that a spurious minimum must have")
    .option("--network <file>", "the network that it must be about")
    .option("--data <file>", "the data that a critical point must be about")
    .option("--activation <form>", "the activation that it must be about")
    .option("--pruned <file>", "the network that a pruned one must be")
    .option("--within <LOW:HIGH>", "the range of inputs that a bound must hold for")
    .option("--bound <δ>", "the bound that it must have")
    .option("--from <file>", "the network that a path must start from")
    .option("--to <file>", "the network that a path must end at")
    .addOption(
      new Option("--parity <parity>", "of the activations for which a path may mirror neurons").choices([
        "odd",
        "even",
      ]),
    )
    .addOption(
      new Option("--kernel <which>", "who judges too: code extracted from Coq, or Coq")
        .choices(["typescript", "verified", "coq"])
        .default("typescript"),
    )
    .option("--coq <file>", "write it as a file for Coq, whose Qed is this check")
    .option("--json", "one line of JSON")
    .addOption(memoryOption())
    .addHelpText("after", "\nExample: equiloss check tree.json --claim thm-3.1-connected --r 3 --m 4")
    .action(running(setExitCode, async () => (await import("./run.js")).runCheck));
};
