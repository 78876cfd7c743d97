import { closest, distance } from "fastest-levenshtein";
import type { Claim } from "../../claims/evidence/claim.js";
import { claims } from "../../claims/registry.js";
import { InputError } from "../../exact/inputError.js";

/**
 * The claims that the arguments name, each once: by their ids, in letters of either case, or by patterns in
 * which `*` stands for any letters, such as `thm-3.1*`, or by the place in the source, such as "Theorem 3.1".
 *
 * @throws InputError that suggests an id, if an argument names no claim.
 */
export function claimsNamed(names: readonly string[]): readonly Claim[] {
  return [...new Set(names.flatMap(named))];
}

function named(name: string): Claim[] {
  const letters = name.toLowerCase().split("*").map(literally);
  const pattern = new RegExp(`^${letters.join(".*")}$`);
  const matching = claims.filter(({ id }) => pattern.test(id));
  if (matching.length > 0) return matching;
  const place = placeWords(name);
  const isPlace = /^§|\s/.test(name) && !name.includes("*");
  const there = claims.filter(({ source }) => isPlace && holds(placeWords(source), place));
  if (there.length > 0) return there;
  throw new InputError(
    `no claim ${JSON.stringify(name)}${suggestion(name.toLowerCase())}`,
    "see equiloss verify --list",
  );
}

/** The short forms of what texts number. */
const SHORT = new Map([
  ["theorem", "thm"],
  ["lemma", "lem"],
  ["definition", "def"],
  ["proposition", "prop"],
  ["corollary", "cor"],
  ["remark", "rem"],
  ["figure", "fig"],
  ["equation", "eq"],
]);

/** The words of a place in a text, in short forms: "Equation (6)" and "Eq. 6" are one place. */
function placeWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/§?[\p{L}\d]+(?:\.\d+)*/gu) ?? []).map((word) => SHORT.get(word) ?? word);
}

/** Whether these words hold those, one after the other. */
function holds(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, at) => wanted.every((word, place) => words[at + place] === word));
}

/** The suggestion for a name of no claim: the claims whose ids begin so, or else the nearest. */
function suggestion(name: string): string {
  const ids = claims.map(({ id }) => id);
  return name !== "" && ids.some((id) => id.startsWith(name))
    ? ` (Did you mean '${name}*'?)`
    : nearest(name, ids);
}

/**
 * What was meant by a name that isn't among these, in words for a message. As in git, nothing is suggested
 * that shares too little with what was typed, since it would mislead.
 */
export function nearest(name: string, ids: readonly string[]): string {
  const near = closest(name, ids);
  return distance(name, near) <= Math.max(2, Math.floor(near.length / 4)) ? ` (Did you mean ${near}?)` : "";
}

const literally = (text: string): string => text.replace(/[\\^$.+?()[\]{}|]/g, "\\$&");
