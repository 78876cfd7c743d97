import { blocksIn, fieldsOf, isBlock, isTuple } from "./blocks.js";
import type { Block, Value } from "./marshal.js";

/** A recursive function in a kernel term. */
export interface JudgedRecursion {
  /** As it is bound in the term. */
  readonly name: string;
  /** Why it doesn't count, as in "is mutual". */
  readonly problem: string | undefined;
}

/**
 * Which recursive functions count: those that are, by their form alone, instances of the eliminator that comes with
 * an inductive type.
 *
 * The kernel's own check of termination accepts far more, and has accepted functions that don't terminate, from
 * which False follows (proofs/README.md lists the defects by number). Every one of them needs a call whose argument
 * is no variable, a function that is passed on uncalled, or a function within a function. So each recursive
 * function must, in the term that the kernel accepted,
 * - be alone (not mutual) and not corecursive,
 * - have no other recursive function inside,
 * - occur inside itself only where it is called, and with its structural argument at that,
 * - which has to be a variable bound by a `match` on the parameter itself, in the branch where the call stands.
 */
export function* judgedRecursions(terms: readonly Value[]): Generator<JudgedRecursion> {
  for (const block of blocksIn(terms)) {
    if (isFix(block)) yield new Recursion(block).judged();
    else if (isCofix(block)) yield { name: declaredNames(block), problem: "is corecursive" };
  }
}

/** Kernel terms by their tags, in the order of the type `kind_of_term` of Coq's `kernel/constr.ml`. */
const TAG = {
  rel: 0,
  meta: 2,
  evar: 3,
  cast: 5,
  prod: 6,
  lambda: 7,
  letIn: 8,
  app: 9,
  case: 13,
  fix: 14,
  cofix: 15,
  proj: 16,
} as const;

/** Terms without parts: variables by name, sorts, and names of constants, types and constructors. */
const LEAVES: readonly number[] = [1, 4, 10, 11, 12];

/** `Fix ((recursive arguments, which), (names, types, bodies))`. No other data of a compiled file has this shape. */
function isFix({ tag, fields }: Block): boolean {
  if (tag !== TAG.fix || fields.length !== 1 || !isTuple(fields[0], 2)) return false;
  const [places, declarations] = fields[0].fields;
  return isTuple(places, 2) && isTuple(declarations, 3) && isBlock(places.fields[0]);
}

/** `CoFix (which, (names, types, bodies))` */
function isCofix({ tag, fields }: Block): boolean {
  if (tag !== TAG.cofix || fields.length !== 1 || !isTuple(fields[0], 2)) return false;
  const [which, declarations] = fields[0].fields;
  return typeof which === "number" && isTuple(declarations, 3);
}

/** More parts than a function that a person wrote has; shared parts count each time. */
const MOST_PARTS = 1_000_000;

/** What stands in the way of one recursive function. */
class Recursion {
  readonly #name: string;
  readonly #places: readonly Value[];
  readonly #bodies: readonly Value[];
  #parts = 0;

  constructor(fix: Block) {
    const [places, declarations] = fieldsOf(fix.fields[0]);
    this.#places = fieldsOf(fieldsOf(places)[0]);
    this.#bodies = fieldsOf(fieldsOf(declarations)[2]);
    this.#name = declaredNames(fix);
  }

  judged(): JudgedRecursion {
    try {
      this.#judge();
      return { name: this.#name, problem: undefined };
    } catch (error) {
      if (error instanceof Outside) return { name: this.#name, problem: error.message };
      throw error;
    }
  }

  #judge(): void {
    const [place] = this.#places;
    if (this.#bodies.length !== 1 || typeof place !== "number") throw new Outside("is mutual");
    let body = this.#bodies[0];
    const scope = new Scope(place);
    for (let parameter = 0; parameter <= place; parameter += 1) {
      if (!isBlock(body) || body.tag !== TAG.lambda)
        throw new Outside("doesn't name its structural parameter");
      this.#visit(body.fields[1], scope);
      scope.bind(1, false);
      body = body.fields[2];
    }
    this.#visit(body, scope);
  }

  #visit(term: Value | undefined, scope: Scope): void {
    this.#parts += 1;
    if (this.#parts > MOST_PARTS) throw new Outside("is too large to be judged");
    if (!isBlock(term)) throw new RangeError("a term is no block");
    const { tag, fields } = term;
    if (LEAVES.includes(tag)) return;
    switch (tag) {
      case TAG.rel:
        if (scope.isFunction(term)) throw new Outside("is used otherwise than by a call");
        return;
      case TAG.cast:
        this.#all([fields[0], fields[2]], scope);
        return;
      case TAG.prod:
      case TAG.lambda:
        this.#visit(fields[1], scope);
        this.#under(1, false, fields[2], scope);
        return;
      case TAG.letIn:
        this.#all([fields[1], fields[2]], scope);
        this.#under(1, false, fields[3], scope);
        return;
      case TAG.app:
        this.#application(fields, scope);
        return;
      case TAG.case:
        this.#match(fields, scope);
        return;
      case TAG.proj:
        this.#visit(fields.at(-1), scope);
        return;
      case TAG.fix:
      case TAG.cofix:
        throw new Outside("holds another recursive function");
      default:
        throw new Outside("holds what is no term of a finished proof, or a primitive value");
    }
  }

  #application([head, list]: readonly (Value | undefined)[], scope: Scope): void {
    const given = fieldsOf(list);
    if (!scope.isFunction(head)) this.#visit(head, scope);
    else if (!scope.isSmaller(given[scope.place]))
      throw new Outside(
        "is called on something else than a variable that a match on its parameter binds around the call",
      );
    this.#all(given, scope);
  }

  /** `Case (info, universes, parameters, return type, inversion, scrutinee, branches)`, since Coq 8.14. */
  #match(fields: readonly Value[], scope: Scope): void {
    const [, , parameters, returned, inversion, scrutinee, branches] = fields;
    if (fields.length !== 7) throw new RangeError("a match of another version of Coq");
    this.#all(fieldsOf(parameters), scope);
    const [names, type] = underNames(returned);
    this.#under(names, false, type, scope);
    if (isBlock(inversion)) this.#all(fieldsOf(inversion.fields[0]), scope);
    this.#visit(scrutinee, scope);
    const binds = scope.isParameter(scrutinee);
    for (const branch of fieldsOf(branches)) {
      const [count, body] = underNames(branch);
      this.#under(count, binds, body, scope);
    }
  }

  #under(binders: number, smaller: boolean, term: Value | undefined, scope: Scope): void {
    scope.bind(binders, smaller);
    this.#visit(term, scope);
    scope.leave(binders);
  }

  #all(terms: readonly (Value | undefined)[], scope: Scope): void {
    for (const term of terms) this.#visit(term, scope);
  }
}

/** The function is not one of those that count, and why. */
class Outside extends Error {}

/** The binders around a place in the function's body; the outermost is the function itself. */
class Scope {
  readonly #smaller: boolean[] = [false];

  /** @param place the number of parameters before the structural one. */
  constructor(readonly place: number) {}

  bind(count: number, smaller: boolean): void {
    for (let index = 0; index < count; index += 1) this.#smaller.push(smaller);
  }

  leave(count: number): void {
    this.#smaller.length -= count;
  }

  isFunction(term: Value | undefined): boolean {
    return this.#binder(term) === 0;
  }

  isParameter(term: Value | undefined): boolean {
    return this.#binder(term) === this.place + 1;
  }

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

/** How many names a return type or a branch binds, and what is under them. From 8.19 on, more stands beside them. */
function underNames(value: Value | undefined): [names: number, term: Value | undefined] {
  const [first, second] = fieldsOf(value);
  if (isBlock(first) && first.fields.every(isBinder)) return [first.fields.length, second];
  const [names, term] = fieldsOf(first);
  if (!isBlock(names) || !names.fields.every(isBinder)) throw new RangeError("a branch without its names");
  return [names.fields.length, term];
}

/** A name, or none, with its relevance. */
const isBinder = (value: Value): boolean =>
  isTuple(value, 2) &&
  (value.fields[0] === 0 || (isTuple(value.fields[0], 1) && typeof value.fields[0].fields[0] === "string"));

/** The names that a recursive term declares, one of a function that isn't mutual. */
function declaredNames(block: Block): string {
  const declarations = fieldsOf(block.fields[0])[1];
  const names = fieldsOf(fieldsOf(declarations)[0]).map((binder) => {
    const [name] = fieldsOf(binder);
    const text = isBlock(name) ? name.fields[0] : undefined;
    return typeof text === "string" ? text : "_";
  });
  return names.join(", ");
}
