import { describe, expect, test } from "vitest";
import { writtenLayers } from "../../src/claims/instances/written.js";
import {
  MembershipCheck,
  type OrderCase,
  casesOf,
  checkInclusions,
  claim,
} from "../../src/claims/mlp-order.js";
import {
  WITNESSES,
  membershipOf,
  orderTheta,
  orderVerdict,
} from "../../src/claims/instances/orderWitnesses.js";
import { multiLayerSubspace } from "../../src/manifold/layers/multiLayerSubspace.js";
import { orderSubspace } from "../../src/manifold/layers/orderSubspace.js";
import { randomMultiLayer } from "../../src/network/randomMultiLayer.js";
import { verdictOf } from "./quickContext.js";
import { visits } from "./checks.js";

const [copies, unread, neither] = WITNESSES;
if (copies === undefined || unread === undefined || neither === undefined)
  throw new RangeError("no witnesses");

describe("the refutation", () => {
  test("stands with the three networks", () => {
    const verdict = orderVerdict();
    expect(verdict).toMatchObject({
      kind: "refuted as stated",
      held: true,
      counterexample: {
        θ: "W1 = (1), W2 = (1), W3 = (2)",
        "W1 = (1; 1), W2 = (1,0; 0,1), W3 = (1,1)": "in last to first and Φ",
        "W1 = (1; 0), W2 = (1,0; 0,1), W3 = (2,0)": "in first to last and Φ",
        "W1 = (1; 1; 0), W2 = (1,0,0; 0,1,0; 0,0,1), W3 = (1,1,0)": "in Φ",
      },
    });
    expect(verdict).not.toHaveProperty("failure");
  });

  test.each([
    [
      "a copy fed by the same unit",
      writtenLayers("1; 1", "1 0; 1 0", "1 1"),
      "last to first and first to last and Φ",
    ],
    ["another function", writtenLayers("1; 1", "1 0; 0 1", "1 2"), "none of them"],
  ])("falls with %s for the first", (_, changed, found) => {
    const verdict = orderVerdict([{ ...copies, network: changed }, unread, neither]);
    expect(verdict.held).toBe(false);
    expect(verdict.failure).toMatch(new RegExp(` is in ${found}, recorded: last to first and Φ$`));
  });

  test.each([
    ["the first", [unread, neither]],
    ["the second", [copies, neither]],
    ["the third", [copies, unread]],
    ["all", []],
  ])("falls without %s", (_, left) => {
    expect(orderVerdict(left)).toMatchObject({ held: false, failure: "the witnesses don't show all three" });
  });

  test("falls with another θ", () => {
    expect(orderVerdict(WITNESSES, writtenLayers("1", "1", "3")).held).toBe(false);
  });

  test("falls if a network is recorded elsewhere than it is", () => {
    const elsewhere = { ...unread, recorded: copies.recorded };
    expect(orderVerdict([copies, elsewhere, neither]).failure).toMatch(
      / is in first to last and Φ, recorded: last/,
    );
  });
});

describe("inclusions of subspaces", () => {
  const theta = randomMultiLayer({ widths: [1, 1, 1, 1], hasBiases: false }, 3);
  const cases = [...casesOf(theta, [2, 2])];

  test("are as told for all tuples and both orders", () => {
    expect(cases.length).toBe(18);
    expect(cases.map((item) => checkInclusions(item))).toEqual(cases.map(() => undefined));
  });

  const failures = (subspaceOf: typeof orderSubspace): (string | undefined)[] =>
    cases.flatMap((item: OrderCase) => checkInclusions(item, subspaceOf) ?? []);

  test("an order taken for the other is caught", () => {
    const reversed = failures((own, tuple, order) => orderSubspace(own, tuple, [...order].reverse()));
    expect(reversed).toContain(
      "order 2,1, P = [1,0][1,0]: it is false that it lies in Γ_P, against the description",
    );
    expect(reversed).toContain(
      "order 1,2, P = [1,1][1,1]: it is true that it includes Γ_P, against the description",
    );
  });

  test("Φ_P in the place of an order's is caught", () => {
    const fibres = failures((own, tuple) => multiLayerSubspace(own, tuple, "fibre"));
    expect(fibres).toContain(
      "order 2,1, P = [1,0][1,0]: it is false that it lies in Γ_P, against the description",
    );
  });

  test("a subspace of another tuple is caught", () => {
    const first = cases[0]?.tuple ?? [];
    expect(failures((own, _, order) => orderSubspace(own, first, order))).toContain(
      "order 1,2, P = [1,0][1,0]: it is false that it lies in Φ_P, against the description",
    );
  });
});

describe("membership, found in two ways", () => {
  const both = writtenLayers("1; 1", "1 0; 1 0", "1 1");

  test("agrees, and is counted", () => {
    const membership = new MembershipCheck();
    const outside = writtenLayers("1; 1", "1 0; 0 0", "1 1");
    for (const network of [copies.network, unread.network, both, outside])
      expect(membership.check(network)).toBeUndefined();
    expect(membership.counts).toEqual({ both: 1, lastToFirst: 1, firstToLast: 1, neither: 0 });
  });

  test.each(["lastToFirst", "firstToLast", "fibre"] as const)("a wrong answer on %s is caught", (key) => {
    const wrong = new MembershipCheck((given) => {
      const found = membershipOf(given);
      return { ...found, [key]: !found[key] };
    });
    expect(wrong.check(both)).toMatch(new RegExp(`: ${key} is false, by equations true$`));
  });
});

test("what is in no manifold of another depth, dimension or width", () => {
  const nowhere = { lastToFirst: false, firstToLast: false, fibre: false };
  expect(membershipOf(writtenLayers("1 0", "1", "2"))).toEqual(nowhere);
  expect(membershipOf(writtenLayers("1", "2"))).toEqual(nowhere);
  expect(membershipOf(orderTheta)).toEqual({ lastToFirst: true, firstToLast: true, fibre: true });
});

visits(claim, { inclusions: 2474, "networks in both, one or none": 576 });

test("the table counts the networks in Φ", () => {
  expect(verdictOf(claim, "networks in both, one or none")).toMatchObject({
    table: {
      rows: [
        ["reached in both orders", "28"],
        ["from the last layer to the first only", "2"],
        ["from the first to the last only", "8"],
        ["in neither order", "0"],
      ],
    },
  });
});
