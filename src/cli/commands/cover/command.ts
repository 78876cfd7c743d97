import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const COVER_HELP = `
The network a_1·σ(w_1·x) + a_2·σ(w_2·x) on the data of Figure 1. Pairs of
squares, one for w_1 and one for w_2, cover a region, and are divided until each
is proved to have no critical point with a_1, a_2 ≠ 0, or exactly one. Pairs of
the finest squares without a proof are told as undecided. All roundings of
doubles are bounded.

The pairs are shared out at random among 1000 blocks: one share of them tells
about how long all would take. With -o the blocks stay if the command is
interrupted, and the same command goes on.

Example: equiloss cover --slot 1/1000
         equiloss cover --slot 2/4 -o share-2.json
         equiloss cover --from share-1.json share-2.json -o width-2.json`;

/** Defines `equiloss cover`. */
export const defineCover: Definition = (root, setExitCode) => {
  command(root, "cover", "critical points of width 2 on the data of Figure 1: a region searched with proof")
    .option("--slot <i/n>", "only the i-th of n shares of the blocks: every n-th")
    .option("--from <files...>", "take blocks from these, such as shares; search the others")
    .option("-o, --output <file>", "where the blocks go, as equiloss-cover/1")
    .option("--json", "one line of JSON: the blocks, and what was found")
    .addOption(memoryOption())
    .addHelpText("after", () => COVER_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runCover));
};
