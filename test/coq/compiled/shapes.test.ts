import { describe, expect, it } from "vitest";
import type { Block, Value } from "../../../src/coq/compiled/marshal.js";
import { judgedRecursions } from "../../../src/coq/compiled/recursion.js";
import {
  NAT,
  app,
  binder,
  block,
  constant,
  fix,
  lambda,
  list,
  match,
  recursive,
  rel,
  zero,
} from "./kernelTerms.js";

const judged = (term: Value) => [...judgedRecursions([term])];
const declared = (...names: Value[]): Block =>
  list(list(...names), list(...names.map(() => NAT)), list(...names.map(() => rel(1))));
const anonymous = block(0, 0, 0);

describe("judgedRecursions", () => {
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
    expect(judged(list(null, "a", 1, recursive(app(rel(3), rel(1))), null)).length).toBe(1);
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
    for (const other of [branch, list(branch, 0)]) {
      expect(() => judged(branching(other))).toThrow("a branch without its names");
      expect(() => judged(branching(other))).toThrow(RangeError);
    }
  });

  it("doesn't guess what an application without arguments is", () => {
    expect(() => judged(recursive(block(9, constant("a"), 0)))).toThrow("a block of a term is missing");
    expect(() => judged(recursive(block(9, constant("a"), 0)))).toThrow(RangeError);
  });
});
