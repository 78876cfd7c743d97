/** How many characters of a value a message shows. */
const LONGEST = 40;

type Test = (value: unknown) => boolean;

function isA(type: string): Test {
  return (value) => typeof value === type;
}

/** Whether a value is an object with these fields and methods, as one of its kind has. */
function having(...fields: readonly string[]): Test {
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    fields.every((field) => (value as Readonly<Record<string, unknown>>)[field] !== undefined);
}

const vector = having("numerators", "plus");

/** What arguments may be: words for a message, and whether a value is of the kind. */
const KINDS = {
  integer: ["a bigint, as in 3n", isA("bigint")],
  number: ["a number", isA("number")],
  size: ["an integer from 0 on", (value) => Number.isSafeInteger(value) && Number(value) >= 0],
  text: ["a string", isA("string")],
  flag: ["true or false", isA("boolean")],
  action: ["a function", isA("function")],
  options: ["an object with the options", having()],
  rational: ["a rational, as rational(1n, 2n) makes it", having("s", "n", "d", "toFraction")],
  quotient: ["a quotient, as quotientOf(1n, 2n) makes it", having("numerator", "denominator")],
  vector: ['a vector, as RationalVector.parse("1/2") makes it', vector],
  rows: ["a matrix, a list of vectors", (value) => Array.isArray(value) && value.every(vector)],
  matrix: ["a list of rows of bigints", (value) => Array.isArray(value) && value.every(Array.isArray)],
  certifiedInertia: ["what certifiedInertia gives", having("inertia", "kernel", "congruence")],
  inertia: ["what inertia gives", having("positive", "negative", "zero")],
  interval: ["an interval, as Interval.of makes it", having("lower", "upper", "hull")],
  codes: ["a list of codes, such as [1, 2, 0]", (value) => Array.isArray(value) || ArrayBuffer.isView(value)],
  partition: ["a labelled partition, as LabelledPartition.of makes it", having("codes", "labelledBlocks")],
  orbit: ["an orbit, as orbitOf makes it", having("labelledSizes", "zeroSizes")],
  goal: ["a goal { layers, epsilon }", having("layers", "epsilon")],
  regimeQuestion: ["a question { r, goal, lastWidth }", having("r", "goal", "lastWidth")],
  unit: ["a unit, as unitOf makes it", having("incoming", "outgoing")],
  network: ["a network, as twoLayerNetwork makes it", having("units")],
  layeredNetwork: ["a network, as multiLayerNetwork makes it", having("weights")],
  redundancy: ["one of the redundancies of the network", having("kind")],
  measure: ["a measure, as measureOf makes it", having("atoms")],
  atoms: ["a map from points to atoms", having("get", "values")],
  subspace: ["a subspace, as gammaSubspace makes it", having("directions", "equations")],
  manifold: ['"last to first" or "fibre"', (value) => value === "last to first" || value === "fibre"],
  line: ["points and partitions, as path.list() gives", having("points", "partitions")],
  layeredLine: ["points and tuples, as path.list() gives", having("points", "tuples")],
  graph: ["a graph, as new IntersectionGraph(r, m)", having("vertexCount", "distancesFrom")],
  graphSize: ["a size, as intersectionGraphSize gives", having("vertices", "edges")],
  cells: ["a list of cells, each a list of facets", Array.isArray],
  complex: ["a complex, as chainComplexOf makes it", having("starts", "offsets", "facets", "incidences")],
  placements: ["a complex, as new PlacementComplex(r, m)", having("mapOf", "cellOf")],
  poset: ["an order { below }", having("below")],
  activation: ["an activation, as parseActivation makes it", having("name", "taylor")],
  cost: ["a cost, as radialCost makes it", having("value", "gradient", "hessian")],
  data: ["data, as dataSet makes them", having("inputs", "targets")],
  landscapePoint: ["{ network, data, activation, cost }", having("network", "data", "activation", "cost")],
  criticalPoint: ["{ network, data, activation, residuals }", having("network", "data", "residuals")],
  expandedPoint: ["{ theta, network, beta, data, activation }", having("theta", "network", "beta", "data")],
  certificate: ["a certificate, as pathCertificate makes it", having("kind", "claim", "body")],
  origin: ["an origin { command, version }", having("command", "version")],
  verifyOptions: ["options { maxM, seed }", having("maxM", "seed")],
  crosscheckRequest: ["a request { backend, points, inputs, seed }", having("backend", "points", "seed")],
} satisfies Readonly<Record<string, readonly [expected: string, test: Test]>>;

type Kind = keyof typeof KINDS;
type Arguments = Readonly<Record<string, unknown>>;

/**
 * Requires arguments to be what the function declares, since plain JavaScript can pass anything. Public functions
 * call this before they begin. Arguments are given by their kinds and names; a kind with [] is a list of such values.
 *
 * @throws TypeError naming the first argument that is something else, or the entry of a list, counted from 1.
 * @example requireArguments({ integer: { numerator: 3 } })
 *   // throws: numerator is 3, a number; give a bigint, as in 3n
 */
export function requireArguments(kinds: Partial<Readonly<Record<Kind | `${Kind}[]`, Arguments>>>): void {
  for (const [kind, values] of Object.entries(kinds)) {
    const [expected, test] = KINDS[kind.replace("[]", "") as Kind];
    const requireValue = kind.endsWith("[]") ? requireList : requireOne;
    for (const name in values) requireValue(name, values[name], expected, test);
  }
}

function requireOne(name: string, value: unknown, expected: string, test: Test): void {
  if (!test(value)) throw new TypeError(`${name} is ${shown(value)}; give ${expected}`);
}

function requireList(name: string, list: unknown, expected: string, test: Test): void {
  requireOne(name, list, `a list, each entry ${expected}`, Array.isArray);
  (list as readonly unknown[]).forEach((value, index) => {
    if (!test(value)) requireOne(`entry ${index + 1} of ${name}`, value, expected, test);
  });
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `${JSON.stringify(value.slice(0, LONGEST))}, a string`;
  if (typeof value !== "number" && typeof value !== "bigint") return `a ${typeof value}`;
  return `${String(value).slice(0, LONGEST)}, a ${typeof value}`;
}
