import { memoryBudget } from "../../options/memory.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { wholeNumber } from "../../options/sizeArguments.js";
import { print } from "../../terminal/output.js";
import { onSignal } from "../../terminal/signals.js";
import { builtSite } from "../report/builtSite.js";
import { startServer } from "./server.js";

/** Options of `equiloss explore`. */
interface ExploreOptions extends CommonOptions {
  readonly port: string;
  readonly verdicts?: string;
}

const LARGEST_PORT = 65_535;

/** Runs `equiloss explore`: it ends by a signal, which is how it is meant to end. */
export async function runExplore({ port, verdicts, maxMemory }: ExploreOptions): Promise<void> {
  const [wanted, budget] = [wholeNumber("--port", port, 0, LARGEST_PORT), memoryBudget(maxMemory)];
  const { server, address } = await startServer(await builtSite(verdicts, budget), wanted);
  await new Promise<void>((settle) => {
    const stopListening = onSignal(() => {
      stopListening();
      server.close(() => {
        settle();
      });
      server.closeAllConnections();
    });
    print(`${address}\nopen it in a browser; Ctrl-C ends it`);
  });
}
