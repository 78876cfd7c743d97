import { sentencesOf } from "./sentences.js";
import { Body, NOT_SMALLER } from "./writtenBody.js";
import { OPENING, closing, isWord, lengthBefore, signObjection, tokensOf } from "./writtenTokens.js";

/** The names of all functions that a file defines by `Fixpoint`. */
export function writtenRecursions(source: string): string[] {
  return sentencesOf(source).flatMap(({ text }) => {
    const name = /^(?:(?:Local|Global) )?Fixpoint (\S+)/.exec(text)?.[1];
    return name === undefined ? [] : [name];
  });
}

/**
 * The objection to the text of a recursive definition; undefined if there is none. It applies the rule of
 * `compiled/recursion.ts` to the text. The terms of the embedded Coq can't be read, and for native Coq this
 * is a second check.
 *
 * There must be one parameter for which each call has a variable that a pattern of a `match` on that
 * parameter binds, in the branch with the call. Unclear definitions are refused.
 *
 * @param text a sentence `Fixpoint f (x : X) … : T := body.`, without comments.
 * @example
 * ```ts
 * writtenRecursionObjection("Fixpoint f (n : nat) : nat := match n with O => O | S k => f k end.")
 * // undefined
 * writtenRecursionObjection("Fixpoint f (n : nat) : nat := f n.")
 * // "f is recursive in a way that isn't plain: each call needs a variable bound by a match on …"
 * ```
 */
export function writtenRecursionObjection(text: string): string | undefined {
  const tokens = tokensOf(text);
  const name = tokens[1];
  if (name === undefined) return "a Fixpoint must have a name";
  const sign = signObjection(name, tokens.slice(0, -1));
  if (sign !== undefined) return sign;
  const body = lengthBefore(tokens, [":="]);
  if (body === tokens.length) return `${name} must have its body written, not built by tactics`;
  const parameters = parametersIn(tokens.slice(2, body));
  if (parameters === undefined) return `${name} has unclear parameters: write (x : X)`;
  const rest = tokens.slice(body + 1, -1);
  const problems: string[] = [];
  for (const [place, parameter] of parameters.entries()) {
    const problem = new Body(rest, { name, parameter, place }).problem();
    if (problem === undefined) return undefined;
    problems.push(problem);
  }
  // An unclear text explains more than that no parameter fits.
  const reason = problems.find((problem) => problem !== NOT_SMALLER) ?? NOT_SMALLER;
  return `${name} is recursive in a way that isn't plain: ${reason}`;
}

/** The explicit parameters in order. Calls omit implicit ones, in braces. */
function parametersIn(header: readonly string[]): string[] | undefined {
  const parameters: string[] = [];
  let at = 0;
  for (let token = header[at]; token !== undefined && token !== ":"; token = header[at]) {
    const end = OPENING.has(token) ? closing(header, at) : at;
    const inside = header.slice(at + 1, end);
    const colon = inside.indexOf(":");
    const names = end === at ? [token] : inside.slice(0, colon < 0 ? inside.length : colon);
    if (!names.every(isWord) || token === "[" || inside.includes(":=")) return undefined;
    if (token !== "{") parameters.push(...names);
    at = end + 1;
  }
  return parameters;
}
