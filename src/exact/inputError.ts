/**
 * Input that can't be used. The message says what is wrong, where, and what to do; the command line prints it
 * as one message and exits with 2.
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

  /** This error with a place, unless it has one already. */
  at(place: string): InputError {
    return new InputError(this.problem, this.repair, this.place ?? place);
  }
}
