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
  const name = tokens[1] ?? "";
  const body = tokens.indexOf(":=");
  if (body < 0) return `${name} must have its body written, not built by tactics`;
  const parameters = parametersIn(tokens.slice(2, body));
  if (parameters === undefined) return `${name} has parameters that can't be told: write (x : X)`;
  const rest = tokens.slice(body + 1, -1);
  const problems: string[] = [];
  for (const [place, parameter] of parameters.entries()) {
    const problem = new Body(rest, { name, parameter, place }).problem();
    if (problem === undefined) return undefined;
    problems.push(problem);
  }
  const told = problems.find((problem) => problem !== NOT_SMALLER) ?? NOT_SMALLER;
  return `${name} is recursive in a way that isn't plain: ${told}`;
}

/** Why a parameter isn't the one that a function recurs on. */
const NOT_SMALLER =
  "each call needs a variable bound by a match on one and the same parameter, around the call";

/** Words and signs. A sign is as long as Coq could read it. */
export function tokensOf(text: string): string[] {
  return (
    text.match(
      /[\p{L}_][\p{L}\p{N}_'.]*[\p{L}\p{N}_']|[\p{L}_]|\p{N}+|[()[\]{},]|[^\p{L}\p{N}_\s()[\]{},]+/gu,
    ) ?? []
  );
}

const isWord = (token: string | undefined): boolean => token !== undefined && /^[\p{L}_]/u.test(token);

/** Words of the language, after which an argument can't follow. */
const KEYWORDS = new Set(
  "as at else end exists for forall fun if in let match return then using with".split(" "),
);

/** Whether a token may end the function or an argument of an application. */
const endsAtom = (token: string | undefined): boolean =>
  token !== undefined &&
  (/^[)\]}]$/.test(token) || /^\p{N}/u.test(token) || (isWord(token) && !KEYWORDS.has(token)));

/** … or start one. */
const startsAtom = (token: string | undefined): boolean =>
  token !== undefined && !/^[)\]}]$/.test(token) && (OPENING.has(token) || endsAtom(token));

/** What binds names in ways that aren't followed here, or leaves a part of the term to other commands. */
const UNCLEAR = /^(?:fix|cofix|ltac|where|exists2|\{|@\{)$|[∀∃λΠΣ!`]/u;

const OPENING = new Set(["(", "[", "{"]);
const CLOSING = new Set([")", "]", "}"]);

/** Where the bracket that opens at a place closes. */
function closing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < open) continue;
    if (OPENING.has(token)) depth += 1;
    if (CLOSING.has(token)) depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** The explicit parameters in order; implicit ones in braces are left out of calls too. */
function parametersIn(header: readonly string[]): string[] | undefined {
  const found: string[] = [];
  let at = 0;
  for (let token = header[at]; token !== undefined && token !== ":"; token = header[at]) {
    const end = OPENING.has(token) ? closing(header, at) : at;
    const inside = header.slice(at + 1, end);
    const colon = inside.indexOf(":");
    const names = end === at ? [token] : inside.slice(0, colon < 0 ? inside.length : colon);
    if (!names.every(isWord) || token === "[") return undefined;
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
    for (let at = 0; at < this.tokens.length && this.#problem === undefined; at = this.#step(at));
    return this.#problem;
  }

  /** Beyond the end there is no sign. */
  #token(at: number): string {
    return this.tokens[at] ?? "";
  }

  /** Reads what starts at a place; where to go on. */
  #step(at: number): number {
    const token = this.#token(at);
    if (OPENING.has(token)) this.#depth += 1;
    if (CLOSING.has(token)) this.#depth -= 1;
    const match = this.#open.at(-1);
    if (token === "match") return this.#startMatch(at);
    if (token === "end" && match?.depth === this.#depth) this.#open.pop();
    if (token === "|" && match?.depth === this.#depth) return this.#branch(at + 1, match);
    if (token === "with") this.#problem = "it is mutual, or a match can't be told from its text";
    if (UNCLEAR.test(token)) this.#problem = `its body holds ${token}`;
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

  /** What one row of patterns binds to parts of the parameter: the words in patterns that take it apart. */
  #parts(row: readonly string[], match: Match): string[] {
    const patterns = split(row, ",");
    return patterns.flatMap((pattern, index) => {
      const looksAt = match.scrutinees[index];
      const takesApart = pattern.length > 1 && !(pattern.includes("as") && !pattern.includes("::"));
      return looksAt?.length === 1 && looksAt[0] === this.sought.parameter && takesApart
        ? variablesOf(pattern)
        : [];
    });
  }

  /** Variables that a function, a quantifier or a `let` binds. */
  #binders(at: number): number {
    const ends = this.tokens[at] === "let" ? [":=", "in"] : ["=>", ","];
    let end = at + 1;
    while (end < this.tokens.length && !ends.includes(this.#token(end))) end += 1;
    const bound = this.tokens.slice(at + 1, end);
    this.#refuseRebinding(bound);
    for (const token of bound) {
      if (OPENING.has(token)) this.#depth += 1;
      if (CLOSING.has(token)) this.#depth -= 1;
    }
    return end;
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
    if (endsAtom(before) || before === "@" || given.length <= place)
      this.#problem = `${name} is used otherwise than by a call`;
    else if (structural === undefined || !smaller.includes(structural)) this.#problem = NOT_SMALLER;
  }
}

/** So many arguments from a place on: a word as it is, anything longer as undefined. */
function argumentsAt(tokens: readonly string[], start: number, count: number): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  let at = start;
  while (found.length < count) {
    const token = tokens[at];
    if (token === undefined || KEYWORDS.has(token)) break;
    if (OPENING.has(token)) {
      at = closing(tokens, at);
      found.push(undefined);
    } else if (isWord(token)) found.push(token);
    else if (/^\p{N}/u.test(token)) found.push(undefined);
    else break;
    at += 1;
  }
  return found;
}

/** The variables of a pattern: its words but for those that lead others, which are constructors. */
const variablesOf = (pattern: readonly string[]): string[] =>
  pattern.filter((token, at) => {
    const next = pattern[at + 1];
    const leads = !endsAtom(pattern[at - 1]) && startsAtom(next);
    return isWord(token) && !KEYWORDS.has(token) && token !== "_" && !leads;
  });

/** `p, q | p', q'`: the rows of patterns that share a branch. */
const alternatives = (pattern: readonly string[]): string[][] => split(pattern, "|");

/** What all rows bind. */
const common = (left: readonly string[], right: readonly string[]): string[] =>
  left.filter((word) => right.includes(word));

/** Cuts at a sign outside brackets. */
function split(tokens: readonly string[], sign: string): string[][] {
  const parts: string[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (OPENING.has(token)) depth += 1;
    if (CLOSING.has(token)) depth -= 1;
    if (token === sign && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
