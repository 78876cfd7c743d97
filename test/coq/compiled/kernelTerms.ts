import type { Block, Value } from "../../../src/coq/compiled/marshal.js";

// Terms as the kernel keeps them, by hand after Coq's `kernel/constr.ml`. Variables count from the innermost
// binder, which is 1.

export const block = (tag: number, ...fields: Value[]): Block => ({ tag, fields });
export const list = (...items: Value[]): Block => block(0, ...items);
export const binder = (name: string): Block => block(0, block(0, name), 0);

export const rel = (index: number): Block => block(0, index);
export const constant = (name: string): Block => block(10, block(0, name));
export const lambda = (type: Value, body: Value): Block => block(7, binder("x"), type, body);
export const letIn = (value: Value, body: Value): Block => block(8, binder("x"), value, NAT, body);
export const app = (head: Value, ...given: Value[]): Block => block(9, head, list(...given));
export const cast = (term: Value): Block => block(5, term, 0, NAT);
export const NAT = block(11, block(0, "nat"));

export interface Branch {
  readonly names: number;
  readonly body: Value;
}
export const under = ({ names, body }: Branch): Block =>
  list(list(...Array<Block>(names).fill(binder("k"))), body);
export const match = (
  scrutinee: Value,
  branches: readonly Branch[],
  returned: Branch = { names: 1, body: NAT },
): Block => {
  const counts = list(...branches.map(({ names }) => names));
  const info = list(list(0, 0), 0, counts, counts, 0, 0);
  return block(13, info, 0, list(), under(returned), 0, scrutinee, list(...branches.map(under)));
};
export const fix = (place: number, ...bodies: Value[]): Block =>
  block(
    14,
    list(
      list(list(...bodies.map(() => place)), 0),
      list(list(...bodies.map(() => binder("f"))), list(...bodies.map(() => NAT)), list(...bodies)),
    ),
  );

export const zero: Branch = { names: 0, body: constant("O") };

/** fix f (n : nat) := match n with O => O | S k => … end; there k is 1, n is 2, f is 3. */
export const recursive = (body: Value): Block =>
  fix(0, lambda(NAT, match(rel(1), [zero, { names: 1, body }])));
