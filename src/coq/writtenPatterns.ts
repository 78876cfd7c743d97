import { closing, isWord, lengthBefore, outside, split } from "./writtenTokens.js";

/**
 * The variables that a pattern binds to parts of a value: plain arguments of one constructor, `C x …` or
 * `x :: l`, or names of arguments in brackets, `x :: (y :: l) as l'`. A variable in brackets, or a name for
 * the whole pattern, may be the whole value.
 */
export function partsOf(pattern: readonly string[]): string[] {
  const bare = unbracketed(pattern);
  const [constructor, ...args] = bare;
  if (["|", ",", ":"].some((sign) => lengthBefore(bare, [sign]) < bare.length)) return [];
  const items = split(bare, "::").map(unbracketed);
  const parts = items.length > 1 ? items : plainArguments(constructor, args);
  return parts.flatMap((part) => {
    const last = part.at(-1);
    const alias = part.at(-2) === "as" && part[0] === "(" && closing(part, 0) === part.length - 3;
    return last !== undefined && (part.length === 1 || alias) && isWord(last) && last !== "_" ? [last] : [];
  });
}

/** The arguments of a constructor; none if the pattern is anything but a constructor with arguments. */
const plainArguments = (constructor: string | undefined, args: readonly string[]): string[][] =>
  isWord(constructor) && !args.includes("as") ? [...outside(args)].map(([, token]) => [token]) : [];

/** A pattern without the round brackets around the whole. */
function unbracketed(tokens: readonly string[]): readonly string[] {
  let bare = tokens;
  while (bare[0] === "(" && closing(bare, 0) === bare.length - 1) bare = bare.slice(1, -1);
  return bare;
}

/** The rows of patterns that share a branch, as in `p, q | p', q'`. */
export const alternatives = (pattern: readonly string[]): string[][] => split(pattern, "|");

/** The words that occur in both lists. */
export const common = (left: readonly string[], right: readonly string[]): string[] =>
  left.filter((word) => right.includes(word));
