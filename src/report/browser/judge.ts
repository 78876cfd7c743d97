import type { WorkerRequest } from "../data/checkData.js";
import type { WorkerAnswer } from "./worker.js";

/** The last answer of a worker. */
export type Judged = Exclude<WorkerAnswer, { readonly stage: unknown }>;

/** A worker that has the checker; ended and made anew whenever its work is stopped. */
export class Judge {
  readonly #address: string;
  #worker: Worker | undefined;
  #settle: ((answer: Judged) => void) | undefined;

  /** @param script the worker's text. */
  constructor(script: string) {
    this.#address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  }

  /** Has a certificate judged. `hear` is called once the file is read. */
  judge(request: WorkerRequest, hear: () => void): Promise<Judged> {
    // The checker asks the browser for a digest; without one it would blame the certificate.
    if (!isSecureContext)
      return Promise.resolve({
        refused:
          "the browser computes no digests for pages that come by http; open the page from disk, or by https",
      });
    const worker = this.#started();
    return new Promise((settle) => {
      this.#settle = settle;
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
        if ("stage" in data) hear();
        else settle(data);
      };
      worker.onerror = ({ message }) => {
        this.#end(`the checker ended without a verdict: ${message || "out of memory?"}`);
      };
      worker.postMessage(request);
    });
  }

  /** Ends the work that is going on: its answer is that it was stopped. */
  stop(): void {
    this.#end("stopped before there was a verdict");
  }

  #end(refused: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#settle?.({ refused });
  }

  #started(): Worker {
    this.#worker ??= new Worker(this.#address);
    return this.#worker;
  }
}
