import { CRITICAL_CLAIMS, SPLITTING_CLAIM } from "../certify/criticalClaims.js";

/**
 * What the caller can say a certificate must be about: the names of the options, and those of the checker's
 * parameters.
 */
export const PARAMETERS = {
  r: "r",
  m: "m",
  k: "k",
  network: "theta",
  data: "data",
  activation: "activation",
  from: "from",
  to: "to",
  parity: "parity",
  pruned: "pruned",
  within: "within",
  bound: "bound",
} as const;

/** An option of `equiloss check`. */
export type Parameter = keyof typeof PARAMETERS;

/** Which parameters a claim needs, and which it may have besides. */
export interface Parameters {
  readonly needed: readonly Parameter[];
  readonly allowed: readonly Parameter[];
}

/** The claim about networks of several layers. */
export const LAYERED = "mlp-connected";

/** The claim about what pruning changes. */
export const PRUNED = "rem-4.2";

const MIRRORED: Parameters = {
  needed: ["from", "to", "parity"],
  allowed: ["from", "to", "parity", "r", "m", "network"],
};

/** The claim about networks as training leaves them, whose activations have names. */
export const TRAINED = "fig-1";

const CRITICAL: Parameters = { needed: ["r", "m"], allowed: ["r", "m", "network", "data", "activation"] };

/**
 * What `equiloss check` takes for each claim that certificates can settle. It asks for more than the checker
 * does, where the verdict would otherwise be about something that only the certificate names. It takes no
 * parameter that the checker refuses (test/cli/commands/check/parameters.test.ts).
 */
export const PARAMETERS_OF: ReadonlyMap<string, Parameters> = new Map<string, Parameters>([
  ["thm-3.1-count", { needed: ["r", "m"], allowed: ["r", "m"] }],
  ["thm-3.1-connected", { needed: ["r", "m"], allowed: ["r", "m", "network"] }],
  ["thm-3.1-path", { needed: ["from", "to"], allowed: ["from", "to", "r", "m", "network"] }],
  ["ext-geodesic", { needed: ["from", "to"], allowed: ["from", "to", "r", "m", "network"] }],
  ["ext-topology", { needed: ["r", "m"], allowed: ["r", "m"] }],
  ["ext-parity-connected", MIRRORED],
  ["ext-geodesic-odd", MIRRORED],
  ["ext-parity-topology", { needed: ["r", "m", "parity"], allowed: ["r", "m", "parity"] }],
  [LAYERED, { needed: ["from", "to"], allowed: ["from", "to", "network"] }],
  [TRAINED, { needed: ["network", "data", "activation"], allowed: ["network", "data", "activation"] }],
  ["ext-spurious", { needed: ["k"], allowed: ["k"] }],
  ["lem-2.1", { needed: [], allowed: [] }],
  [
    PRUNED,
    {
      needed: ["network", "activation", "within"],
      allowed: ["network", "activation", "within", "pruned", "bound"],
    },
  ],
  ...[...CRITICAL_CLAIMS, SPLITTING_CLAIM].map((claim) => [claim, CRITICAL] as const),
]);
