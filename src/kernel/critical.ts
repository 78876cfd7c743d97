import { isGiven } from "../checker/request.js";
import { type Rational, entry, fields, list, rationals, rows } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";
import { Unjudged } from "./answers.js";
import type { Call } from "./calls.js";
import { type Block, block } from "./inertia.js";
import { demandBrief, lengthOf } from "./limits.js";
import { type Network, dimensions, network } from "./network.js";

/** What both inertias are an instance of, as Coq names it. */
export type CriticalClaim = "ZerosAbove" | "SaddleAbove" | "NoStrictSaddle" | "ZeroLossAbove";

const CLAIMS: ReadonlyMap<string, CriticalClaim> = new Map([
  ["prop-4.4", "ZerosAbove"],
  ["ext-saddle", "SaddleAbove"],
  ["open-strict-saddles", "NoStrictSaddle"],
  ["cooper-2.3", "ZeroLossAbove"],
]);

/** Kind `critical`: the theorem is `SoundCritical`, or with inertias `SoundCriticalInstance`. */
export function critical(body: unknown, expected: Expected): Call {
  const keys = ["activation", "beta", "data", "inertias", "network", "theta"];
  const members = fields(body, keys, "body");
  const theta = network(members.theta, "body.theta");
  const units = network(members.network, "body.network");
  const isOfSizes = isGiven(theta.length, expected.r) && isGiven(units.length, expected.m);
  demand(isOfSizes, "parameters", "body", "its widths r and m are not the caller's");
  const shares = rationals(members.beta, "body.beta");
  const [numerator, denominator] = activation(members.activation);
  const blocks = list(members.inertias, "body.inertias", block);
  const data = dataOf(members.data);
  const ofTheta = dimensions(theta, "body.theta");
  demandBriefLoss({ theta, units, data, activation: [numerator, denominator], blocks });
  const point = [...ofTheta, numerator, denominator, data, theta, units, shares] as const;
  if (expected.claim === "prop-4.3") {
    demand(blocks.length === 0, "shape", "body.inertias", "not 0");
    return { name: "check_critical", arguments: [...point] };
  }
  const claim = CLAIMS.get(expected.claim);
  if (claim === undefined) throw new Unjudged(`critical points for ${expected.claim}`);
  demand(blocks.length === 2, "shape", "body.inertias", "not 2");
  const given = [claim, ...point, entry(blocks, 0), entry(blocks, 1)] as const;
  return { name: "check_critical_instance", arguments: [...given] };
}

/** The coefficients of P and of Q. */
function activation(value: unknown): [Rational[], Rational[]] {
  const members = fields(value, ["denominator", "numerator"], "body.activation");
  const numerator = rationals(members.numerator, "body.activation.numerator");
  return [numerator, rationals(members.denominator, "body.activation.denominator")];
}

/** Inputs with their targets, which the kernel takes as it takes units. */
function dataOf(value: unknown): Network {
  const members = fields(value, ["inputs", "targets"], "body.data");
  const inputs = rows(members.inputs, "body.data.inputs");
  const targets = rows(members.targets, "body.data.targets");
  demand(inputs.length === targets.length, "shape", "body.data", "not one target for each input");
  return inputs.map((input, k) => [input, entry(targets, k)]);
}

interface Loss {
  readonly theta: Network;
  readonly units: Network;
  readonly data: Network;
  readonly activation: readonly (readonly Rational[])[];
  readonly blocks: readonly Block[];
}

/** The Hessian has pairs of derivatives at all data; each value of P/Q takes as many steps as the degree. */
function demandBriefLoss({ theta, units, data, activation, blocks }: Loss): void {
  const networks = [theta, units, data].flatMap((one) => [one.map(([w]) => w), one.map(([, a]) => a)]);
  const vectors = blocks.flatMap(([kernel, , congruence]) => [kernel, congruence]);
  const longest = lengthOf([...networks, activation, ...vectors]);
  const degree = Math.max(...activation.map(({ length }) => length));
  const [inputs, outputs] = dimensions(units, "body.network");
  const coordinates = units.length * (inputs + outputs);
  const ofHessian = (data.length * outputs + coordinates) * coordinates ** 2;
  demandBrief(ofHessian + 60 * data.length * units.length * degree ** 2, 3 * degree * longest);
}
