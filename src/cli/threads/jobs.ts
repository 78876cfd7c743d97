import type { MessagePort } from "node:worker_threads";
import { InputError } from "../../exact/inputError.js";
import { keepingNotes } from "../terminal/notes.js";
import type { Hear } from "../terminal/progress.js";
import { type Said, type Say, Speaker } from "./saying.js";

/** Work that a thread does. Its request and its result pass between threads, so both are plain data. */
export type Work = (request: never, hear: Hear, say: Say) => Promise<unknown>;

/** All the work that threads can be asked for, by name. */
export type Jobs = Readonly<Record<string, Work>>;

/** The request of a job. */
export type RequestOf<Job extends Work> = Parameters<Job>[0];

/** The result of a job. */
export type ResultOf<Job extends Work> = Awaited<ReturnType<Job>>;

/** Work whose module is loaded when it is asked for, so that one job doesn't wait for what others need. */
export function loaded<Request, Result>(
  load: () => Promise<(request: Request, hear: Hear, say: Say) => Result | Promise<Result>>,
): (request: Request, hear: Hear, say: Say) => Promise<Result> {
  return async (request, hear, say) => (await load())(request, hear, say);
}

/** The order that a thread gets. */
export interface Order {
  readonly name: string;
  readonly request: unknown;
  /** The port that takes messages, and answers each {@link Said} once it is written. */
  readonly port: MessagePort;
}

/** A message on the port that comes with an order: how far the work is, or a part of the output. */
export type Message = Progress | Said;

type Progress = Parameters<Hear>;

/**
 * The outcome of a job, and what it noted. Errors lose their class between threads, so those that a person
 * can repair pass as data.
 */
export type Outcome = { readonly notes: readonly string[] } & (
  { readonly result: unknown } | { readonly refusal: Pick<InputError, "problem" | "repair" | "place"> }
);

/** The function that a thread runs to do these jobs, one at a time. */
export function serving(jobs: Jobs): (order: Order) => Promise<Outcome> {
  return async ({ name, request, port }) => {
    const job = jobs[name];
    if (job === undefined) throw new RangeError(`no job ${name}`);
    const hear: Hear = (...progress) => {
      port.postMessage(progress satisfies Progress);
    };
    const speaker = new Speaker(port);
    const notes: string[] = [];
    try {
      // The name decides the types of request and result, so this cast is right.
      const result = await keepingNotes(notes, () => job(request as never, hear, speaker.say));
      await speaker.finish();
      return { result, notes };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const { problem, repair, place } = error;
      return { refusal: { problem, repair, ...(place === undefined ? {} : { place }) }, notes };
    } finally {
      port.close();
    }
  };
}
