import type {
  NetworkAnswers,
  NetworkAsk,
  NumberedAnswer,
  NumberedAsk,
  Refused,
} from "../data/networkWorker.js";

/** An answer that was refused, as the command line words it. */
export class Refusal extends Error {
  /** @param isStop whether nothing was wrong, but the worker has ended. */
  constructor(
    { problem, repair, place }: Refused,
    readonly isStop: boolean,
  ) {
    super(`${place === undefined ? "" : `${place}: `}${problem}; ${repair}`);
  }
}

/** Takes the answer, or why the worker ended before. */
type Question = (answer: NumberedAnswer | string) => void;

/** A worker that has the mathematics of networks: started by the first question, ended at any time. */
export class NetworkWorker {
  readonly #open = new Map<number, Question>();
  #worker: Worker | undefined;
  #last = 0;

  /** @param address of the worker's script. */
  constructor(private readonly address: string) {}

  /** @throws Refusal of what is wrong with the question, or if the worker ended. */
  async ask<Ask extends NetworkAsk>(ask: Ask): Promise<NetworkAnswers[Ask["ask"]]> {
    const worker = this.#started();
    this.#last += 1;
    const number = this.#last;
    const answered = await new Promise<NumberedAnswer | string>((settle) => {
      this.#open.set(number, settle);
      worker.postMessage({ ...ask, number } satisfies NumberedAsk);
    });
    if (typeof answered === "string") throw new Refusal({ problem: answered, repair: "ask again" }, true);
    if ("refused" in answered) throw new Refusal(answered.refused, false);
    // The number makes it the answer to this question.
    return answered.answer as NetworkAnswers[Ask["ask"]];
  }

  /** Ends the worker; what is still asked is refused. */
  stop(problem = "stopped before there was an answer"): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const settle of open) settle(problem);
  }

  #started(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(this.address);
    worker.onmessage = ({ data }: MessageEvent<NumberedAnswer>) => {
      this.#open.get(data.number)?.(data);
      this.#open.delete(data.number);
    };
    worker.onerror = ({ message }) => {
      this.stop(`the computation ended without an answer: ${message || "out of memory?"}`);
    };
    this.#worker = worker;
    return worker;
  }
}

/** The address of a worker's script, which is a text within the page. */
export function scriptAddress(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
}
