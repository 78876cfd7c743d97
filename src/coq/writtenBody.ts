import { entry, lastEntry } from "../exact/entry.js";
import { alternatives, common, partsOf } from "./writtenPatterns.js";
import {
  CLOSING,
  KEYWORDS,
  OPENING,
  closing,
  endsAtom,
  isNumber,
  isWord,
  lengthBefore,
  split,
} from "./writtenTokens.js";

/** Why a parameter can't be the one that a function recurs on. */
export const NOT_SMALLER =
  "each call needs a variable bound by a match on one and the same parameter, around the call";

/** Words and signs with bindings that aren't followed here, or that leave a part of the term to commands. */
const UNCLEAR = new Set("fix cofix ltac where exists2 {".split(" "));

/** A match that is open at some place of the body. */
interface Match {
  readonly scrutinees: readonly (readonly string[])[];
  readonly depth: number;
  /** Variables that the current branch binds to parts of the parameter. */
  smaller: readonly string[];
}

/** The tested assumption: the function recurs on the parameter in this place. */
interface Assumption {
  readonly name: string;
  readonly parameter: string;
  readonly place: number;
}

/** One walk through the body of a function, with a stack of the matches around the place. */
export class Body {
  readonly #open: Match[] = [];
  #depth = 0;
  #problem: string | undefined;

  constructor(
    private readonly tokens: readonly string[],
    private readonly assumption: Assumption,
  ) {}

  problem(): string | undefined {
    // These are refused everywhere, even in a scrutinee and in a binder's type.
    const unclear = this.tokens.find((token) => UNCLEAR.has(token));
    if (unclear !== undefined) return `its body holds ${unclear}`;
    for (let at = 0; at < this.tokens.length && this.#problem === undefined; at = this.#step(at));
    return this.#problem;
  }

  /** The token in a place; empty beyond the end. */
  #token(at: number): string {
    return at < this.tokens.length ? entry(this.tokens, at) : "";
  }

  /** Reads what starts in a place, and returns the place to go on from. */
  #step(at: number): number {
    const token = this.#token(at);
    if (OPENING.has(token)) this.#depth += 1;
    if (CLOSING.has(token)) this.#depth -= 1;
    const match = this.#open.at(-1);
    if (token === "match") return this.#startMatch(at);
    if (token === "end") this.#open.pop();
    if (token === "|" && match?.depth === this.#depth) return this.#branch(at + 1, match);
    if (token === "with") this.#problem = "it is mutual, or a match is unclear from its text";
    if (["fun", "forall", "exists", "let"].includes(token)) return this.#binders(at);
    if (token === this.assumption.name) this.#call(at);
    return at + 1;
  }

  /** `match a, b as c in … return … with`. A scrutinee counts only if it is a variable. */
  #startMatch(at: number): number {
    const scrutinees: string[][] = [[]];
    let depth = 0;
    for (let next = at + 1; next < this.tokens.length; next += 1) {
      const token = this.#token(next);
      if (token === "match" || token === this.assumption.name) {
        this.#problem = "what a match looks at must hold neither a call nor a match";
        return next;
      }
      if (OPENING.has(token)) depth += 1;
      if (CLOSING.has(token)) depth -= 1;
      if (token === "with" && depth === 0) {
        const match: Match = { scrutinees, depth: this.#depth, smaller: [] };
        this.#open.push(match);
        return this.tokens[next + 1] === "|" ? next + 1 : this.#branch(next + 1, match);
      }
      if (token === "," && depth === 0) scrutinees.push([]);
      else lastEntry(scrutinees).push(token);
    }
    this.#problem = "a match doesn't end";
    return this.tokens.length;
  }

  /** The patterns of a branch, up to its arrow; an empty match has none. */
  #branch(at: number, match: Match): number {
    if (this.tokens[at] === "end") return at;
    const end = this.tokens.indexOf("=>", at);
    if (end < 0) {
      this.#problem = "a branch has no arrow";
      return this.tokens.length;
    }
    const pattern = this.tokens.slice(at, end);
    match.smaller = [];
    this.#refuseRebinding(pattern);
    match.smaller = alternatives(pattern)
      .map((row) => this.#parts(row, match))
      .reduce(common);
    return end + 1;
  }

  /** The variables that one row of patterns binds to parts of the parameter. */
  #parts(row: readonly string[], match: Match): string[] {
    return split(row, ",").flatMap((pattern, index) => {
      const looksAt = match.scrutinees[index];
      return looksAt?.length === 1 && looksAt[0] === this.assumption.parameter ? partsOf(pattern) : [];
    });
  }

  /** Variables that a function, a quantifier or a `let` binds. */
  #binders(at: number): number {
    const ends = this.tokens[at] === "let" ? [":="] : ["=>", ","];
    // Within brackets, these ends belong to types.
    const after = this.tokens.slice(at + 1);
    const length = lengthBefore(after, ends);
    this.#refuseRebinding(after.slice(0, length));
    return at + 1 + length;
  }

  /** Refuses names that get a second meaning, as one call could then look like another. */
  #refuseRebinding(tokens: readonly string[]): void {
    const { name, parameter } = this.assumption;
    const names = [name, parameter, ...this.#open.flatMap(({ smaller }) => smaller)];
    const repeated = tokens.find((token) => names.includes(token));
    if (repeated !== undefined) this.#problem = `it binds ${repeated} again: choose another name`;
  }

  #call(at: number): void {
    const { name, place } = this.assumption;
    const before = this.tokens[at - 1];
    const args = argumentsAt(this.tokens, at + 1, place + 1);
    const structural = args[place];
    const smaller = this.#open.flatMap((match) => match.smaller);
    if (endsAtom(before) || args.length <= place) this.#problem = `${name} is used without a call`;
    else if (structural === undefined || !smaller.includes(structural)) this.#problem = NOT_SMALLER;
  }
}

/**
 * At most `count` arguments from a place on. A word is given as it is, anything longer as undefined. An
 * argument by name, `(x := …)`, could be any parameter, so the list ends before it.
 */
function argumentsAt(tokens: readonly string[], start: number, count: number): (string | undefined)[] {
  const args: (string | undefined)[] = [];
  let at = start;
  while (args.length < count) {
    const token = tokens[at];
    if (token === undefined || KEYWORDS.has(token) || tokens[at + 2] === ":=") break;
    if (OPENING.has(token)) {
      at = closing(tokens, at);
      args.push(undefined);
    } else if (isWord(token)) args.push(token);
    else if (isNumber(token)) args.push(undefined);
    else break;
    at += 1;
  }
  return args;
}
