import { InputError } from "../../../src/exact/inputError.js";

/** The message of the InputError that the function throws for these arguments. */
export function refusal<Args extends unknown[]>(read: (...args: Args) => unknown, ...args: Args): string {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}
