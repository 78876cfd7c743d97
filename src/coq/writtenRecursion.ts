import { entry } from "../exact/entry.js";
import { sentencesOf } from "./sentences.js";
import {
  CLOSING,
  KEYWORDS,
  OPENING,
  closing,
  endsAtom,
  isNumber,
  isWord,
  lengthBefore,
  outside,
  signObjection,
  split,
  tokensOf,
} from "./writtenTokens.js";

/** The names of all functions that a file defines by `Fixpoint`. */
export function writtenRecursions(source: string): string[] {
  return sentencesOf(source).flatMap(({ text }) => {
    const name = /^(?:(?:Local|Global) )?Fixpoint (\S+)/.exec(text)?.[1];
    return name === undefined ? [] : [name];
  });
}

/**
 * What speaks against a recursive definition as it is written: the rule of {@link compiled/recursion}, read off
 * the text, for a Coq whose terms can't be read, and as a second look beside them.
 *
 * It refuses what it isn't sure of. One of the parameters has to be such that each call gives, in its place, a
 * variable bound by a pattern of a `match` on that parameter, in the branch where the call stands.
 *
 * @param text a sentence `Fixpoint f (x : X) … : T := body.`, without comments.
 * @example
 * ```ts
 * writtenRecursionObjection("Fixpoint f (n : nat) : nat := match n with O => O | S k => f k end.") // undefined
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
  if (parameters === undefined) return `${name} has parameters that can't be told: write (x : X)`;
  const rest = tokens.slice(body + 1, -1);
  const problems: string[] = [];
  for (const [place, parameter] of parameters.entries()) {
    const problem = new Body(rest, { name, parameter, place }).problem();
    if (problem === undefined) return undefined;
    problems.push(problem);
  }
  const problem = problems.find((other) => other !== NOT_SMALLER) ?? NOT_SMALLER;
  return `${name} is recursive in a way that isn't plain: ${problem}`;
}

/** Why a parameter isn't the one that a function recurs on. */
const NOT_SMALLER =
  "each call needs a variable bound by a match on one and the same parameter, around the call";

/** What binds names in ways that aren't followed here, or leaves a part of the term to other commands. */
const UNCLEAR = new Set("fix cofix ltac where exists2 {".split(" "));

/** The explicit parameters in order; implicit ones in braces are left out of calls too. */
function parametersIn(header: readonly string[]): string[] | undefined {
  const found: string[] = [];
  let at = 0;
  for (let token = header[at]; token !== undefined && token !== ":"; token = header[at]) {
    const end = OPENING.has(token) ? closing(header, at) : at;
    const inside = header.slice(at + 1, end);
    const colon = inside.indexOf(":");
    const names = end === at ? [token] : inside.slice(0, colon < 0 ? inside.length : colon);
    if (!names.every(isWord) || token === "[" || inside.includes(":=")) return undefined;
    if (token !== "{") found.push(...names);
    at = end + 1;
  }
  return found;
}

/** A match that is open at some place of the body. */
interface Match {
  readonly scrutinees: readonly (readonly string[])[];
  readonly depth: number;
  /** Variables that the current branch binds to parts of the parameter. */
  smaller: readonly string[];
}

/** What is looked for: a function that recurs on one of its parameters. */
interface Sought {
  readonly name: string;
  readonly parameter: string;
  readonly place: number;
}

/** One walk through a body, with a stack of the matches around. */
class Body {
  readonly #open: Match[] = [];
  #depth = 0;
  #problem: string | undefined;

  constructor(
    private readonly tokens: readonly string[],
    private readonly sought: Sought,
  ) {}

  problem(): string | undefined {
    // Wherever it stands: in what a match looks at and in a binder's type too.
    const unclear = this.tokens.find((token) => UNCLEAR.has(token));
    if (unclear !== undefined) return `its body holds ${unclear}`;
    for (let at = 0; at < this.tokens.length && this.#problem === undefined; at = this.#step(at));
    return this.#problem;
  }

  /** The token at a place; beyond the end the empty text, which is no sign. */
  #token(at: number): string {
    return at < this.tokens.length ? entry(this.tokens, at) : "";
  }

  /** Reads what starts at a place; where to go on. */
  #step(at: number): number {
    const token = this.#token(at);
    if (OPENING.has(token)) this.#depth += 1;
    if (CLOSING.has(token)) this.#depth -= 1;
    const match = this.#open.at(-1);
    if (token === "match") return this.#startMatch(at);
    if (token === "end") this.#open.pop();
    if (token === "|" && match?.depth === this.#depth) return this.#branch(at + 1, match);
    if (token === "with") this.#problem = "it is mutual, or a match can't be told from its text";
    if (["fun", "forall", "exists", "let"].includes(token)) return this.#binders(at);
    if (token === this.sought.name) this.#call(at);
    return at + 1;
  }

  /** `match a, b as c in … return … with`: only a scrutinee that is a variable and nothing else counts. */
  #startMatch(at: number): number {
    const scrutinees: string[][] = [[]];
    let depth = 0;
    for (let next = at + 1; next < this.tokens.length; next += 1) {
      const token = this.#token(next);
      if (token === "match" || token === this.sought.name) {
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
      else scrutinees.at(-1)?.push(token);
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

  /** What one row of patterns binds to parts of the parameter. */
  #parts(row: readonly string[], match: Match): string[] {
    return split(row, ",").flatMap((pattern, index) => {
      const looksAt = match.scrutinees[index];
      return looksAt?.length === 1 && looksAt[0] === this.sought.parameter ? partsOf(pattern) : [];
    });
  }

  /** Variables that a function, a quantifier or a `let` binds. */
  #binders(at: number): number {
    const ends = this.tokens[at] === "let" ? [":="] : ["=>", ","];
    // Within brackets, these belong to the types of what is bound.
    const bound = this.tokens.slice(at + 1).slice(0, lengthBefore(this.tokens.slice(at + 1), ends));
    this.#refuseRebinding(bound);
    return at + 1 + bound.length;
  }

  /** A name that gets another meaning would make calls look like what they aren't. */
  #refuseRebinding(bound: readonly string[]): void {
    const { name, parameter } = this.sought;
    const taken = [name, parameter, ...this.#open.flatMap(({ smaller }) => smaller)];
    const again = bound.find((token) => taken.includes(token));
    if (again !== undefined) this.#problem = `it binds ${again} again: choose another name`;
  }

  #call(at: number): void {
    const { name, place } = this.sought;
    const before = this.tokens[at - 1];
    const given = argumentsAt(this.tokens, at + 1, place + 1);
    const structural = given[place];
    const smaller = this.#open.flatMap((match) => match.smaller);
    if (endsAtom(before) || given.length <= place) this.#problem = `${name} is used otherwise than by a call`;
    else if (structural === undefined || !smaller.includes(structural)) this.#problem = NOT_SMALLER;
  }
}

/**
 * So many arguments from a place on: a word as it is, anything longer as undefined. One that is given by name,
 * `(x := …)`, could stand for any parameter, and ends the search.
 */
function argumentsAt(tokens: readonly string[], start: number, count: number): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let at = start;
  while (found.length < count) {
    const token = tokens[at];
    if (token === undefined || KEYWORDS.has(token) || tokens[at + 2] === ":=") break;
    if (OPENING.has(token)) {
      at = closing(tokens, at);
      found.push(undefined);
    } else if (isWord(token)) found.push(token);
    else if (isNumber(token)) found.push(undefined);
    else break;
    at += 1;
  }
  return found;
}

/**
 * The variables that a pattern binds to parts of what it takes apart: plain arguments of one constructor, `C x …`
 * or `x :: l`, or other names of arguments in brackets, `x :: (y :: l) as l'`. Brackets around a pattern, or
 * another name for all of it, leave a variable that may be the whole.
 */
function partsOf(pattern: readonly string[]): string[] {
  const bare = unbracketed(pattern);
  const [constructor, ...given] = bare;
  if (["|", ",", ":"].some((sign) => lengthBefore(bare, [sign]) < bare.length)) return [];
  const listed = split(bare, "::").map(unbracketed);
  const parts = listed.length > 1 ? listed : plainArguments(constructor, given);
  return parts.flatMap((part) => {
    const last = part.at(-1);
    if (last === undefined) return [];
    const alias = part.at(-2) === "as" && part[0] === "(" && closing(part, 0) === part.length - 3;
    return (part.length === 1 || alias) && isWord(last) && last !== "_" ? [last] : [];
  });
}

/** Each argument of a constructor; none if it isn't that simple. */
const plainArguments = (constructor: string | undefined, given: readonly string[]): string[][] =>
  isWord(constructor) && !given.includes("as") ? [...outside(given)].map(([, token]) => [token]) : [];

/** Without round brackets around all of it. */
function unbracketed(tokens: readonly string[]): readonly string[] {
  let bare = tokens;
  while (bare[0] === "(" && closing(bare, 0) === bare.length - 1) bare = bare.slice(1, -1);
  return bare;
}

/** `p, q | p', q'`: the rows of patterns that share a branch. */
const alternatives = (pattern: readonly string[]): string[][] => split(pattern, "|");

/** What all rows bind. */
const common = (left: readonly string[], right: readonly string[]): string[] =>
  left.filter((word) => right.includes(word));
