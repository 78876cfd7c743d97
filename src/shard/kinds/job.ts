/** How many of what, as decimal digits, by name. */
export type Counts = Readonly<Record<string, string>>;

/** What a job is about, besides its kind. */
export type Parameters = Readonly<Record<string, string | number>>;

/** The version of the program, and the SHA-256 of its code. */
export interface Program {
  readonly version: string;
  readonly code: string;
}

/** A piece that was done. */
export interface Piece {
  /** Its number, from 0 on. */
  readonly piece: number;
  readonly counts: Counts;
  /** Of what was visited, and of the data without what differs from one run to the next, such as times. */
  readonly digest: string;
  /** What was found, as JSON; left out if the digest is all that is kept. */
  readonly data?: unknown;
}

/** A piece for which a check failed: what failed, for a person. */
export interface Failed {
  readonly piece: number;
  readonly failure: string;
}

/** Results of pieces beyond their digests. */
export interface Data {
  /**
   * The digest of a piece's data.
   *
   * @throws InputError with the place if the data can't be those of the piece.
   */
  digestOf(value: unknown, piece: number, place: string): string;
  /** The name of the file in which a merged job has all of them. */
  readonly file: string;
  /** What that file has beside its runs. The format is first. */
  header(program: Program, environment: Parameters): Parameters;
}

/** Work in pieces, each of which can be done alone: what is shared out, kept and audited. */
export interface Job {
  readonly pieces: number;
  /** What the counts of all pieces add up to, in closed form, in another way than by adding these. */
  readonly expected: Counts;
  /** The counts of a piece in closed form. */
  expectedOf(piece: number): Counts;
  /** Does pieces, in their order. Depends on nothing but the piece. */
  make(pieces: readonly number[]): Iterable<Piece | Failed> | AsyncIterable<Piece | Failed>;
  readonly data?: Data;
}

/** A kind of job. */
export interface JobKind {
  readonly name: string;
  /** Whether a job reads a file. */
  readonly hasInput: boolean;
  /**
   * The job of these parameters.
   *
   * @param input the text of the file that it reads; "" without one.
   * @throws InputError if the parameters are none of this kind, or the file isn't one that it reads.
   */
  job(parameters: Parameters, input: string): Job;
  /** What results depend on besides the code, such as versions of other programs. */
  environment(parameters: Parameters): Promise<Parameters>;
}
