/**
 * A missing entry must stop the computation, not pass for 0, 1, "" or an empty list: `entry(list, index)` and its
 * kin in src/exact/entry.ts throw. The rule refuses any `list[index] ?? other`, and `?? 0` and the like wherever a
 * value may be missing.
 *
 * What a call of `get`, `exec` or `match` leaves out is no mistake of an index: a count in a Map starts at 0, and a
 * text may not match. Their answers may have a default, and so may parameters and properties that can be left out.
 * So a table with a default for unlisted names is a Map.
 */

/** Values that look plausible where nothing is, as the right side of an operator or a default. */
const PLAUSIBLE = [
  "[right.raw=/^(?:[01]n?|\"\"|'')$/]",
  "[right.type='ArrayExpression'][right.elements.length=0]",
  "[right.type='ObjectExpression'][right.properties.length=0]",
  "[right.name=/^zero$/i]",
  "[right.callee.property.name='zero']",
  "[right.callee.name='rational'][right.arguments.0.raw=/^[01]n$/]",
  "[right.type='BinaryExpression'][right.left.type='Literal'][right.right.type='Literal']",
];

/**
 * In exact rooms, an entry that may be missing and is passed on as undefined: as an argument `list?.[index]`,
 * or by a method that isn't called, `list[index]?.method()`.
 */
const PASSED_ON = [
  "CallExpression > ChainExpression.arguments > MemberExpression[computed=true][optional=true]",
  "ChainExpression > CallExpression[callee.optional=true][callee.object.computed=true]",
];

/** Calls that answer `undefined` or `null` by design. */
const MAY_BE_MISSING = ":not([left.type='CallExpression'][left.callee.property.name=/^(?:get|exec|match)$/])";

/** `list[index]` and `list.at(index)`; not a property whose name is written out. */
const ENTRY =
  ":matches(MemberExpression[computed=true][property.raw!=/^[\"']/], [callee.property.name='at'])";

/** An entry that may be missing, or what is read of it: `list[index]?.x`. */
const READ = `:matches(${ENTRY}, ChainExpression:has(${ENTRY}))`;

/** Where it may be: on the left side itself, or as an answer of what is there: a choice, or another `??`. */
const ENTRIES = [
  `> ${READ}.left`,
  "> :matches(TSAsExpression, LogicalExpression, ConditionalExpression).left > " +
    `${READ}:matches(.expression, .right, .consequent, .alternate)`,
];

/** Of all that can stand in for an entry, an error and "not a number" alone can't pass for one. */
const STANDS_IN = ":not([right.callee.name='noEntry']):not([right.name='NaN'])";

const MESSAGE =
  "This takes a missing value for another. Use entry(list, index) of src/exact/entry.ts, which throws; in a hot " +
  "loop list[index] ?? noEntry(list, index). If absence has a meaning, test for it and say which.";

const selectors = [
  ...PLAUSIBLE.flatMap((value) => [
    `LogicalExpression[operator='??']${MAY_BE_MISSING}${value}`,
    `LogicalExpression[operator='||']${value}`,
    `AssignmentExpression[operator=/^(?:\\?\\?|\\|\\|)=$/]${value}`,
  ]),
  ...ENTRIES.map((place) => `LogicalExpression[operator='??']${STANDS_IN} ${place}`),
  `AssignmentExpression[operator='??='] > ${ENTRY}.left`,
  "ArrayPattern > AssignmentPattern",
  // A set or map of a missing list would be empty.
  `NewExpression[callee.name=/^(?:Set|Map)$/] > ${ENTRY}.arguments`,
];

const EXACT = "src/{exact,combinatorics,network,manifold,landscape,checker}/**/*.ts";

function restricted(files, refused) {
  const options = refused.map((selector) => ({ selector, message: MESSAGE }));
  return { files, rules: { "no-restricted-syntax": ["error", ...options] } };
}

export const silentDefaults = [
  restricted(["src/**/*.ts", "properties/**/*.ts"], selectors),
  restricted([EXACT], [...selectors, ...PASSED_ON]),
];
