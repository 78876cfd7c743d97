import { describe, expect, it } from "vitest";
import type { Block, Value } from "../../../src/coq/compiled/marshal.js";
import { judgedRecursions } from "../../../src/coq/compiled/recursion.js";
import {
  type Branch,
  NAT,
  app,
  binder,
  block,
  cast,
  constant,
  fix,
  lambda,
  letIn,
  list,
  match,
  recursive,
  rel,
  under,
  zero,
} from "./kernelTerms.js";

const judged = (term: Value) => [...judgedRecursions([term])];
const judge = (term: Value): (string | undefined)[] => judged(term).map(({ problem }) => problem);
const refused = (term: Value, message: string): void => {
  expect(() => judge(term)).toThrow(new RangeError(message));
};

/** A call of f on what the branch for S binds; there k is 1, n is 2, f is 3. */
const FALLS = app(rel(3), rel(1));
const CALL =
  "is called on something other than a variable that a match on its parameter binds around the call";
const USED = "is used without a call";
const INSIDE = "holds another recursive function";

describe("judgedRecursions", () => {
  it.each([
    ["alone", FALLS],
    ["as an argument", app(constant("S"), FALLS)],
    ["in a function", lambda(NAT, app(rel(4), rel(2)))],
    ["in a let", letIn(FALLS, app(rel(4), rel(2)))],
    ["in another match", match(rel(2), [zero, { names: 1, body: app(rel(4), rel(1)) }])],
  ])("admits calls on what a match on the parameter binds, %s", (_, body) => {
    expect(judge(recursive(body))).toEqual([undefined]);
  });

  it("admits another parameter before, which calls may change, and further arguments behind", () => {
    const body = app(rel(4), constant("a"), rel(1), rel(3));
    expect(judge(fix(1, lambda(NAT, lambda(NAT, match(rel(1), [{ names: 1, body }])))))).toEqual([undefined]);
  });

  it("finds them wherever they stand, and each once", () => {
    const shared = recursive(app(rel(3), rel(2)));
    const answers = [...judgedRecursions([list(shared, block(3, shared)), recursive(FALLS)])];
    expect(answers.map(({ problem }) => problem).sort()).toEqual([CALL, undefined]);
    expect(answers.map(({ name }) => name)).toEqual(["f", "f"]);
  });

  it.each([
    ["on the parameter itself", app(rel(3), rel(2))],
    ["on itself", app(rel(3), rel(3))],
    ["on a sort", app(rel(3), block(4, 1))],
    ["on a constant", app(rel(3), constant("O"))],
    ["on a part of a part of something", app(rel(3), app(constant("pred"), rel(1)))],
    ["on a cast part", app(rel(3), cast(rel(1)))],
    ["on a part by another name", letIn(rel(1), app(rel(4), rel(1)))],
    ["on what a function within binds", lambda(NAT, app(rel(4), rel(1)))],
    ["on what a match on a part binds", match(rel(1), [{ names: 1, body: app(rel(4), rel(1)) }])],
    ["on what a return type binds", match(rel(1), [zero], { names: 1, body: app(rel(4), rel(1)) })],
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
    ["one as it is kept from Coq 8.19 on", block(16, constant("p"), 0, rel(3))],
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

  it.each([0, 1])(
    "refuses calls without the parameter of the match, or outside its branches: %d",
    (place) => {
      const body = match(rel(1), [{ names: 1, body: app(rel(4), rel(1)) }]);
      expect(judge(fix(place, lambda(NAT, lambda(NAT, body))))).toEqual([CALL]);
      // The second branch binds the parts, the first calls on them.
      const branches = [
        { names: 1, body: constant("O") },
        { names: 0, body: app(rel(2), rel(1)) },
      ];
      expect(judge(fix(0, lambda(NAT, match(rel(1), branches))))).toEqual([CALL]);
    },
  );

  it("refuses functions that hold others, and mutual, corecursive and nameless ones", () => {
    expect(judge(recursive(recursive(FALLS))).sort()).toEqual([INSIDE, undefined]);
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
        "holds something that is not a term of a finished proof, or a primitive value",
      ]);
    let large: Block = constant("O");
    for (let depth = 0; depth < 24; depth += 1) large = app(large, large);
    expect(judge(recursive(large))).toEqual(["is too large to be judged"]);
  });

  it("refuses terms that nest deeper than it can follow, in words that say so", () => {
    const nested = (depth: number): Block => {
      let body: Block = constant("O");
      for (let level = 0; level < depth; level += 1) body = app(constant("S"), body);
      return recursive(body);
    };
    // One level is the match.
    expect(judge(nested(999))).toEqual([undefined]);
    for (const depth of [1_000, 100_000])
      expect(judge(nested(depth))).toEqual(["nests terms more than 1000 deep, too deep to be judged"]);
  });

  it("reads matches as they are kept from Coq 8.19 on, with more beside the names of a return type", () => {
    const newer = (branch: Branch): Block => {
      const returned = list(under({ names: 1, body: NAT }), 0);
      const [, , , , , , branches] = match(rel(1), [zero, branch]).fields;
      return fix(0, lambda(NAT, block(13, list(), 0, list(), returned, 0, rel(1), branches as Value)));
    };
    expect(judge(newer({ names: 1, body: FALLS }))).toEqual([undefined]);
    expect(judge(newer({ names: 1, body: app(rel(3), rel(2)) }))).toEqual([CALL]);
  });

  it("doesn't guess where a term isn't as it should be", () => {
    const older = block(13, list(), NAT, rel(1), list());
    refused(fix(0, lambda(NAT, older)), "a match of another version of Coq");
    const nameless = block(13, list(), 0, list(), list(list(3), NAT), 0, rel(1), list());
    refused(fix(0, lambda(NAT, nameless)), "a branch without its names");
    refused(recursive(7), "a term is not a block");
    refused(recursive(block(9, constant("a"), 0)), "a block of a term is missing");
  });
});

const declared = (...names: Value[]): Block =>
  list(list(...names), list(...names.map(() => NAT)), list(...names.map(() => rel(1))));
const anonymous = block(0, 0, 0);

describe("the shape of a recursive function", () => {
  // fix f := f, in the shape of a term, and then in others.
  const fields = list(list(list(0), 0), declared(binder("f")));
  const places = list(list(0), 0);

  it.each<[string, Block]>([
    ["another tag", block(13, fields)],
    ["another field", block(14, fields, 0)],
    ["another constructor within", block(14, block(1, ...fields.fields))],
    ["three parts", block(14, list(...fields.fields, 0))],
    ["a place alone", block(14, list(0, declared(binder("f"))))],
    ["three places", block(14, list(list(list(0), 0, 0), declared(binder("f"))))],
    ["no list of places", block(14, list(list(0, 0), declared(binder("f"))))],
    ["two declarations", block(14, list(places, list(list(binder("f")), list(NAT))))],
    ["no declarations", block(14, list(places, 0))],
  ])("takes for a recursive function what has its shape, not one with %s", (_, other) => {
    expect(judged(block(14, fields)).length).toBe(1);
    expect(judged(other)).toEqual([]);
  });

  it.each<[string, Block]>([
    ["another tag", block(14, list(0, declared(binder("s"))))],
    ["another field", block(15, list(0, declared(binder("s"))), 0)],
    ["another constructor within", block(15, block(1, 0, declared(binder("s"))))],
    ["a list of places", block(15, list(list(0), declared(binder("s"))))],
    ["no declarations", block(15, list(0, list(list(binder("s")))))],
  ])("takes for a corecursive one what has its shape, not one with %s", (_, other) => {
    expect(judged(block(15, list(0, declared(binder("s"))))).length).toBe(1);
    expect(judged(other)).toEqual([]);
  });

  it("names all that are declared together, and those without a name by a sign", () => {
    const mutual = block(14, list(list(list(0, 0), 0), declared(binder("f"), anonymous)));
    expect(judged(mutual)).toEqual([{ name: "f, _", problem: "is mutual" }]);
    const streams = block(15, list(1, declared(binder("s"), binder("t"))));
    expect(judged(streams)).toEqual([{ name: "s, t", problem: "is corecursive" }]);
  });

  it("refuses a function that doesn't say on which argument it recurs", () => {
    const body = lambda(NAT, match(rel(1), [zero]));
    expect(judged(fix(0, body))).toEqual([{ name: "f", problem: undefined }]);
    const nowhere = block(14, list(list(list(), 0), list(list(binder("f")), list(NAT), list(body))));
    expect(judged(nowhere)).toEqual([{ name: "f", problem: "is mutual" }]);
  });

  it("passes over floats and the like", () => {
    expect(judged(list(null, "a", 1, recursive(FALLS), null)).length).toBe(1);
  });

  /** A match with one branch, as it is kept. */
  const branching = (branch: Value): Block =>
    fix(0, lambda(NAT, block(13, list(), 0, list(), list(list(anonymous), NAT), 0, rel(1), list(branch))));

  it("counts names that a branch leaves out", () => {
    const body = app(rel(4), rel(1));
    expect(judged(branching(list(list(anonymous, binder("k")), body)))[0]?.problem).toBeUndefined();
  });

  it.each<[string, Value]>([
    ["one name that is none", list(list(binder("k"), 3), NAT)],
    ["a number for a name", list(list(block(0, 7, 0)), NAT)],
    ["a name that is a number", list(list(block(0, block(0, 5), 0)), NAT)],
    ["more beside a name", list(list(block(0, block(0, "k", 0), 0)), NAT)],
  ])("doesn't guess how many names a branch binds, given %s", (_, branch) => {
    for (const other of [branch, list(branch, 0)]) refused(branching(other), "a branch without its names");
  });
});
