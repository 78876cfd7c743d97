import { describe, expect, it } from "vitest";
import { certificateText } from "../../src/certificate/certificateText.js";
import { gradientFlowCounterexample } from "../../src/certificate/counterexampleCertificate.js";
import { brackets, cauchyCases } from "../../src/claims/instances/cauchyCases.js";
import type { Instance } from "../../src/claims/evidence/certified.js";
import { emptyCases } from "../../src/claims/cooper-2.1.js";
import { gridData } from "../../src/claims/cooper-3.3.js";
import { threeLayers, twoLayers } from "../../src/claims/cooper-4.1.js";
import { saturatedCases } from "../../src/claims/cooper-simsek.js";
import { smallCriticalPoints } from "../../src/claims/instances/criticalInstances.js";
import { multiLayerInstances } from "../../src/claims/instances/multiLayerInstances.js";
import { repairs } from "../../src/claims/instances/degeneratePoints.js";
import { distinctPoints, pointForm } from "../../src/claims/instances/distinctPoints.js";
import { saddleMinima } from "../../src/claims/ext-saddle.js";
import { multiLayerCriticalPoints } from "../../src/claims/instances/multiLayerExpansions.js";
import { mirroredInstances, plainInstances } from "../../src/claims/instances/mirroredInstances.js";
import { hessianPoints } from "../../src/claims/prop-4.4.js";
import { reducibleCriticalPoints } from "../../src/claims/instances/reducibleCritical.js";
import { strictMinima } from "../../src/claims/instances/strictMinima.js";
import { treeInstances } from "../../src/claims/thm-3.1-connected.js";
import { torsionControls } from "../../src/claims/instances/torsionControls.js";
import { scalarPoints } from "../../src/claims/instances/zeroLossInstances.js";
import { type Rational, rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import type { Activation } from "../../src/landscape/activations/activation.js";
import { type DataSet, dataSet } from "../../src/landscape/loss/data.js";
import { isIrreducible } from "../../src/network/irreducible.js";
import { type MultiLayerNetwork, evaluateMultiLayer } from "../../src/network/multiLayerNetwork.js";
import { type TwoLayerNetwork, evaluate, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";

/** What makes an instance differ from others, and what is special about it. */
interface Listed {
  readonly form: string;
  readonly special: readonly string[];
}

/** Instances that are the same as an earlier one, or special. */
function faults(listed: readonly Listed[]): string[] {
  const forms = listed.map(({ form }) => form);
  return listed.flatMap(({ form, special }, index) => [
    ...(forms.indexOf(form) < index ? [`instance ${index + 1} is instance ${forms.indexOf(form) + 1}`] : []),
    ...special.map((reason) => `instance ${index + 1}: ${reason}`),
  ]);
}

interface Point {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  readonly activation: Activation;
}

type Fitted = Pick<Point, "network" | "data">;

/** The reason why an instance is special, if there is one. */
const reasons = (reason: string, applies: boolean): string[] => (applies ? [reason] : []);
/** Zeros among numbers, which would hide an error in what they are multiplied by. */
const zeros = (what: string, values: readonly Rational[]): string[] =>
  reasons(
    `${what} is 0`,
    values.some((value) => value.equals(0n)),
  );
const reducible = (network: TwoLayerNetwork): string[] =>
  reasons("a reducible network", !isIrreducible(network));

/**
 * Zero-loss points have distinct inputs. There w·x may be 0, as ranks are certified, and spare units are off.
 */
function spread({ network, data }: Fitted): Listed {
  const inputs = new Set(data.inputs.map(({ key }) => key));
  const special = reasons("an input appears twice", inputs.size < data.inputs.length);
  return { form: pointForm({ network, data }), special };
}

/** Zero-loss points without spare units. */
function fitting(point: Fitted): Listed {
  const { form, special } = spread(point);
  return { form, special: [...special, ...reducible(point.network)] };
}

/** At all units and data w·x, σ, σ' and σ'' are not 0, no datum is fitted, and inputs are distinct. */
function generic({ network, data, activation }: Point): Listed {
  const places = network.units.flatMap(({ incoming }) => data.inputs.map((input) => incoming.dot(input)));
  const sigma = (z: Rational): Rational => activation.derivative(0, z);
  const { form, special } = spread({ network, data });
  return {
    form,
    special: [
      ...zeros("w·x", places),
      ...[0, 1, 2].flatMap((order) =>
        zeros(
          `σ of order ${order}`,
          places.map((z) => activation.derivative(order, z)),
        ),
      ),
      ...reasons(
        "a datum is fitted",
        data.inputs.some((x, k) => evaluate(network, x, sigma).key === data.targets[k]?.key),
      ),
      ...special,
    ],
  };
}

function irreducible(point: Point): Listed {
  const { form, special } = generic(point);
  return { form, special: [...special, ...reducible(point.network)] };
}

const only = (form: string): Listed => ({ form, special: [] });
const unitsOf = ({ units }: TwoLayerNetwork): string =>
  units.map(({ incoming, outgoing }) => `${incoming.key};${outgoing.key}`).join();
const certificates = (instances: Iterable<Instance>): Listed[] =>
  [...instances].map(({ certificate }) =>
    only(certificateText(certificate, { command: "list", version: "0" })),
  );
const dataForm = ({ inputs, targets }: DataSet): string =>
  inputs.map((x, k) => `${x.key}:${targets[k]?.key ?? ""}`).join(" ");

function layered(point: { network: MultiLayerNetwork; data: DataSet; activation: Activation }): Listed {
  const { network, data, activation } = point;
  const sigma = (z: Rational): Rational => activation.derivative(0, z);
  const matrices = network.weights.map((rows) => rows.map(({ key }) => key).join(";"));
  const outputs = data.inputs.map((x) => evaluateMultiLayer(network, x, sigma).key);
  return {
    form: `${matrices.join("|")} ${network.biases?.map(({ key }) => key).join("|") ?? ""} ${dataForm(data)}`,
    special: [
      ...zeros(
        "a weight",
        network.weights.flat().flatMap((row) => row.toRationals()),
      ),
      ...reasons(
        "a datum is fitted",
        outputs.some((key, k) => key === data.targets[k]?.key),
      ),
    ],
  };
}

const mirrored = [...mirroredInstances(), ...plainInstances()].map(({ student, weighted, activation }) =>
  irreducible({ network: student, data: weighted.data, activation }),
);

/** All instances that are drawn, searched for or written down; other tests count what is enumerated. */
const FAMILIES: Readonly<Record<string, readonly [count: number, listed: readonly Listed[]]>> = {
  "def-4.1, prop-4.3: critical points": [16, smallCriticalPoints().map(irreducible)],
  "prop-4.4: critical points and a saddle": [17, hessianPoints().map(irreducible)],
  "ext-saddle: strict minima": [6, saddleMinima().map(irreducible)],
  "open-strict-saddles: strict minima": [6, strictMinima().map(irreducible)],
  "open-other-critical: mirrored and plain": [27, mirrored],
  "open-other-critical: reducible": [4, reducibleCriticalPoints().map(generic)],
  "open-other-critical: none at positive weights": [
    450,
    [...cauchyCases()].map(({ student, teacher }) => only([student, teacher].map(unitsOf).join("|"))),
  ],
  "open-other-critical: minima at negative weights": [6, brackets().map(({ low }) => only(low.toFraction()))],
  "mlp-critical: critical points": [7, multiLayerCriticalPoints().map(layered)],
  "cooper-2.1, cooper-2.3: zero-loss points": [48, [...scalarPoints()].map(fitting)],
  "cooper-2.1: repaired points": [15, repairs().map(({ repaired }) => fitting(repaired))],
  "cooper-2.1: empty sets": [4, emptyCases().map(({ kind }) => only(kind))],
  "cooper-3.3: data on a grid": [728, [...gridData()].map((data) => only(dataForm(data)))],
  "cooper-4.1: two layers": [48, [...twoLayers()].map(spread)],
  "cooper-4.1: three layers": [18, [...threeLayers()].map(spread)],
  "cooper-simsek: points of Γ_P": [
    136,
    [...saturatedCases()].map(({ network, partition, inputs }) =>
      only(`${unitsOf(network)} ${partition.key} ${inputs.length}`),
    ),
  ],
  "thm-3.1-connected: trees": [10, certificates(treeInstances(5, 1))],
  "mlp-connected: paths": [51, certificates(multiLayerInstances(1))],
  "lem-2.1: the counterexample": [
    1,
    certificates([{ certificate: gradientFlowCounterexample(), asked: { claim: "lem-2.1" } }]),
  ],
  "ext-topology: spaces with torsion": [
    4,
    torsionControls().map(({ complex }) =>
      only(JSON.stringify([complex.starts, [...complex.facets], [...complex.incidences]])),
    ),
  ],
};

describe.each(Object.entries(FAMILIES))("the instances of %s", (_, [count, listed]) => {
  it("have the stated number, are pairwise distinct, and none is special", () => {
    expect(listed).toHaveLength(count);
    expect(faults(listed)).toEqual([]);
  });

  it("with a duplicate planted are caught", () => {
    expect(faults([...listed, ...listed.slice(0, 1)])).toEqual([`instance ${count + 1} is instance 1`]);
  });
});

describe("a special instance", () => {
  const [point] = strictMinima();
  if (point === undefined) throw new Error("no points");
  const zero = RationalVector.zero(1);
  const constant = twoLayerNetwork(
    1,
    1,
    point.network.units.map(({ outgoing }) => ({ incoming: zero, outgoing })),
  );
  const targets = point.data.targets.map((y, k) => (k === 1 ? y.plus(point.residuals[k] ?? zero) : y));
  const doubled = dataSet(
    point.data.inputs.map((x, k) => (k === 1 ? (point.data.inputs[0] ?? x) : x)),
    point.data.targets,
  );
  it.each([
    ["a constant network", { network: constant }, "instance 1: w·x is 0"],
    [
      "an input 0",
      { data: { ...point.data, inputs: point.data.inputs.map((x, k) => (k === 0 ? zero : x)) } },
      "instance 1: w·x is 0",
    ],
    ["a fitted datum", { data: { ...point.data, targets } }, "instance 1: a datum is fitted"],
    ["an input that appears twice", { data: doubled }, "instance 1: an input appears twice"],
    [
      "a unit that appears twice",
      { network: twoLayerNetwork(1, 1, [...point.network.units, ...point.network.units]) },
      "instance 1: a reducible network",
    ],
  ])("is caught: %s", (_, planted, fault) => {
    expect(faults([irreducible({ ...point, ...planted })])).toContain(fault);
  });

  it("is the same with its units, its data or the inputs' coordinates changed", () => {
    const [two] = smallCriticalPoints().filter(
      ({ network }) => network.units.length === 2 && network.inputDimension === 1,
    );
    if (two === undefined) throw new Error("no points");
    const { network, data } = two;
    const turned = {
      network: twoLayerNetwork(
        1,
        network.outputDimension,
        network.units.toReversed().map((u) => ({ ...u, incoming: u.incoming.times(rational(-3n)) })),
      ),
      data: dataSet(data.inputs.map((x) => x.times(rational(-1n, 3n))).reverse(), data.targets.toReversed()),
    };
    expect(pointForm(turned)).toBe(pointForm(two));
    expect(() => distinctPoints([two, point, turned])).toThrow(new RangeError("instances 1 and 3 are one"));
    expect(distinctPoints([two, point])).toHaveLength(2);
  });
});
