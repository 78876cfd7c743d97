import { tuples } from "../../../combinatorics/tuples.js";
import { InputError } from "../../../exact/inputError.js";
import { type Rational, parseRational } from "../../../exact/numbers/rational.js";
import type { Inertia } from "../../../exact/inertia/inertia.js";
import { addedByCopies, shareSigns } from "../../../landscape/criticalPoints/inertiaAbove.js";
import { type Chamber, type ShareChambers, chambersSvg } from "../../../pictures/chamberPicture.js";
import { shortenedRational } from "../../terminal/shortened.js";
import type { CopiedNeuron, CopiesReport, Signs } from "./copies.js";
import type { LandscapeReport } from "./report.js";

/** Numbers of copies whose shares have a line or a plane. */
const DRAWN = [2, 3];

/**
 * The chambers of the shares of each neuron with 2 or 3 copies, each with the inertia of the Hessian if these
 * shares move into it and those of the other neurons stay. Those with the fewest negative eigenvalues are
 * shaded, if others have more.
 *
 * @throws InputError if there is no such neuron.
 */
export function landscapeSvg({ copies, outputs }: LandscapeReport): string {
  const neurons = copies?.neurons.filter((neuron) => DRAWN.includes(neuron.copies.length));
  if (copies === undefined || neurons === undefined || neurons.length === 0) {
    throw new InputError(
      "no neuron of an irreducible network has 2 or 3 copies here, so there are no chambers to draw",
      "give a network with copies, such as examples/saddle.json, or leave it out",
      "--svg",
    );
  }
  return chambersSvg(
    "Chambers of shares, and the inertia of the Hessian in each",
    "Each picture shows the shares of a neuron's copies, whose sum is 1, down to -1. Where a share is 0, " +
      "chambers meet. Each has the signs of the shares, in the order of the copies, and the numbers of " +
      "positive, negative and zero eigenvalues of the Hessian, by E, B and the signs. Chambers with the " +
      "fewest negative ones are shaded, if others have more; the dot is the network.",
    neurons.map((neuron) => chambersOf(neuron, copies, outputs)),
  );
}

function chambersOf(neuron: CopiedNeuron, { predicted }: CopiesReport, outputs: number): ShareChambers {
  const shares = neuron.shares.map(parseRational);
  const unit = { rank: neuron.rank, onKernel: inertiaOf(neuron.form) };
  const own = addedByCopies(unit, shareSigns(shares), outputs);
  const rest = inertiaOf(predicted);
  const patterns = [...tuples(shares.map(() => ["+", "−"] as const))].filter((signs) => signs.includes("+"));
  const found = patterns.map((signs) => {
    const positive = signs.filter((sign) => sign === "+").length;
    const signCounts = { positive, negative: signs.length - positive, zero: 0 };
    const added = addedByCopies(unit, signCounts, outputs);
    return { signs, negative: rest.negative - own.negative + added.negative, added };
  });
  const counts = found.map(({ negative }) => negative);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const chambers = found.map(({ signs, negative, added }): Chamber => {
    const positive = rest.positive - own.positive + added.positive;
    const zero = rest.zero - own.zero + added.zero;
    return {
      signs,
      label: `(${positive}, ${negative}, ${zero})`,
      isMarked: negative === fewest && fewest < most,
    };
  });
  const where = neuron.shares.map((share) => shortenedRational(share)).join(", ");
  return {
    caption: `Neurons ${neuron.copies.join(", ")}, shares (${where})`,
    chambers,
    dot: shares.map(asFloat),
  };
}

function inertiaOf([positive, negative, zero]: Signs): Inertia {
  return { positive, negative, zero };
}

/** A place in a picture. */
const asFloat = (share: Rational): number => share.valueOf();
