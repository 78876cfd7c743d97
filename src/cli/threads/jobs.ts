import type { Hear } from "../terminal/progress.js";

/** Work that a thread does. What it takes and gives passes between threads, so both are plain data. */
export type Work = (request: never, hear: Hear) => Promise<unknown>;

/** All work that threads may be asked for, by name. */
export type Jobs = Readonly<Record<string, Work>>;

/** What a job is asked. */
export type RequestOf<Job extends Work> = Parameters<Job>[0];

/** What it gives back. */
export type ResultOf<Job extends Work> = Awaited<ReturnType<Job>>;

/** Work whose module is loaded when it is asked for, so that one job needn't wait for what others need. */
export function loaded<Request, Result>(
  load: () => Promise<(request: Request, hear: Hear) => Result | Promise<Result>>,
): (request: Request, hear: Hear) => Promise<Result> {
  return async (request, hear) => (await load())(request, hear);
}
