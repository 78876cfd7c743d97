import checkers, { type Checkers } from "#kernel";
import { Refusal } from "./answers.js";

/** What a certificate comes to: a function of Coq's, by its name there, and what it is asked about. */
export type Call = {
  [Name in keyof Checkers]: { readonly name: Name; readonly arguments: Parameters<Checkers[Name]> };
}[keyof Checkers];

/** Asks the function as extracted. Throws a Refusal if it is false. */
export function judged({ name, arguments: values }: Call): string {
  const check = checkers[name] as (...given: readonly unknown[]) => boolean;
  if (!check(...values)) throw new Refusal(name);
  return `${name} is true of it`;
}
