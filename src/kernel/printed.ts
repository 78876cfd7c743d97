import type { Checkers } from "#kernel";
import { isGiven } from "../checker/request.js";
import type { Expected } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import type { Bound } from "./bound.js";
import type { CriticalClaim } from "./critical.js";
import type { LossPoint } from "./lossPoint.js";
import type { Signed } from "./mirroredPath.js";
import type { Network } from "./network.js";
import {
  type Json,
  type Members,
  blockJson,
  layersJson,
  matrixJson,
  networkJson,
  pointsJson,
  rowJson,
} from "./written.js";

/** What a function is asked about, written as a certificate has it. */
interface Printed {
  /** The members of the body, in any order. */
  readonly body: Members;
  /** What the caller gives, if the caller gives it. */
  readonly given: Readonly<Partial<Record<keyof Expected, Json | undefined>>>;
  /** The numbers of inputs and outputs, which the body has only by its θ. */
  readonly dimensions?: readonly [number, number];
}

const CLAIMS: Readonly<Record<CriticalClaim, string>> = {
  ZerosAbove: "prop-4.4",
  SaddleAbove: "ext-saddle",
  NoStrictSaddle: "open-strict-saddles",
  ZeroLossAbove: "cooper-2.3",
};

type Printers = {
  readonly [Name in keyof Checkers]: (hasChanges: boolean, ...given: Parameters<Checkers[Name]>) => Printed;
};

/** By the function that is asked. */
const PRINTERS: Printers = {
  check_enumeration: (_, r, m, partitions) => ({
    body: { r, m, partitions },
    given: { claim: "thm-3.1-count" },
  }),
  check_connected: (_, inputs, outputs, m, theta, tree) => ({
    body: {
      ...{ r: theta.length, m, theta: networkJson(theta) },
      partitions: tree.map(([[codes]]) => codes),
      parents: tree.map(([[, [parent]]]) => parent),
      depths: tree.map(([[, [, depth]]]) => depth),
      points: tree.map(([, point]) => networkJson(point)),
    },
    given: { claim: "thm-3.1-connected" },
    dimensions: [inputs, outputs],
  }),
  check_path: (hasChanges, inputs, outputs, ...[theta, from, to, points, partitions]) => ({
    body: { ...line(theta, points, hasChanges), bound: { rule: "none" }, partitions },
    given: { claim: "thm-3.1-path", ...endsJson(theta, from, to, points) },
    dimensions: [inputs, outputs],
  }),
  check_shortest_path: (hasChanges, ...[inputs, outputs, theta, from, to, points, partitions, bound]) => ({
    body: { ...line(theta, points, hasChanges), bound: boundJson(bound, (codes) => codes), partitions },
    given: endsJson(theta, from, to, points),
    dimensions: [inputs, outputs],
  }),
  check_mirrored_path: (hasChanges, parity, inputs, outputs, ...[theta, from, to, points, partitions]) => ({
    body: {
      ...{ ...line(theta, points, hasChanges), bound: { rule: "none" } },
      ...{ parity: WRITTEN[parity], partitions: partitions.map(signedJson) },
    },
    given: {
      ...{ claim: "ext-parity-connected", parity: WRITTEN[parity] },
      ...endsJson(theta, from, to, points),
    },
    dimensions: [inputs, outputs],
  }),
  check_shortest_mirrored_path: (hasChanges, parity, inputs, outputs, ...rest) => {
    const [theta, from, to, points, partitions, bound] = rest;
    return {
      body: {
        ...{ ...line(theta, points, hasChanges), bound: boundJson(bound, signedJson) },
        ...{ parity: WRITTEN[parity], partitions: partitions.map(signedJson) },
      },
      given: { parity: WRITTEN[parity], ...endsJson(theta, from, to, points) },
      dimensions: [inputs, outputs],
    };
  },
  check_layered_path: (hasChanges, inputs, outputs, ...[theta, from, to, points, partitions]) => ({
    body: { theta: layersJson(theta), ...pointsJson(points.map(layersJson), hasChanges), partitions },
    given: { claim: "mlp-connected", from: layersJson(from), to: layersJson(to) },
    dimensions: [inputs, outputs],
  }),
  check_inertia: (_, matrix, block) => ({
    body: { matrix: matrixJson(matrix), ...blockJson(block) },
    given: { matrix: matrixJson(matrix) },
  }),
  check_critical: (_, ...point) => lossPointJson(point, { inertias: [] }, "prop-4.3"),
  check_critical_instance: (_, claim, ...[a, b, c, d, e, f, g, h, below, above]) =>
    lossPointJson(
      [a, b, c, d, e, f, g, h],
      { inertias: [blockJson(below), blockJson(above)] },
      CLAIMS[claim],
    ),
  check_splitting: (_, ...[a, b, c, d, e, f, g, h, below, splits, inertia]) => {
    const units = splits.map(([incoming, outgoing, curvature, mixed]) => ({
      curvature: blockJson(curvature),
      incoming: matrixJson(incoming),
      mixed: blockJson(mixed),
      outgoing: matrixJson(outgoing),
    }));
    const more = { below: blockJson(below), inertia, units };
    return lossPointJson([a, b, c, d, e, f, g, h], more, "ext-inertia");
  },
};

const WRITTEN = { Odd: "odd", Even: "even" } as const;

const RULES: Readonly<Record<Bound<unknown>[0], string>> = {
  EndsDiffer: "distinct",
  StarDistance: "star",
  Potential: "potential",
};

function boundJson<Partition>(
  [name, values]: Bound<Partition>,
  partitionJson: (partition: Partition) => Json,
): Members {
  if (values === undefined) return { rule: RULES[name] };
  return {
    partitions: values.map(([partition]) => partitionJson(partition)),
    rule: RULES[name],
    values: values.map(([, { n, d }]) => (d === 1n ? Number(n) : `${n}/${d}`)),
  };
}

const signedJson = ([codes, signs]: Signed): Json => ({ codes, signs });

const line = (theta: Network, points: readonly Network[], hasChanges: boolean) => ({
  theta: networkJson(theta),
  ...pointsJson(points.map(networkJson), hasChanges),
});

const endsJson = (theta: Network, from: Network, to: Network, points: readonly Network[]) => ({
  ...{ from: networkJson(from), to: networkJson(to) },
  ...{ r: theta.length, m: points[0]?.length },
});

function lossPointJson(
  [inputs, outputs, numerator, denominator, data, theta, network, beta]: LossPoint,
  more: Members,
  claim: string,
): Printed {
  const { incoming, outgoing } = networkJson(data);
  return {
    body: {
      activation: { denominator: rowJson(denominator), numerator: rowJson(numerator) },
      beta: rowJson(beta),
      data: { inputs: incoming, targets: outgoing },
      network: networkJson(network),
      theta: networkJson(theta),
      ...more,
    },
    given: { claim, r: theta.length, m: network.length },
    dimensions: [inputs, outputs],
  };
}

/**
 * Demands that nothing was lost or altered when a body was read: what the function is to be asked about is
 * written as a certificate has it, and compared with the body and with what the caller gives.
 *
 * @throws Error if this program has a mistake.
 */
export function demandWhole({ name, arguments: asked }: Call, body: unknown, expected: Expected): void {
  const members = body as Readonly<Record<string, unknown>>;
  const print = PRINTERS[name] as (hasChanges: boolean, ...given: readonly unknown[]) => Printed;
  const printed = print("changes" in members, ...asked);
  const inOrder = Object.fromEntries(Object.entries(printed.body).sort(([x], [y]) => (x < y ? -1 : 1)));
  const isBody = JSON.stringify(inOrder) === JSON.stringify(body);
  const areGiven = Object.entries(printed.given).every(([key, value]) =>
    isGiven(value, expected[key as keyof Expected]),
  );
  const { dimensions } = printed;
  const areDimensions =
    dimensions === undefined || dimensions.join() === dimensionsOf(members.theta as Theta).join();
  if (isBody && areGiven && areDimensions) return;
  throw new Error(
    `${name} would be asked about something else than the certificate; please report it, with the file`,
  );
}

/** θ as it is written, which was read. */
type Theta = Readonly<Record<"incoming" | "outgoing", readonly (readonly string[])[]>> &
  Readonly<Partial<Record<"weights", readonly (readonly (readonly string[])[])[]>>>;

function dimensionsOf({ incoming, outgoing, weights }: Theta): (number | undefined)[] {
  return weights === undefined
    ? [incoming[0]?.length, outgoing[0]?.length]
    : [weights[0]?.[0]?.length, weights.at(-1)?.length];
}
