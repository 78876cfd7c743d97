import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

const EXPLORE_HELP = `
The page is that of "equiloss report": the claims and their evidence, the
checker on certificates, the figures, and your networks, examined in the page.
Its address keeps what you look at, so that it can be copied.

The server answers on 127.0.0.1 alone, holds the site in memory and reads no
other file. What you drop on the page isn't sent to it.

Example: equiloss explore --port 8080`;

/** Defines `equiloss explore`. */
export const defineExplore: Definition = (root, setExitCode) => {
  command(root, "explore", "the site of report in a browser, from a server on this machine")
    .option("--port <N>", "where it listens; 0 for any port that is free", "0")
    .option("--verdicts <file>", "show the verdicts of a run: what verify --json printed")
    .addOption(memoryOption())
    .addHelpText("after", EXPLORE_HELP)
    .action(running(setExitCode, async () => (await import("./run.js")).runExplore));
};
