import type { MessagePort } from "node:worker_threads";
import { InputError } from "../../exact/inputError.js";
import type { Hear } from "../terminal/progress.js";
import type { Jobs } from "./jobs.js";

/** What a thread gets. */
export interface Order {
  readonly name: string;
  readonly request: unknown;
  /** Takes {@link Progress}. */
  readonly port: MessagePort;
}

/** A message on the port that comes with an order. */
export type Progress = Parameters<Hear>;

/** What a job left. Errors lose their class between threads, so what a person can mend comes as data. */
export type Outcome =
  { readonly result: unknown } | { readonly refusal: Pick<InputError, "problem" | "repair" | "place"> };

/** What a thread runs that does these jobs, one at a time. */
export function serving(jobs: Jobs): (order: Order) => Promise<Outcome> {
  return async ({ name, request, port }) => {
    const job = jobs[name];
    if (job === undefined) throw new RangeError(`no job ${name}`);
    const hear: Hear = (...progress) => {
      port.postMessage(progress satisfies Progress);
    };
    try {
      // By its name it is what the pool's types hold it to be.
      return { result: await job(request as never, hear) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const { problem, repair, place } = error;
      return { refusal: { problem, repair, ...(place === undefined ? {} : { place }) } };
    } finally {
      port.close();
    }
  };
}
