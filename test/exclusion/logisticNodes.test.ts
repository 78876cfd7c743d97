import { expect, test } from "vitest";
import { Interval } from "../../src/exact/intervals/interval.js";
import { doubleValue } from "../../src/exact/numbers/doubleValue.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { LogisticNodes, NODES_END, UNITS } from "../../src/exclusion/logisticNodes.js";
import { sigmoid } from "../../src/landscape/activations/sigmoid.js";

test("nodes are within 2^−50 of τ, by enclosures with 128 bits", () => {
  const nodes = new LogisticNodes();
  const bound = rational(1n, 1n << 50n);
  for (let node = 0; node < NODES_END * UNITS; node += 18_791) {
    const z = Interval.enclosing(rational(BigInt(node), BigInt(UNITS)), 128);
    const tau = sigmoid(z).midpoint.sub(rational(1n, 2n));
    const difference = tau.sub(doubleValue(nodes.at(node))).abs();
    expect(difference.compare(bound), `node ${node}`).toBeLessThan(0);
  }
  expect(() => nodes.at(NODES_END * UNITS)).toThrow(RangeError);
});
