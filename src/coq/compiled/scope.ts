import { isBlock } from "./blocks.js";
import type { Value } from "./marshal.js";
import { TAG } from "./terms.js";

/** The binders around a place in a recursive function, from the outermost: the function, its parameters, … */
export class Scope {
  /** For each binder, whether it binds a part of the structural parameter. */
  readonly #smaller: boolean[] = [false];

  /** @param place the number of parameters before the structural one. */
  constructor(readonly place: number) {}

  /** Enters a number of binders at once. */
  bind(count: number, smaller: boolean): void {
    for (let index = 0; index < count; index += 1) this.#smaller.push(smaller);
  }

  /** Leaves the innermost binders. */
  leave(count: number): void {
    this.#smaller.length -= count;
  }

  /** Whether a term is the function itself. */
  isFunction(term: Value | undefined): boolean {
    return this.#binder(term) === 0;
  }

  /** Whether a term is the structural parameter. */
  isParameter(term: Value | undefined): boolean {
    return this.#binder(term) === this.place + 1;
  }

  /** Whether a term is a variable for a part of the structural parameter. */
  isSmaller(term: Value | undefined): boolean {
    const binder = this.#binder(term);
    return binder !== undefined && this.#smaller[binder] === true;
  }

  /** Which binder a variable means, from the outermost; variables count from the innermost, which is 1. */
  #binder(term: Value | undefined): number | undefined {
    if (!isBlock(term) || term.tag !== TAG.rel || typeof term.fields[0] !== "number") return undefined;
    return this.#smaller.length - term.fields[0];
  }
}
