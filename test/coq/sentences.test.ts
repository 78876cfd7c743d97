import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/coq/sentences.js";

const texts = (source: string): string[] => sentencesOf(source).map(({ text }) => text);

describe("sentencesOf", () => {
  it.each<[string, string, string[]]>([
    ["nothing", "", []],
    ["blanks and comments only", " \n(* a. b. *)\t(** c. *)\r\n", []],
    ["full stops with a blank behind", "A.\nB. C.\tD.\rE.", ["A.", "B.", "C.", "D.", "E."]],
    [
      "no full stop without one",
      "exact Nat.add. x.y. 1.5. f.(g).",
      ["exact Nat.add.", "x.y.", "1.5.", "f.(g)."],
    ],
    ["three dots", "auto... B.", ["auto...", "B."]],
    ["a comment is a blank", "a(* x *)b. c (* y. *) d.", ["a b.", "c d."]],
    ["comments nest", "A (* (* B. *) C. *) D. E.", ["A D.", "E."]],
    ["comments nest at once", "(*(**)*) A.", ["A."]],
    ["no end of a comment in its first sign", "(*) A. *) B.", ["B."]],
    ["a string in a comment hides its end", '(* "*)" A. *) B.', ["B."]],
    ["a string hides full stops", 'A "b. c" d. E.', ['A "b. c" d.', "E."]],
    ["a string hides comments", 'A "(*" b. C "*)".', ['A "(*" b.', 'C "*)".']],
    ["a doubled quotation mark doesn't end a string", 'A "b"". C. ""d" e. F.', ['A "b"". C. ""d" e.', "F."]],
    ["blanks in a string count", 'A  "b  c"   d.', ['A "b  c" d.']],
    ["a full stop before a comment ends a sentence", "A.(* x *) B.", ["A.", "B."]],
    ["bullets and braces", "- A. + B. ** C. { D. } - { E. }", ["A.", "B.", "C.", "D.", "E."]],
    ["braces with a goal", "2:{ A. } 1 : { B. } [x]: { C. } all:{ D. }", ["A.", "B.", "C.", "D."]],
    [
      "braces elsewhere stay",
      "Definition a : {n | n = 0}. {|b := 1|}.",
      ["Definition a : {n | n = 0}.", "|b := 1|}."],
    ],
    ["the end without a full stop", "A. B", ["A.", "B"]],
    ["a comment that doesn't end", "A. B (* C. D.", ["A.", "B (*"]],
    ["a comment in a comment that doesn't end", "A. (* (* B. *)", ["A.", "(*"]],
    ["a string that doesn't end", 'A. B "C. D.', ["A.", 'B "C. D.']],
    ["a no-break space is a letter", "f\u00a0x y.\u00a0B. C.", ["f\u00a0x y.\u00a0B.", "C."]],
    ["other spaces are no blanks", "A.\u2028B.\fC.\vD. E.", ["A.\u2028B.\fC.\vD.", "E."]],
    ["lines that end as on Windows", "A\r\n b.\r\nC.\r\n", ["A b.", "C."]],
  ])("%s", (_, source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  it("reads a comment nested a hundred thousand times, and a hundred thousand sentences", () => {
    expect(texts(`${"(*".repeat(1e5)}${"*)".repeat(1e5)} A.`)).toEqual(["A."]);
    expect(texts("- A. ".repeat(1e5)).length).toBe(1e5);
    expect(texts(`${"- ".repeat(1e5)}A.`)).toEqual(["A."]);
  });

  it("says in which line a sentence starts", () => {
    const source = 'A.\n\n(* x\n y *)\n  B\n "c\n d" e. F.\r\n- G.\n\nH';
    expect(sentencesOf(source).map(({ text, line }) => [text.charAt(0), line])).toEqual([
      ["A", 1],
      ["B", 5],
      ["F", 7],
      ["G", 8],
      ["H", 10],
    ]);
  });

  it("keeps the documentation right before a sentence", () => {
    const source =
      "(** One.\n  Two *) A. (* no *) B. (** x *) (* y *) C (** z *) d. (***) E. (**) F. (** old *) (** new *) G.";
    expect(sentencesOf(source).map(({ comment }) => comment)).toEqual([
      "One. Two",
      undefined,
      "x",
      undefined,
      undefined,
      "new",
    ]);
  });

  it("keeps what stands in a comment as it is, and takes none within another for documentation", () => {
    const comments = (source: string) => sentencesOf(source).map(({ comment }) => comment);
    expect(comments("(** a (* b *) c *) A. (** d **) B. (** (** e **) f *) C.")).toEqual([
      "a (* b *) c",
      "d",
      "(** e **) f",
    ]);
    expect(comments("(* see (** x *) *) A.")).toEqual([undefined]);
  });

  it("tells comments that Coq may not take for any", () => {
    const glued = (source: string): boolean => sentencesOf(source).some((sentence) => sentence.glued);
    expect(["A (* b *) c.", "(* a *) B.", "A. (* b *)(* c *) D."].filter(glued)).toEqual([]);
    expect(["A +(* b *) c.", "A.(* b *)", "f.(* b *) c."].filter((source) => !glued(source))).toEqual([]);
  });
});
