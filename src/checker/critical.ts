import { expansion } from "./expansion.js";
import { type Inertia, inertiaOf } from "./inertia.js";
import { type Loss, lossAt } from "./loss.js";
import { entry, fields, list } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `critical`, claims `prop-4.3`, `prop-4.4`, `ext-saddle`, `open-strict-saddles` and `cooper-2.3`. An
 * acceptance proves, for the squared error of these data and this activation, that θ is an irreducible
 * critical point, that `network` is a point of Γ̄ above it and critical too, and what the claim says of loss
 * and inertias there: see `isInstance`. It says nothing of other data, activations or costs.
 */
export function critical(body: unknown, expected: Expected): string {
  const keys = ["activation", "beta", "data", "inertias", "network", "theta"];
  const members = fields(body, keys, "body");
  const { theta, units, codes } = expansion(members, expected);
  const r = theta.length;
  const m = units.length;
  const below = lossAt(members.theta, members.data, members.activation);
  const above = lossAt(members.network, members.data, members.activation);
  const isFlat = [...below.gradient, ...above.gradient].every((slope) => slope === 0n);
  demand(isFlat, "gradient", "body", "not zero at theta or at network");
  const needsInertias = expected.claim !== "prop-4.3";
  const blocks = list(members.inertias, "body.inertias", (block) => block);
  const blockCount = needsInertias ? 2 : 0;
  demand(blocks.length === blockCount, "shape", "body.inertias", `not ${blockCount}`);
  const point = `a critical point of width ${m} above one of width ${r}`;
  if (!needsInertias) return point;
  const hessianBelow = below.hessian();
  const hessianAbove = above.hessian();
  const inertiaBelow = inertiaOf(hessianBelow, blocks[0], "body.inertias[0]");
  const inertiaAbove = inertiaOf(hessianAbove, blocks[1], "body.inertias[1]");
  const isPulled = isPulledApart(hessianAbove, codes, entry(units, 0).outgoing.length);
  const holds = isInstance(expected.claim, { r, m, loss: above, isPulled, inertiaBelow, inertiaAbove });
  const spectra = `(${inertiaBelow.join()}) and (${inertiaAbove.join()})`;
  demand(holds, "instance", "body", `${expected.claim} is not about inertias ${spectra} here`);
  return `${point}, with inertias ${spectra} below and above`;
}

/**
 * Whether some unit t of θ has two copies and E_t = Σ_k e_k σ'(w_t·x_k) x_kᵀ ≠ 0. This is read off the
 * Hessian, whose last rows are those of the a: they differ for two copies of t if and only if E_t ≠ 0.
 */
function isPulledApart(
  hessian: readonly (readonly bigint[])[],
  codes: readonly number[],
  outputs: number,
): boolean {
  const rowsOfA = hessian.slice(-codes.length * outputs).map((row) => row.join());
  const rowsOf = (unit: number): string => rowsOfA.slice(unit * outputs, (unit + 1) * outputs).join("|");
  return codes.some((code, unit) => rowsOf(unit) !== rowsOf(codes.indexOf(code)));
}

type Point = Readonly<{
  r: number;
  m: number;
  loss: Loss;
  isPulled: boolean;
  inertiaBelow: Inertia;
  inertiaAbove: Inertia;
}>;

/** Whether the claim holds at `network`, by both inertias. */
function isInstance(claim: string, { r, m, loss, isPulled, inertiaBelow, inertiaAbove }: Point): boolean {
  const [, negativeBelow] = inertiaBelow;
  const [positive, negative, zero] = inertiaAbove;
  const isLossZero = loss.errors.every((error) => error === 0n);
  switch (claim) {
    case "prop-4.4":
      // z ≥ m − r, and a negative eigenvalue at θ leads to one at `network`.
      return zero >= m - r && (negativeBelow === 0 || negative > 0);
    case "ext-saddle":
      // `network` is a strict saddle; the inertia at θ doesn't matter.
      return negative > 0 && isPulled;
    case "open-strict-saddles":
      // A symmetry-induced critical point of positive loss, but not a strict saddle.
      return negative === 0 && !isLossZero && m > r;
    case "cooper-2.3":
      // The loss is 0. N·d_out eigenvalues are positive, none is negative, and at least one is 0.
      return isLossZero && positive === loss.errors.length && negative === 0 && zero > 0;
    default:
      return false;
  }
}
