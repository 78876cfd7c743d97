import fc from "fast-check";
import { differenceCertificate } from "../../../src/certificate/differenceCertificate.js";
import { certificateLayers } from "../../../src/certificate/layeredPathCertificate.js";
import { entry } from "../../../src/exact/entry.js";
import { formatRational, rational } from "../../../src/exact/numbers/rational.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { activationFacts } from "../../../src/trained/bounds/activationFacts.js";
import { inputBox } from "../../../src/trained/bounds/inputBox.js";
import { provableBound } from "../../../src/trained/bounds/provableBound.js";
import { differenceHolds } from "../second/differences.js";
import { type TestedKind, made } from "./kind.js";

/** Names, and a factor that units may have. */
const ACTIVATIONS = [
  ...[
    ["tanh", -1n],
    ["erf", -1n],
    ["arctan", -1n],
    ["softsign", -1n],
    ["sigmoid", -1n],
  ],
  ...[
    ["softplus", 1n],
    ["silu", 1n],
    ["gelu", 1n],
    ["gaussian", -1n],
    ["relu", 3n],
  ],
  ...[
    ["leaky:-3/2", 2n],
    ["softplus+sigmoid:1/2,3", 1n],
  ],
] as [string, bigint][];

/** Widths of the network, hidden widths of the other, biases of both. */
const SHAPES: [number[], number[], [boolean, boolean]][] = [
  [[1, 2, 1], [1], [false, false]],
  [[2, 3, 2], [2], [true, true]],
  [
    [1, 2, 2, 1],
    [2, 1],
    [true, false],
  ],
  [
    [2, 2, 3, 1],
    [1, 2],
    [false, true],
  ],
];

const other = { biases: [["0"], ["1/3"]], weights: [[["1"]], [["1"]]] };

export const difference: TestedKind = {
  kind: "difference",
  claims: ["rem-4.2"],
  request: ({ activation, network, within }) => ({ activation, network, within }),
  accepted: 8,
  otherwise: {
    "difference-scaled": { pruned: { biases: [], weights: [[["1", "2"]], [["4"], ["3/2"]]] }, bound: "0" },
    "parameters-difference-activation": { activation: "erf" },
    "parameters-difference-bound": { bound: "1/3" },
    "parameters-difference-box": { within: ["-2", "2"] },
    "parameters-difference-network": { network: other },
    "parameters-difference-no-activation": { activation: undefined },
    "parameters-difference-no-box": { within: undefined },
    "parameters-difference-no-network": { network: undefined },
    "parameters-difference-pruned": { pruned: other },
    "parameters-difference-r": { r: 1 },
  },
  says: {
    difference: "outputs differ by at most 1/2, for the activation and all inputs in the box",
  },
  /** Any codes prove some bound. */
  certificates: fc
    .tuple(
      fc.constantFrom(...ACTIVATIONS),
      fc.constantFrom(...SHAPES),
      fc.nat({ max: 20 }),
      fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 5, maxLength: 5 }),
      fc.tuple(fc.integer({ min: -3, max: 0 }), fc.integer({ min: 0, max: 2 }), fc.boolean()),
    )
    .map(
      ([
        [activation, factor],
        [widths, hidden, [hasBiases, hasOthers]],
        seed,
        picks,
        [low, high, isSame],
      ]) => {
        const network = randomMultiLayer({ widths, hasBiases }, seed);
        const own = widths.slice(1, -1);
        const ends = [entry(widths, 0), ...hidden, entry(widths, widths.length - 1)];
        const pruned = isSame ? network : randomMultiLayer({ widths: ends, hasBiases: hasOthers }, seed + 1);
        let next = 0;
        const units = own.map((width, layer) => {
          const others = isSame ? width : entry(hidden, layer);
          const layerPicks = Array.from({ length: width }, () => entry(picks, next++));
          return {
            codes: layerPicks.map(([pick], unit) =>
              isSame ? unit + 1 : (pick % (width + others + 1)) - width,
            ),
            factors: layerPicks.map(([, isTurned]) => rational(isTurned && !isSame ? factor : 1n)),
          };
        });
        const facts = activationFacts(activation);
        if (facts === undefined) throw new Error(`no facts of ${activation}`);
        const within = [rational(BigInt(low)), rational(BigInt(high), 2n)] as const;
        const bound = provableBound([network, pruned], units, facts, inputBox(...within, ends[0] ?? 0));
        return made(differenceCertificate({ activation, bound, network, pruned, units, within }), {
          ...{ activation, network: certificateLayers(network), within: within.map(formatRational) },
          ...(isSame ? { pruned: certificateLayers(pruned), bound: formatRational(bound) } : {}),
        });
      },
    ),
  weight: 4,
  holds: differenceHolds,
};
