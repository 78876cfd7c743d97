import { lastEntry } from "../exact/entry.js";

/** The words and signs of a term. Signs without a blank between them are one, as Coq may read them so. */
export function tokensOf(text: string): string[] {
  return (
    text.match(
      /[\p{L}_][\p{L}\p{N}_'.]*[\p{L}\p{N}_']|[\p{L}_]|\p{N}+|[()[\]{},]|[^\p{L}\p{N}_\s()[\]{},]+/gu,
    ) ?? []
  );
}

export const isWord = (token: string | undefined): boolean => token !== undefined && /^[\p{L}_]/u.test(token);
export const isNumber = (token: string | undefined): boolean => token !== undefined && /^\p{N}/u.test(token);

/** Keywords, after which an argument can't follow. */
export const KEYWORDS = new Set(
  "as at else end exists for forall fun if in let match return then using with".split(" "),
);

/** Whether a token may end the function or an argument of an application. */
export const endsAtom = (token: string | undefined): boolean =>
  token !== undefined && (CLOSING.has(token) || isNumber(token) || (isWord(token) && !KEYWORDS.has(token)));

/** Known signs. None binds closer than an application, so arguments end before them. */
const SIGNS = new Set(
  ": := => , | :: ++ + - * / ^ = <> < <= > >= =? <=? <? -> <-> /\\ \\/ && || ( ) [ ] { }".split(" "),
);

/** Whether a sign is known: `%` of a scope after a bracket, `'` before one, `~` not after an argument. */
const isKnown = (sign: string, before: string | undefined, after: string | undefined): boolean =>
  SIGNS.has(sign) ||
  (sign === "%" && before === ")") ||
  (sign === "'" && after === "(") ||
  (sign === "~" && !endsAtom(before));

/** The objection to a term that holds an unknown sign, which could change where arguments start and end. */
export function signObjection(name: string, tokens: readonly string[]): string | undefined {
  const sign = tokens.find(
    (token, at) => !isWord(token) && !isNumber(token) && !isKnown(token, tokens[at - 1], tokens[at + 1]),
  );
  return sign === undefined
    ? undefined
    : `${name} holds the sign ${sign}, which isn't known here: ` +
        "put blanks between signs, or write what it stands for";
}

export const OPENING = new Set(["(", "[", "{"]);
export const CLOSING = new Set([")", "]", "}"]);

/** How a token changes the number of brackets that are open. */
const deeper = (token: string): number => (OPENING.has(token) ? 1 : CLOSING.has(token) ? -1 : 0);

/** Where the bracket that opens at a place closes. */
export function closing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < open) continue;
    depth += deeper(token);
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** The tokens outside all brackets, with their places. */
export function* outside(tokens: readonly string[]): Generator<readonly [place: number, token: string]> {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (depth === 0) yield [at, token];
    depth += deeper(token);
  }
}

/** The number of tokens before the first of these ends outside brackets. */
export function lengthBefore(tokens: readonly string[], ends: readonly string[]): number {
  for (const [at, token] of outside(tokens)) if (ends.includes(token)) return at;
  return tokens.length;
}

/** Cuts at a sign outside brackets. */
export function split(tokens: readonly string[], sign: string): string[][] {
  const parts: string[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += deeper(token);
    if (token === sign && depth === 0) parts.push([]);
    else lastEntry(parts).push(token);
  }
  return parts;
}
