import { entry } from "../exact/entry.js";
import type { Theory } from "./theory.js";

/**
 * The theories of a list on which some of them rest, those included, in the order of the list.
 *
 * @param theories each after those that it requires.
 */
export function neededBy(names: readonly string[], theories: readonly Theory[]): Theory[] {
  const needed = new Set(names);
  const found = theories.toReversed().filter(({ name, requires }) => {
    if (!needed.has(name)) return false;
    for (const required of requires) needed.add(required);
    return true;
  });
  return found.reverse();
}

/**
 * Shares theories out among documents that are read at the same time. A document has to hold all that a
 * theory rests on, though another one holds it too. So what is shared out are the ends, which no other theory
 * requires, each with all that it rests on.
 */
export class Shares {
  readonly #ends: Set<readonly Theory[]>;
  readonly #shares: readonly Set<Theory>[];
  readonly #all: number;

  constructor(theories: readonly Theory[], documents: number) {
    const required = new Set(theories.flatMap(({ requires }) => requires));
    const ends = theories.filter(({ name }) => !required.has(name));
    this.#ends = new Set(ends.map(({ name }) => neededBy([name], theories)));
    this.#shares = Array.from({ length: documents }, () => new Set());
    this.#all = lengthOf(theories);
  }

  /**
   * The theories for a document, each after those that it requires. The next end is chosen once the theories
   * of the one before have been read, so a document that is faster gets more of them.
   */
  *of(document: number): Generator<Theory> {
    const share = entry(this.#shares, document);
    for (let end = this.#best(share); end !== undefined; end = this.#best(share)) {
      this.#ends.delete(end);
      const added = lacking(share, end);
      for (const theory of added) share.add(theory);
      yield* added;
    }
  }

  /** The end that adds to this share the least, compared to the others, and of such ends the longest. */
  #best(share: ReadonlySet<Theory>): readonly Theory[] | undefined {
    const others = this.#shares.filter((other) => other !== share);
    const rated = [...this.#ends].map((end) => {
      const added = lengthOf(lacking(share, end));
      const elsewhere = Math.min(this.#all, ...others.map((other) => lengthOf(lacking(other, end))));
      return { end, added, dearer: added - elsewhere };
    });
    return rated.sort((a, b) => a.dearer - b.dearer || b.added - a.added)[0]?.end;
  }
}

const lacking = (share: ReadonlySet<Theory>, theories: readonly Theory[]): Theory[] =>
  theories.filter((theory) => !share.has(theory));

/** The time that theories take is roughly as the length of their text. */
const lengthOf = (theories: readonly Theory[]): number =>
  theories.reduce((sum, { source }) => sum + source.length, 0);
