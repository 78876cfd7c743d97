/**
 * The libraries of Coq that a theory may require. Others change the meaning of a text, as `ssreflect` does,
 * define recursive functions by tactics, or provide what known defects of the kernel need under other names,
 * as `Cyclic63` provides machine integers.
 */
export const LIBRARIES: readonly string[] = [
  ["Arith", "Bool", "Classical_Prop", "Field", "Field_theory", "FinFun", "Lia", "List"],
  ["Permutation", "QArith", "Qcanon", "Qfield", "Qpower", "Relations", "ZArith"],
].flat();

/** A sentence that requires libraries of Coq. */
export const REQUIRES_LIBRARIES = /^From Coq(?:\.\w+)* Require (?:Import |Export )?([\w. ]+)\.$/;

/** The libraries of Coq that a sentence requires, by the last parts of their names. */
export function librariesIn(sentence: string): string[] {
  const names = /^From Coq\S* Require (?:Import |Export )?(.*)\.$/.exec(sentence)?.[1];
  if (names === undefined) return [];
  return names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => name.slice(name.lastIndexOf(".") + 1));
}
