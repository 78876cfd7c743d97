/** What an engine is told of a job. */
export interface Work {
  /** The job's folder, with its whole path, as a word of a shell. */
  readonly folder: string;
  /** The program, as words of a shell. */
  readonly program: string;
  readonly version: string;
  readonly slots: number;
}

/** What starts many processes, here or elsewhere. */
export interface Engine {
  readonly name: string;
  /** The file that tells it what to do. */
  readonly file: string;
  text(work: Work): string;
  /** The command that starts it, where the job's folder is. */
  readonly start: string;
}
