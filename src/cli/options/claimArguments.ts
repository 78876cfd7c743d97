import { closest, distance } from "fastest-levenshtein";
import type { Claim } from "../../claims/evidence/claim.js";
import { claims } from "../../claims/registry.js";
import { InputError } from "../../exact/inputError.js";

/**
 * The claims that the arguments name, each once: by their ids, in letters of either case, or by patterns in
 * which `*` stands for any letters, such as `thm-3.1*`.
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
  const ids = claims.map(({ id }) => id);
  const near = closest(name.toLowerCase(), ids);
  // As in git: a suggestion that shares too little with what was typed misleads.
  const suggestion =
    distance(name.toLowerCase(), near) <= Math.max(2, near.length / 3) ? ` (Did you mean ${near}?)` : "";
  throw new InputError(`no claim ${JSON.stringify(name)}${suggestion}`, "see equiloss verify --list");
}

const literally = (text: string): string => text.replace(/[\\^$.+?()[\]{}|]/g, "\\$&");
