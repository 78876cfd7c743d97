import { blocksIn, fieldsOf, isBlock } from "./blocks.js";
import type { Block, Value } from "./marshal.js";
import { Scope } from "./scope.js";
import { CASE_FIELDS, LEAVES, TAG, declaredNames, isCofix, isFix, underNames } from "./terms.js";

/** A recursive function in a kernel term. */
export interface JudgedRecursion {
  /** The name that binds it in the term. */
  readonly name: string;
  /** Why it doesn't count, as in "is mutual". */
  readonly problem: string | undefined;
}

/**
 * Judges recursive functions. Those count that are, by their form alone, instances of the eliminator of an
 * inductive type.
 *
 * The kernel's check of termination accepts far more. It has accepted functions that don't terminate, from
 * which False follows (proofs/README.md lists the defects by number). Each of these defects needs a call
 * whose argument is not a variable, a function that is passed on uncalled, or a function within a function.
 * So each recursive function must, in the term that the kernel accepted,
 * - be alone (not mutual) and not corecursive,
 * - have no other recursive function inside,
 * - occur inside itself only in calls that have the structural argument,
 * - have for that argument a variable that a `match` on the parameter itself binds, in the branch with the
 *   call.
 */
export function* judgedRecursions(terms: readonly Value[]): Generator<JudgedRecursion> {
  for (const block of blocksIn(terms)) {
    if (isFix(block)) yield new Recursion(block).judged();
    else if (isCofix(block)) yield { name: declaredNames(block), problem: "is corecursive" };
  }
}

/** A bound above the number of parts of a function that a person writes. Shared parts count each time. */
const MOST_PARTS = 1_000_000;

/** A bound above the depth to which a person nests terms, and below what JavaScript's own stack allows. */
const MOST_NESTED = 1_000;

/** Judges one recursive function. */
class Recursion {
  readonly #name: string;
  readonly #places: readonly Value[];
  readonly #bodies: readonly Value[];
  #parts = 0;
  #nested = 0;

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
    if (!isBlock(term)) throw new RangeError("a term is not a block");
    if (LEAVES.includes(term.tag)) return;
    this.#nested += 1;
    if (this.#nested > MOST_NESTED)
      throw new Outside(`nests terms more than ${MOST_NESTED} deep, too deep to be judged`);
    this.#visitParts(term, scope);
    this.#nested -= 1;
  }

  #visitParts(term: Block, scope: Scope): void {
    const { tag, fields } = term;
    switch (tag) {
      case TAG.rel:
        if (scope.isFunction(term)) throw new Outside("is used without a call");
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
        throw new Outside("holds something that is not a term of a finished proof, or a primitive value");
    }
  }

  #application([head, list]: readonly (Value | undefined)[], scope: Scope): void {
    const args = fieldsOf(list);
    if (!scope.isFunction(head)) this.#visit(head, scope);
    else if (!scope.isSmaller(args[scope.place]))
      throw new Outside(
        "is called on something other than a variable that a match on its parameter binds around the call",
      );
    this.#all(args, scope);
  }

  #match(fields: readonly Value[], scope: Scope): void {
    const [, , parameters, returned, inversion, scrutinee, branches] = fields;
    if (fields.length !== CASE_FIELDS) throw new RangeError("a match of another version of Coq");
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

/** Says why a function is not one of those that count. */
class Outside extends Error {}
