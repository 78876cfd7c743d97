import { inertiaOf } from "./inertia.js";
import { lossAt } from "./loss.js";
import { coarsestCodes, irreducible, isMember, network, spelled } from "./network.js";
import { ZERO, fields, list, ratio, rational } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** A point of Γ̄ above an irreducible critical point, and what the claim says of loss and Hessians there. */
export function critical(body: unknown, { claim, ...expected }: Expected): string {
  const given = fields(body, "activation beta data inertias network theta", "body");
  const theta = irreducible(given.theta, "body.theta");
  const units = network(given.network, "body.network", theta);
  const [r, m, outputs] = [theta.length, units.length, theta[0]?.outgoing.length ?? 0];
  demand((expected.r ?? r) === r && (expected.m ?? m) === m, "parameters", "body", "of another r or m");
  const beta = list(given.beta, "body.beta", rational);
  const codes = coarsestCodes(units, theta);
  const isShare = units.every(({ outgoing }, i) => {
    const { n, d } = beta[i] ?? ZERO;
    const due = theta[(codes[i] ?? 0) - 1]?.outgoing.map((a) => ratio(a.n * n, a.d * d)) ?? [];
    return spelled(outgoing) === spelled(due);
  });
  const lies = isShare && beta.length === m && isMember(units, codes, theta);
  demand(lies, "expansion", "body.network", "not units of theta that share outgoing vectors by beta");
  const losses = [given.theta, given.network].map((point) => lossAt(point, given.data, given.activation));
  const flat = losses.every(({ gradient }) => gradient.every((entry) => entry === 0n));
  demand(flat, "gradient", "body", "not zero at theta or at network");
  const blocks = list(given.inertias, "body.inertias", (block) => block);
  const size = claim === "prop-4.3" ? 0 : 2;
  demand(blocks.length === size, "shape", "body.inertias", `not ${size}`);
  const forms = losses.slice(0, size).map(({ hessian }) => hessian());
  const found = forms.map((form, i) => inertiaOf(form, blocks[i], `body.inertias[${i}]`));
  const [[, saddle] = [], [positive, negative, zero] = [0, 0, 0]] = found;
  // In the Hessian, the rows for the a of two copies of a unit differ by Σ_k e_k σ'(w·x_k) x_kᵀ, and else are equal.
  const rows = forms[1]?.slice(-m * outputs).map((row) => row.join()) ?? [];
  const rowsOf = (i: number): string => rows.slice(i * outputs, (i + 1) * outputs).join("|");
  const missed = losses[1]?.errors.filter((error) => error !== 0n).length ?? 0;
  const holds = new Map([
    ["prop-4.4", zero >= m - r && (saddle === 0 || negative > 0)],
    ["ext-saddle", negative > 0 && codes.some((code, i) => rowsOf(i) !== rowsOf(codes.indexOf(code)))],
    ["open-strict-saddles", negative === 0 && missed > 0 && m > r],
    ["cooper-2.3", positive === losses[1]?.errors.length && negative === 0 && zero > 0 && missed === 0],
  ]);
  const spectra = found.map((inertia) => `(${inertia.join()})`).join(" and ");
  demand(holds.get(claim) ?? true, "instance", "body", `${claim} is not about inertias ${spectra} here`);
  const point = `a critical point of width ${m} above one of width ${r}`;
  return size === 0 ? point : `${point}, with inertias ${spectra} below and above`;
}
