type Test = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with these fields and methods, as one of its kind has. */
function having(...fields: readonly string[]): Test {
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    for (const field of fields) if ((value as Fields)[field] === undefined) return false;
    return true;
  };
}

/** The kind of an object, even if another realm made it. */
const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

const isDoubles: Test = (value) =>
  tagOf(value) === "Float64Array" ||
  (Array.isArray(value) && value.every((entry) => typeof entry === "number"));
const isRational = having("s", "n", "d", "toFraction");
const isVector = having("numerators", "plus");
const isMirroring: Test = (value) => {
  if (typeof value !== "object" || value === null) return false;
  const { images, silent } = value as Fields;
  return (images === 1 || images === 2) && (silent === 0 || silent === 1);
};
const isPair = having("incoming", "outgoing");

/** What arguments may be: words for a message, and whether a value is of the kind. */
const KINDS = {
  integer: ["a bigint, as in 3n", (value) => typeof value === "bigint"],
  number: ["a number", (value) => typeof value === "number"],
  size: [
    "an integer from 0 on",
    (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0,
  ],
  doubles: ["a list of numbers, such as [0.5, 3]", isDoubles],
  bytes: ["the bytes of a file, a Uint8Array", (value) => tagOf(value) === "Uint8Array"],
  text: ["a string", (value) => typeof value === "string"],
  flag: ["true or false", (value) => typeof value === "boolean"],
  action: ["a function", (value) => typeof value === "function"],
  options: ["an object with the options", having()],
  rational: ["a rational, as rational(1n, 2n) makes it", isRational],
  quotient: ["a quotient, as quotientOf(1n, 2n) makes it", having("numerator", "denominator")],
  vector: ['a vector, as RationalVector.parse("1/2") makes it', isVector],
  rows: ["a matrix, a list of vectors", (value) => Array.isArray(value) && value.every(isVector)],
  matrix: ["a list of rows of bigints", (value) => Array.isArray(value) && value.every(Array.isArray)],
  interval: ["an interval, as Interval.of makes it", having("lower", "upper", "hull")],
  codes: ["a list of codes, such as [1, 2, 0]", (value) => Array.isArray(value) || ArrayBuffer.isView(value)],
  signs: ["a list of signs, such as [1, -1]", (value) => Array.isArray(value) || ArrayBuffer.isView(value)],
  parity: ['"odd" or "even"', (value) => value === "odd" || value === "even"],
  partition: ["a labelled partition, as LabelledPartition.of makes it", having("codes", "equals")],
  mirroring: ["a mirroring, as mirroringOf makes it", isMirroring],
  signedPartition: [
    "a signed labelled partition, as SignedLabelledPartition.of makes it",
    having("unsigned", "signs", "parity"),
  ],
  unit: [
    "a unit, as unitOf makes it",
    (value) => isPair(value) && Object.values(value as object).every(isVector),
  ],
  network: ["a network, as twoLayerNetwork makes it", having("units")],
  layeredNetwork: ["a network, as multiLayerNetwork makes it", having("weights")],
  anyNetwork: [
    "a network, as twoLayerNetwork or multiLayerNetwork makes it",
    (value) => having("units")(value) || having("weights")(value),
  ],
  foundNetwork: ["a network, as readNetwork finds it", having("format", "layers", "decisions")],
  measure: ["a measure, as measureOf makes it", having("atoms")],
  atoms: ["a map from points to atoms", having("get", "values")],
  pathForm: ['"points" or "changes"', (value) => value === "points" || value === "changes"],
  subspace: ["a subspace, as gammaSubspace makes it", having("directions", "equations")],
  manifold: ['"last to first" or "fibre"', (value) => value === "last to first" || value === "fibre"],
  graph: ["a graph, as new IntersectionGraph(r, m)", having("vertexCount", "distancesFrom")],
  cells: ["a list of cells, each a list of facets", Array.isArray],
  complex: ["a complex, as chainComplexOf makes it", having("starts", "offsets", "facets", "incidences")],
  placements: ["a complex, as new PlacementComplex(r, m)", having("mapOf", "cellOf")],
  symmetry: ["a symmetry, as parseSymmetry makes it", having("name", "rationalValue")],
  activation: ["an activation, as parseActivation makes it", having("name", "taylor")],
  cost: ["a cost, as radialCost makes it", having("value", "gradient", "hessian")],
  data: ["data, as dataSet makes them", having("inputs", "targets")],
} satisfies Readonly<Record<string, readonly [expected: string, test: Test]>>;

/** A kind of the table, an object by its fields, as in "{ layers, epsilon }", or a list of such: "size[]". */
type Kind = keyof typeof KINDS | `{ ${string} }`;
type Arguments = Readonly<Partial<Record<Kind | `${Kind}[]`, Fields>>>;

interface Rule {
  readonly expected: string;
  readonly test: Test;
  readonly isList: boolean;
}

const rules = new Map<string, Rule>();

function ruleOf(kind: string): Rule {
  const isList = kind.endsWith("[]");
  const [expected, test] = kind.startsWith("{")
    ? [kind, having(...(kind.match(/\w+/g) ?? []))]
    : KINDS[kind.replace("[]", "") as keyof typeof KINDS];
  const rule = { expected, test, isList };
  rules.set(kind, rule);
  return rule;
}

/**
 * Requires arguments to be what the function declares, since plain JavaScript can pass anything. Public
 * functions call this before they begin, with arguments by their kinds and names.
 *
 * @throws TypeError naming the first argument that is something else, or the entry of a list, counted from 1.
 * @example requireArguments({ integer: { numerator: 3 } })
 *   // throws: numerator is 3, a number; give a bigint, as in 3n
 */
export function requireArguments(kinds: Arguments): void {
  // Loops without lists of keys: this runs before short computations too.
  for (const kind in kinds) {
    const { expected, test, isList } = rules.get(kind) ?? ruleOf(kind);
    const values = kinds[kind as Kind];
    for (const name in values) {
      const value = values[name];
      if (isList) requireList(name, value, expected, test);
      else if (!test(value)) refuse(name, value, expected);
    }
  }
}

/**
 * A function that refuses wrong arguments, and else does what the given one does. A room's index exports it
 * in place of a function that other code of the library calls often: that code has types, and needs no guard.
 *
 * @param kinds the kinds of all arguments by their names, in order. One with "?" may be left out.
 * @throws TypeError as {@link requireArguments}, from the function that is made.
 * @example guarded((integer) => integer, { integer: "integer" })(3) // throws: integer is 3, a number; …
 */
export function guarded<Call extends (...given: never[]) => unknown>(
  call: Call,
  kinds: Readonly<Record<string, Kind | `${Kind}[]` | `${Kind}?` | `${Kind}[]?`>>,
): Call {
  const expected = Object.entries(kinds);
  const refusing = (...given: Parameters<Call>): unknown => {
    for (const [place, [name, kind]] of expected.entries()) {
      const value: unknown = given[place];
      if (kind.endsWith("?") && value === undefined) continue;
      requireArguments({ [kind.replace("?", "")]: { [name]: value } });
    }
    return call(...given);
  };
  return refusing as Call;
}

function requireList(name: string, list: unknown, expected: string, test: Test): void {
  if (!Array.isArray(list)) refuse(name, list, `a list, each entry ${expected}`);
  let place = 0;
  for (const value of list) {
    place++;
    if (!test(value)) refuse(`entry ${place} of ${name}`, value, expected);
  }
}

function refuse(name: string, value: unknown, expected: string): never {
  throw new TypeError(`${name} is ${valueAndKind(value)}; give ${expected}`);
}

/** How many characters of a value a message shows. */
const LONGEST = 40;

/**
 * A value and what it is, for messages.
 *
 * @example valueAndKind("2") === '"2", a string'
 */
export function valueAndKind(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `${JSON.stringify(value.slice(0, LONGEST))}, a string`;
  if (typeof value !== "number" && typeof value !== "bigint") return `a ${typeof value}`;
  return `${String(value).slice(0, LONGEST)}, a ${typeof value}`;
}

/** A plain object is "[object Object]" as a text, and JSON has no form for a bigint. */
const FORMS = {
  toJSON(this: object): unknown {
    return spelledOut(new Map<unknown, unknown>(Object.entries(this)));
  },
  toString(this: object): string {
    return JSON.stringify(this);
  },
};

function spelledOut(field: unknown): unknown {
  if (typeof field === "bigint") return field.toString();
  if (Array.isArray(field)) return field.map(spelledOut);
  if (!(field instanceof Map)) return field;
  return Object.fromEntries([...field].map(([key, value]) => [String(key), spelledOut(value)]));
}

/**
 * An object with a text and a JSON form: JSON of its fields, with integers of any size as decimal texts.
 *
 * @example String(speaking({ edges: 3n })) === '{"edges":"3"}'
 */
export function speaking<Value extends object>(value: Value): Value {
  return Object.setPrototypeOf(value, FORMS) as Value;
}
