import { channel } from "./channel.js";
import { connected } from "./connected.js";
import { critical } from "./critical.js";
import { formulaFails } from "./displayedFormula.js";
import { difference } from "./difference.js";
import { enumeration } from "./enumeration.js";
import { flowIsNotUnique } from "./gradientFlow.js";
import { independence } from "./independence.js";
import { inertia } from "./inertia.js";
import { layeredPath } from "./layeredPath.js";
import { mirroredPath } from "./mirroredPath.js";
import { morse } from "./morse.js";
import { nearCritical } from "./nearCritical.js";
import { path } from "./path.js";
import { splitting } from "./splitting.js";
import { spurious } from "./spurious.js";
import type { Expected } from "./verdict.js";

/**
 * A kind, the claims that it settles, and the parameters that the caller may give for these. `run` demands
 * those that the caller must give, checks the body, and returns what it shows.
 */
export interface Kind {
  readonly kind: string;
  readonly claims: readonly string[];
  readonly parameters: readonly (keyof Expected)[];
  readonly run: (body: unknown, expected: Expected) => string;
}

const PATH = ["from", "to", "theta", "r", "m"] as const;
const MIRRORED = ["ext-parity-connected", "ext-geodesic-odd"];
const DIFFERENCE = ["network", "activation", "within", "pruned", "bound"] as const;
const CRITICAL = ["r", "m", "theta", "network", "data", "activation"] as const;
const NEAR = ["theta", "data", "activation"] as const;
const SPECTRAL = ["prop-4.4", "ext-saddle", "open-strict-saddles", "cooper-2.3"];

/**
 * SPEC.md, "Grammar": which kind settles which claims. For a counterexample the claim decides what its body
 * holds.
 */
export const KINDS: readonly Kind[] = [
  { kind: "enumeration", claims: ["thm-3.1-count"], parameters: ["r", "m"], run: enumeration },
  { kind: "connected", claims: ["thm-3.1-connected"], parameters: ["r", "m", "theta"], run: connected },
  { kind: "path", claims: ["thm-3.1-path", "ext-geodesic"], parameters: PATH, run: path },
  { kind: "counterexample", claims: ["thm-3.1-count"], parameters: ["r", "m"], run: formulaFails },
  { kind: "counterexample", claims: ["lem-2.1"], parameters: [], run: flowIsNotUnique },
  { kind: "critical", claims: ["prop-4.3", ...SPECTRAL], parameters: CRITICAL, run: critical },
  { kind: "splitting", claims: ["ext-inertia"], parameters: [...CRITICAL, "inertia"], run: splitting },
  { kind: "inertia", claims: SPECTRAL, parameters: ["matrix", "inertia"], run: inertia },
  { kind: "independence", claims: ["thm-4.2"], parameters: ["weights", "exponents"], run: independence },
  { kind: "morse", claims: ["ext-topology"], parameters: ["r", "m"], run: morse },
  { kind: "morse", claims: ["ext-parity-topology"], parameters: ["r", "m", "parity"], run: morse },
  { kind: "layered-path", claims: ["mlp-connected"], parameters: ["from", "to", "theta"], run: layeredPath },
  { kind: "mirrored-path", claims: MIRRORED, parameters: [...PATH, "parity"], run: mirroredPath },
  { kind: "difference", claims: ["rem-4.2"], parameters: DIFFERENCE, run: difference },
  { kind: "near-critical", claims: ["fig-1"], parameters: NEAR, run: nearCritical },
  { kind: "channel", claims: ["fig-1"], parameters: NEAR, run: channel },
  { kind: "spurious", claims: ["ext-spurious"], parameters: ["k"], run: spurious },
];

/** Kinds whose matrices are multiplied, so that their texts as a whole have to be short. */
export const SHORT_KINDS = "critical splitting inertia independence near-critical channel spurious".split(
  " ",
);
