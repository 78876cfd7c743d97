/**
 * Something a person gave us can't be used. Says what was wrong, where, and what to do; the command line
 * prints it as one message and exits with 2.
 *
 * @example new InputError("no such file", "check its name", "a.json").message
 *   === "a.json: no such file; check its name"
 */
export class InputError extends Error {
  override readonly name = "InputError";

  /**
   * @param problem what is wrong.
   * @param repair what to do about it, in the imperative.
   * @param place where: a file with line and column, a command-line argument.
   */
  constructor(
    readonly problem: string,
    readonly repair: string,
    readonly place?: string,
  ) {
    super(`${place === undefined ? "" : `${place}: `}${problem}; ${repair}`);
  }

  /** The same error, with its place filled in unless it has one. */
  at(place: string): InputError {
    return new InputError(this.problem, this.repair, this.place ?? place);
  }
}
