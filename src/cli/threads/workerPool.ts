import { MessageChannel, type Transferable } from "node:worker_threads";
import { Piscina } from "piscina";
import { InputError } from "../../exact/inputError.js";
import { note } from "../terminal/notes.js";
import type { Hear } from "../terminal/progress.js";
import { streams } from "../terminal/streams.js";
import type { Jobs, Message, Outcome, RequestOf, ResultOf } from "./jobs.js";
import { written } from "./saying.js";

/** MiB that the program itself takes in a thread, on top of what the work may take. */
const OWN_MEMORY = 64;

/**
 * MiB for what V8 collects first, 16 by default: with 32, less that is soon garbage grows old, and a long
 * listing takes 0.85 of the time. 64 and 96 gain no more.
 */
const YOUNG_MEMORY = 32;

/** MiB of stack, of which Node gives 4: the verified kernel recurs as deep as a list is long. */
const STACK = 256;

/** Messages of the engine that there is no memory left, or that a number or array is too large. */
const NO_MEMORY =
  /allocation failed|Invalid (?:typed )?array length|Maximum BigInt size|Invalid string length|out of memory/i;

/** Worker threads for jobs that may take long, so that a signal is heard and progress is shown meanwhile. */
export class WorkerPool<Known extends Jobs> {
  private readonly pool: Piscina;

  /**
   * @param worker the compiled module whose default export serves the jobs.
   * @param threads how many jobs run at once.
   * @param maxMemory MiB of memory that each may take.
   */
  constructor(
    worker: URL,
    threads: number,
    private readonly maxMemory: number,
  ) {
    this.pool = new Piscina({
      filename: worker.href,
      minThreads: 1,
      maxThreads: threads,
      resourceLimits: {
        maxOldGenerationSizeMb: maxMemory + OWN_MEMORY,
        maxYoungGenerationSizeMb: YOUNG_MEMORY,
        stackSizeMb: STACK,
      },
    });
  }

  /**
   * Runs a job; `hear` receives how far it is, and what it says is written.
   *
   * @param handedOver buffers in the request, which move to the thread.
   * @throws InputError if the job refuses its sizes, or runs out of memory.
   */
  async run<Name extends keyof Known & string>(
    name: Name,
    request: RequestOf<Known[Name]>,
    hear: Hear,
    handedOver: readonly Transferable[] = [],
  ): Promise<ResultOf<Known[Name]>> {
    const { port1, port2 } = new MessageChannel();
    const ofRun = streams();
    port1.on("message", (message: Message) => {
      if ("bytes" in message) written(message, ofRun, port1);
      else hear(...message);
    });
    try {
      const outcome = (await this.pool.run(
        { name, request, port: port2 },
        { transferList: [port2, ...handedOver] },
      )) as Outcome;
      outcome.notes.forEach(note);
      if ("result" in outcome) return outcome.result as ResultOf<Known[Name]>;
      const { problem, repair, place } = outcome.refusal;
      throw new InputError(problem, repair, place);
    } catch (error) {
      if (!(error instanceof InputError) && error instanceof Error && NO_MEMORY.test(error.message)) {
        throw new InputError(
          `out of memory (${error.message}), at a budget of ${this.maxMemory} MiB`,
          "choose smaller sizes, or allow more with --max-memory",
        );
      }
      throw error;
    } finally {
      port1.close();
    }
  }

  /** Ends all threads, whatever they are doing. */
  async stop(): Promise<void> {
    await this.pool.destroy();
  }
}
