import { describe, expect, it } from "vitest";
import { writtenRecursionObjection } from "../../src/coq/writtenRecursion.js";

describe("a pattern in a recursive function as it is written", () => {
  it.each([
    ..."(k) ; ((k)) ; (S k | k) ; (k | j :: k) ; S (S k) ; (k : nat) ; [k] ; k ; (k, j) ; (k, nat)".split(
      " ; ",
    ),
    ..."j :: C k ; j :: i as k ; j :: (C) i as k ; (x :: k) as k' ; ((x :: k) as k')".split(" ; "),
    ..."S _ ; _ :: _ ; j :: (S i)%nat ; j :: (S i)%nat as k".split(" ; "),
  ])("takes nothing for a part that may be the whole, or a part of a part: %s", (pattern) => {
    for (const called of ["k", "k'", "_", "nat"])
      expect(
        writtenRecursionObjection(`Fixpoint f n := match n with ${pattern} => f ${called} end.`),
      ).toContain("each call needs");
  });

  it.each([
    ..."S k ; (S k) ; C j k ; C (j) k ; j :: k ; (j :: k) ; j :: (i :: _) as k ; C j :: k ; k :: j".split(
      " ; ",
    ),
  ])("takes for a part what a constructor is given: %s", (pattern) => {
    expect(writtenRecursionObjection(`Fixpoint f n := match n with ${pattern} => f k end.`)).toBeUndefined();
  });
});
