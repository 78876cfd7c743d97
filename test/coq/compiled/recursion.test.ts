import { describe, expect, it } from "vitest";
import type { Block, Value } from "../../../src/coq/compiled/marshal.js";
import { judgedRecursions } from "../../../src/coq/compiled/recursion.js";

const block = (tag: number, ...fields: Value[]): Block => ({ tag, fields });
const list = (...items: Value[]): Block => block(0, ...items);
const binder = (name: string): Block => block(0, block(0, name), 0);

// Terms as the kernel keeps them; variables count from the innermost binder, which is 1.
const rel = (index: number): Block => block(0, index);
const constant = (name: string): Block => block(10, block(0, name));
const lambda = (type: Value, body: Value): Block => block(7, binder("x"), type, body);
const letIn = (value: Value, body: Value): Block => block(8, binder("x"), value, NAT, body);
const app = (head: Value, ...given: Value[]): Block => block(9, head, list(...given));
const cast = (term: Value): Block => block(5, term, 0, NAT);
const NAT = block(11, block(0, "nat"));

interface Branch {
  readonly names: number;
  readonly body: Value;
}
const under = ({ names, body }: Branch): Block => list(list(...Array<Block>(names).fill(binder("k"))), body);
const match = (
  scrutinee: Value,
  branches: readonly Branch[],
  returned: Branch = { names: 1, body: NAT },
): Block => block(13, list(), 0, list(), under(returned), 0, scrutinee, list(...branches.map(under)));
const fix = (place: number, ...bodies: Value[]): Block =>
  block(
    14,
    list(
      list(list(...bodies.map(() => place)), 0),
      list(list(...bodies.map(() => binder("f"))), list(...bodies.map(() => NAT)), list(...bodies)),
    ),
  );

const zero: Branch = { names: 0, body: constant("O") };
const judge = (term: Value): (string | undefined)[] =>
  [...judgedRecursions([term])].map(({ problem }) => problem);

/** fix f (n : nat) := match n with O => O | S k => … end; there k is 1, n is 2, f is 3. */
const recursive = (body: Value): Block => fix(0, lambda(NAT, match(rel(1), [zero, { names: 1, body }])));

const CALL =
  "is called on something else than a variable that a match on its parameter binds around the call";
const USED = "is used otherwise than by a call";
const INSIDE = "holds another recursive function";

describe("judgedRecursions", () => {
  it("admits calls on what a match on the parameter binds, anywhere under it", () => {
    expect(judge(recursive(app(rel(3), rel(1))))).toEqual([undefined]);
    expect(judge(recursive(app(constant("S"), app(rel(3), rel(1)))))).toEqual([undefined]);
    expect(judge(recursive(lambda(NAT, app(rel(4), rel(2)))))).toEqual([undefined]);
    expect(judge(recursive(letIn(app(rel(3), rel(1)), app(rel(4), rel(2)))))).toEqual([undefined]);
    expect(judge(recursive(match(rel(2), [zero, { names: 1, body: app(rel(4), rel(1)) }])))).toEqual([
      undefined,
    ]);
    // Another parameter before, which calls may change; further arguments behind.
    expect(
      judge(
        fix(
          1,
          lambda(
            NAT,
            lambda(NAT, match(rel(1), [{ names: 1, body: app(rel(4), constant("a"), rel(1), rel(3)) }])),
          ),
        ),
      ),
    ).toEqual([undefined]);
  });

  it("finds them wherever they stand, and each once", () => {
    const shared = recursive(app(rel(3), rel(2)));
    const judged = [...judgedRecursions([list(shared, block(3, shared)), recursive(app(rel(3), rel(1)))])];
    expect(judged.map(({ problem }) => problem).sort()).toEqual([CALL, undefined]);
    expect(judged.map(({ name }) => name)).toEqual(["f", "f"]);
  });

  it.each([
    ["on the parameter itself", app(rel(3), rel(2))],
    ["on a constant", app(rel(3), constant("O"))],
    ["on a part of a part of something", app(rel(3), app(constant("pred"), rel(1)))],
    ["on a cast part", app(rel(3), cast(rel(1)))],
    ["on a part by another name", letIn(rel(1), app(rel(4), rel(1)))],
    ["on what a function within binds", lambda(NAT, app(rel(4), rel(1)))],
    ["on what a match on a part binds", match(rel(1), [{ names: 1, body: app(rel(4), rel(1)) }])],
    ["in an argument of a call", app(rel(3), rel(1), lambda(NAT, app(rel(4), rel(1))))],
  ])("refuses calls %s", (_, body) => {
    expect(judge(recursive(body))).toEqual([CALL]);
  });

  it.each([
    ["alone", rel(3)],
    ["as an argument", app(constant("map"), rel(3))],
    ["cast, then called", app(cast(rel(3)), rel(1))],
    ["as what a match looks at", match(rel(3), [zero])],
    ["in a match's return type", match(rel(1), [zero], { names: 1, body: rel(4) })],
    ["in a binder's type", lambda(rel(3), constant("O"))],
    ["as a value of a let", letIn(rel(3), constant("O"))],
  ])("refuses the function %s", (_, body) => {
    expect(judge(recursive(body))).toEqual([USED]);
  });

  it.each<[string, Value]>([
    ["a product", block(6, binder("x"), NAT, rel(4))],
    ["a product's domain", block(6, binder("x"), rel(3), NAT)],
    ["a cast's type", block(5, rel(1), 0, rel(3))],
    ["a let's type", block(8, binder("x"), rel(1), rel(3), NAT)],
    ["a let's body", letIn(NAT, rel(4))],
    ["a projection", block(16, constant("p"), rel(3))],
    ["a match's parameters", block(13, list(), 0, list(rel(3)), under(zero), 0, rel(1), list())],
    ["a match's indices", block(13, list(), 0, list(), under(zero), block(0, list(rel(3))), rel(1), list())],
  ])("looks into %s", (_, body) => {
    expect(judge(recursive(body))).toEqual([USED]);
  });

  it("looks into the types of parameters, the structural one's too", () => {
    const body = match(rel(1), [zero]);
    expect(judge(fix(1, lambda(NAT, lambda(NAT, body))))).toEqual([undefined]);
    expect(judge(fix(1, lambda(rel(1), lambda(NAT, body))))).toEqual([USED]);
    expect(judge(fix(1, lambda(NAT, lambda(rel(2), body))))).toEqual([USED]);
  });

  it("refuses calls in other branches than those of the parameter's match, and without enough arguments", () => {
    expect(
      judge(fix(0, lambda(NAT, lambda(NAT, match(rel(1), [{ names: 1, body: app(rel(4), rel(1)) }]))))),
    ).toEqual([CALL]);
    expect(
      judge(fix(1, lambda(NAT, lambda(NAT, match(rel(1), [{ names: 1, body: app(rel(4), rel(1)) }]))))),
    ).toEqual([CALL]);
    // The second branch binds the parts, the first calls on them.
    const body = match(rel(1), [
      { names: 1, body: constant("O") },
      { names: 0, body: app(rel(2), rel(1)) },
    ]);
    expect(judge(fix(0, lambda(NAT, body)))).toEqual([CALL]);
  });

  it("refuses functions within functions, mutual ones, corecursive ones and ones without their parameter", () => {
    const inner = recursive(app(rel(3), rel(1)));
    expect(judge(recursive(inner)).sort()).toEqual([INSIDE, undefined]);
    const cofix = block(15, list(0, list(list(binder("s")), list(NAT), list(rel(1)))));
    expect(judge(cofix)).toEqual(["is corecursive"]);
    expect(judge(recursive(cofix)).sort()).toEqual([INSIDE, "is corecursive"]);
    const identity = lambda(NAT, rel(1));
    expect(judge(fix(0, identity, identity))).toEqual(["is mutual"]);
    expect(judge(fix(1, identity))).toEqual(["doesn't name its structural parameter"]);
  });

  it("refuses what is in no finished proof, machine values, and functions too large to be read", () => {
    for (const tag of [2, 3, 17, 18, 19, 20])
      expect(judge(recursive(block(tag, 0)))).toEqual([
        "holds what is no term of a finished proof, or a primitive value",
      ]);
    let large: Block = constant("O");
    for (let depth = 0; depth < 24; depth += 1) large = app(large, large);
    expect(judge(recursive(large))).toEqual(["is too large to be judged"]);
  });

  it("reads matches as they are kept from Coq 8.19 on, with more beside the names of a return type", () => {
    const newer = (branch: Branch): Block => {
      const returned = list(under({ names: 1, body: NAT }), 0);
      const [, , , , , , branches] = match(rel(1), [zero, branch]).fields;
      return fix(0, lambda(NAT, block(13, list(), 0, list(), returned, 0, rel(1), branches as Value)));
    };
    expect(judge(newer({ names: 1, body: app(rel(3), rel(1)) }))).toEqual([undefined]);
    expect(judge(newer({ names: 1, body: app(rel(3), rel(2)) }))).toEqual([CALL]);
  });

  it("doesn't guess where a term isn't as it should be", () => {
    const older = block(13, list(), NAT, rel(1), list());
    expect(() => judge(fix(0, lambda(NAT, older)))).toThrow("a match of another version of Coq");
    const nameless = block(13, list(), 0, list(), list(list(3), NAT), 0, rel(1), list());
    expect(() => judge(fix(0, lambda(NAT, nameless)))).toThrow(RangeError);
    expect(() => judge(recursive(7))).toThrow("a term is no block");
  });
});
