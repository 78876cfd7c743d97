import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../../../src/checker/check.js";
import { KINDS as BY_CHECKER } from "../../../../src/checker/kinds.js";
import { claims } from "../../../../src/claims/registry.js";
import { CRITICAL_CLAIMS } from "../../../../src/cli/commands/certify/criticalClaims.js";
import {
  PARAMETERS,
  PARAMETERS_OF,
  PRUNED,
  type Parameter,
} from "../../../../src/cli/commands/check/parameters.js";

const KINDS = [...new Set(BY_CHECKER.map(({ kind }) => kind))];

/** Claims for which no command makes certificates. */
const NOT_BY_COMMAND = ["cooper-2.3", "thm-4.2"];

/** A certificate of a kind, for a claim, that shows nothing: the checker looks at what is asked for first. */
function empty(kind: string, claim: string): string {
  const rest = { body: {}, claim, command: "", format: "equiloss-cert/1", kind, version: "" };
  const digest = `sha256:${createHash("sha256").update(JSON.stringify(rest)).digest("hex")}`;
  const { body, command, format, version } = rest;
  return JSON.stringify({ body, claim, command, digest, format, kind, version });
}

/** The rule that such a certificate is rejected by if this much is asked for, and where. */
async function objection(kind: string, claim: string, asked: Readonly<Record<string, unknown>>) {
  const expected = { claim, ...(kind === "counterexample" ? { refuted: true } : {}), ...asked };
  const verdict = await checkCertificate(empty(kind, claim), expected);
  return verdict.accepted ? "none" : `${verdict.rule} at ${verdict.where}`;
}

/** The kinds that can settle a claim. */
async function kindsOf(claim: string): Promise<string[]> {
  const objections = await Promise.all(KINDS.map((kind) => objection(kind, claim, {})));
  expect(objections).not.toContain("kind at kind");
  return KINDS.filter((_, index) => objections[index] !== "claim at claim");
}

/** The options for which the checker has a use with a claim. */
async function useful(claim: string): Promise<Parameter[]> {
  const kinds = await kindsOf(claim);
  const options = Object.entries(PARAMETERS).map(([option, name]) => {
    // The network is θ, but where it is pruned.
    return [option, claim === PRUNED && name === "theta" ? "network" : name] as [Parameter, string];
  });
  const uses = await Promise.all(
    options.map(async ([, name]) => {
      const objections = await Promise.all(kinds.map((kind) => objection(kind, claim, { [name]: "?" })));
      return objections.some((found) => found !== "parameters at expected");
    }),
  );
  return options.flatMap(([option], index) => (uses[index] === true ? [option] : []));
}

describe("what `equiloss check` asks for", () => {
  it.each([...PARAMETERS_OF])("is what the checker has a use for: %s", async (claim, { needed, allowed }) => {
    expect(await kindsOf(claim)).not.toEqual([]);
    expect([...allowed].sort()).toEqual((await useful(claim)).sort());
    expect(allowed).toEqual(expect.arrayContaining([...needed]));
  });

  it("is known for all claims that the checker settles, but those without a command", async () => {
    const settled = await Promise.all(
      claims.map(async ({ id }) => ((await kindsOf(id)).length > 0 ? [id] : [])),
    );
    expect(settled.flat().sort()).toEqual([...PARAMETERS_OF.keys(), ...NOT_BY_COMMAND].sort());
  });

  it("would be seen to differ: each claim has a use for some options, and none for others", async () => {
    expect(await useful("mlp-connected")).toEqual(["network", "from", "to"]);
    expect(await useful("lem-2.1")).toEqual([]);
    expect(await useful("thm-4.2")).toEqual([]);
  });
});

describe("the claims of `equiloss certify critical`", () => {
  it("are those that the checker settles by a critical point, but cooper-2.3", async () => {
    const settled = await Promise.all(
      claims.map(async ({ id }) => ((await kindsOf(id)).includes("critical") ? [id] : [])),
    );
    expect(settled.flat().sort()).toEqual([...CRITICAL_CLAIMS, "cooper-2.3"].sort());
  });
});
