import { readFileSync } from "node:fs";
import { InputError } from "../../../exact/inputError.js";
import { parseSymmetry } from "../../../network/activations/namedSymmetries.js";
import { type CheckRequest, judgement } from "../check/judgement.js";
import { parityOf } from "../path/mirroredAnswer.js";
import type { CertificationRequest } from "./request.js";

/** What `equiloss check` is asked about a certificate. */
type Asked = Partial<Omit<CheckRequest, "certificate" | "claim" | "kernel" | "wantsFile">>;

const NOTHING = {
  ...{ refuted: false, r: undefined, m: undefined, k: undefined, activation: undefined, network: undefined },
  ...{ data: undefined, from: undefined, to: undefined, parity: undefined, pruned: undefined },
  ...{ within: undefined, bound: undefined },
};

/** What there are functions for. */
type Judged = Extract<CertificationRequest, { what: "enumeration" | "connected" | "path" | "critical" }>;

/** @throws InputError if no function of Coq's is about certificates of this kind. */
export function judgedByCoq(request: CertificationRequest): Judged {
  switch (request.what) {
    case "enumeration":
    case "connected":
    case "path":
    case "critical":
      return request;
    case "morse":
    case "spurious":
      throw unjudged(request.what);
    case "literal formula":
    case "gradient flow":
      throw unjudged("counterexample");
  }
}

const unjudged = (kind: string): InputError =>
  new InputError(
    `no checker is proved in Coq for certificates of kind ${kind}; nothing was written`,
    "leave out --coq",
  );

/**
 * A certificate that was written, as a file for Coq: the one that `equiloss check --coq` writes of it.
 *
 * @throws InputError if it can't be put to Coq.
 */
export async function fileForCoq(request: Judged, claim: string, output: string): Promise<string> {
  const certificate = { place: output, bytes: new Uint8Array(readFileSync(output)) };
  const asked = { ...NOTHING, ...askedOf(request), claim };
  try {
    const { verdict, forCoq } = await judgement({
      ...asked,
      certificate,
      kernel: "typescript",
      wantsFile: true,
    });
    if (typeof forCoq === "string") return forCoq;
    const rejected = forCoq ?? verdict;
    throw new InputError(
      rejected.accepted ? "the checker wrote no file" : `rejected at ${rejected.where}: ${rejected.reason}`,
      "leave out --coq",
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      `the certificate is written, but no file for Coq: ${error.problem}`,
      "leave out --coq",
      output,
    );
  }
}

function askedOf(request: Judged): Asked {
  switch (request.what) {
    case "path": {
      const { from, to, mirroredFor } = request;
      if (mirroredFor === undefined) return { from, to };
      return { from, to, parity: parityOf(parseSymmetry(mirroredFor)) };
    }
    case "connected": {
      const { r, m, theta } = request;
      return { r, m, network: "bytes" in theta ? theta : undefined };
    }
    case "critical": {
      const { r, copies } = request;
      return { r, m: copies.reduce((sum, count) => sum + count, 0) };
    }
    case "enumeration":
      return { r: request.r, m: request.m };
  }
}
