import { describe, expect, it } from "vitest";
import {
  closing,
  endsAtom,
  isNumber,
  isWord,
  lengthBefore,
  outside,
  signObjection,
  split,
  tokensOf,
} from "../../src/coq/writtenTokens.js";

describe("tokensOf", () => {
  it.each<[string, string[]]>([
    ["", []],
    ["f x'.y a_1 _ n", ["f", "x'.y", "a_1", "_", "n"]],
    ["f 12 3", ["f", "12", "3"]],
    ["(a, [b]){c}.", ["(", "a", ",", "[", "b", "]", ")", "{", "c", "}", "."]],
    ["x:=@y -> z", ["x", ":=@", "y", "->", "z"]],
    ["λ.θ' ≤ 2%nat", ["λ.θ'", "≤", "2", "%", "nat"]],
  ])("reads %j", (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
});

describe("words, numbers and signs", () => {
  it("are told by their first letter", () => {
    const tokens = ["a1", "_", "θ", "1", "12", "1a", "+a", "+1", undefined];
    expect(tokens.filter(isWord)).toEqual(["a1", "_", "θ"]);
    expect(tokens.filter(isNumber)).toEqual(["1", "12", "1a"]);
  });

  it("may end an argument", () => {
    expect(["x", "1", ")", "]", "}"].map(endsAtom)).toEqual(Array(5).fill(true));
    expect(["in", "=>", "(", "[", "{", ",", undefined].map(endsAtom)).toEqual(Array(7).fill(false));
  });

  it.each(["(a)%nat", "g '(a, b)", "a + b /\\ ~ c", "~ a", "a :: [b, c]", "1 <= 2"])(
    "are known in %j",
    (text) => {
      expect(signObjection("f", tokensOf(text))).toBeUndefined();
    },
  );

  it.each([
    ["a%nat", "%"],
    ["(a)!b", "!"],
    ["(a)'b", "'"],
    ["g 'a", "'"],
    ["g !(a)", "!"],
    ["a ~ b", "~"],
    ["a ++= b", "++="],
  ])("aren't all known in %j", (text, sign) => {
    expect(signObjection("f", tokensOf(text))).toBe(
      `f holds the sign ${sign}, which isn't known here: put blanks between signs, or write what it stands for`,
    );
  });
});

describe("brackets", () => {
  const tokens = tokensOf("a (b [c] , d) , e");

  it("close where as many are closed as were opened", () => {
    expect([closing(tokens, 1), closing(tokens, 3), closing(tokens, 0)]).toEqual([8, 5, 0]);
    expect(closing(tokensOf("(a"), 0)).toBe(2);
  });

  it("hide what is inside", () => {
    expect([...outside(tokens)].join(" ")).toBe("0,a 1,( 9,, 10,e");
    expect([[","], ["e", ","], ["d"]].map((ends) => lengthBefore(tokens, ends))).toEqual([9, 9, 11]);
    expect(split(tokens, ",")).toEqual([["a", "(", "b", "[", "c", "]", ",", "d", ")"], ["e"]]);
    expect(split([], ",")).toEqual([[]]);
  });
});
