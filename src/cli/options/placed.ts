import { InputError } from "../../exact/inputError.js";

/**
 * Calls `read`, and returns its result.
 *
 * @throws InputError that names the place, an option or a file, if `read` refuses what is there.
 */
export function placed<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}
