/**
 * Coq's libraries that a theory may require. Others change what a text means, as `ssreflect` does, define
 * recursive functions by tactics, or bring what known defects of the kernel need under names that don't show
 * it, as `Cyclic63` brings machine integers.
 */
export const LIBRARIES: readonly string[] = [
  ["Arith", "Bool", "Classical_Prop", "Field", "Field_theory", "FinFun", "Lia", "List"],
  ["Permutation", "QArith", "Qcanon", "Qfield", "Qpower", "Relations", "ZArith"],
].flat();

/** A sentence that requires libraries of Coq. */
export const REQUIRES_LIBRARIES = /^From Coq(?:\.\w+)* Require (?:Import |Export )?([\w. ]+)\.$/;

/** What a sentence requires of Coq, each by the last part of its name. */
export function librariesIn(sentence: string): string[] {
  const names = /^From Coq\S* Require (?:Import |Export )?(.*)\.$/.exec(sentence)?.[1];
  if (names === undefined) return [];
  return names
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => name.slice(name.lastIndexOf(".") + 1));
}
