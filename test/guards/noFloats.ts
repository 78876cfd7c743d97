import { Node, SyntaxKind } from "ts-morph";
import {
  holdsNumber,
  isBigintOnly,
  isNullish,
  isNumeric,
  isUnchecked,
  mayBeFraction,
  mayHoldNumber,
} from "./numberTypes.js";
import { type Finding, type Tree, filesIn, findingAt } from "./tree.js";

/**
 * Keeps floating point out of the exact rooms. Numbers may serve there as indices and residues, which are
 * safe integers under `+ - * %`; whatever makes a fraction of one, or rounds, or reads a rational as a
 * double, is a finding. A type that doesn't resolve counts as the worst it could be.
 */
export type FloatRule =
  | "literal"
  | "division"
  | "math"
  | "float-name"
  | "parse-int"
  | "conversion"
  | "fraction-from-number"
  | "fraction-operator"
  | "fraction-value"
  | "float-memory"
  | "assertion"
  | "json"
  | "clock";

const EXACT_MATH = words("imul clz32 min max abs trunc");

const FLOAT_NAMES = words(
  `parseFloat toFixed toPrecision toExponential EPSILON NaN Infinity
   POSITIVE_INFINITY NEGATIVE_INFINITY MAX_VALUE MIN_VALUE globalThis`,
);

const FLOAT_MEMORY = words("DataView Float16Array Float32Array Float64Array");

/** Time comes in fractions of a second, and has no influence on results. */
const CLOCKS = words("performance Date hrtime Temporal");

const DIVIDING = words("/ /= ** **=");

/** Operators that turn an object into a primitive by its `valueOf`. */
const VALUING = words("+ - * / % ** < > <= >= & | ^ << >> >>> += -= *= /= %= **= &= |= ^= <<= >>= >>>=");

const LOOSE = words("== !=");
const IDENTITY = words("=== !==");

interface Objection {
  readonly rule: FloatRule;
  readonly message: string;
}

/** The floats in the given rooms, such as `src/exact`. */
export function noFloats(tree: Tree, rooms: readonly string[]): Finding<FloatRule>[] {
  const findings: Finding<FloatRule>[] = [];
  for (const source of filesIn(tree, rooms)) {
    source.forEachDescendant((node) => {
      for (const { rule, message } of objections(node)) findings.push(findingAt(tree, node, rule, message));
    });
  }
  return findings;
}

function objections(node: Node): Objection[] {
  return CHECKS.flatMap((check) => check(node));
}

const CHECKS: readonly ((node: Node) => Objection[])[] = [
  literal,
  name,
  bracketedName,
  assertion,
  binary,
  unary,
  conversion,
  fractionArguments,
  fractionMember,
];

function literal(node: Node): Objection[] {
  if (!Node.isNumericLiteral(node)) return [];
  const text = node.getText();
  if (Number.isSafeInteger(node.getLiteralValue()) && !/^[0-9_]*\.|^[0-9_]+e-/i.test(text)) return [];
  return [{ rule: "literal", message: `${text} is not a safe integer` }];
}

function name(node: Node): Objection[] {
  if (node.getKind() !== SyntaxKind.Identifier) return [];
  const text = node.getText();
  if (FLOAT_NAMES.has(text)) return [{ rule: "float-name", message: text }];
  if (text === "parseInt") return [{ rule: "parse-int", message: "parseInt rounds more than 2^53" }];
  if (FLOAT_MEMORY.has(text)) return [{ rule: "float-memory", message: text }];
  if (CLOCKS.has(text)) return [{ rule: "clock", message: text }];
  // Numbers in a JSON text are doubles as soon as it is parsed.
  if (text === "JSON" && memberAccess(node.getParent())?.member !== "stringify") {
    return [{ rule: "json", message: "JSON for more than JSON.stringify" }];
  }
  const access = memberAccess(node.getParent());
  const accessed = access?.object === node;
  if (text === "Math" && !(accessed && EXACT_MATH.has(access.member))) {
    return [{ rule: "math", message: accessed ? `Math.${access.member}` : "Math as a value" }];
  }
  // `list.map(Number)` converts values that no check has seen.
  if (text === "Number" && !accessed && !isCallee(node)) {
    return [{ rule: "conversion", message: "Number as a value" }];
  }
  return [];
}

/** A name in brackets, as in `Number["EPSILON"]`. */
function bracketedName(node: Node): Objection[] {
  if (node.getKind() !== SyntaxKind.ElementAccessExpression) return [];
  const member = memberAccess(node)?.member ?? "";
  return FLOAT_NAMES.has(member) ? [{ rule: "float-name", message: member }] : [];
}

/** A value of unknown type that the code declares to be a number or to hold some: it may be 0.25. */
function assertion(node: Node): Objection[] {
  if (!Node.isAsExpression(node) && !Node.isTypeAssertion(node)) return [];
  if (!isUnchecked(node.getExpression().getType()) || !holdsNumber(node.getType())) return [];
  return [{ rule: "assertion", message: `${node.getText()} takes for a number what is unchecked` }];
}

function binary(node: Node): Objection[] {
  if (!Node.isBinaryExpression(node)) return [];
  const operator = node.getOperatorToken().getText();
  if (![VALUING, LOOSE, IDENTITY].some((operators) => operators.has(operator))) return [];
  const types = [node.getLeft().getType(), node.getRight().getType()];
  const fractions = types.filter(mayBeFraction).length;
  const meetsFraction =
    (VALUING.has(operator) && fractions > 0) ||
    (LOOSE.has(operator) && fractions > 0 && !types.some(isNullish)) ||
    (IDENTITY.has(operator) && fractions === 2);
  if (meetsFraction) return [{ rule: "fraction-operator", message: `${operator} on a Fraction` }];
  if (DIVIDING.has(operator) && !types.every(isBigintOnly)) {
    return [{ rule: "division", message: `${operator} on what is not a bigint` }];
  }
  return [];
}

function unary(node: Node): Objection[] {
  if (!Node.isPrefixUnaryExpression(node)) return [];
  const token = node.getOperatorToken();
  if (token === SyntaxKind.ExclamationToken || isNumeric(node.getOperand().getType())) return [];
  return [{ rule: "conversion", message: `${node.getText()} reads its operand as a number` }];
}

function conversion(node: Node): Objection[] {
  if (!Node.isCallExpression(node) || node.getExpression().getText() !== "Number") return [];
  const argument = node.getArguments()[0];
  if (argument !== undefined && isNumeric(argument.getType())) return [];
  return [{ rule: "conversion", message: `${node.getText()} reads its argument as a number` }];
}

function fractionArguments(node: Node): Objection[] {
  if (!Node.isCallExpression(node) && !Node.isNewExpression(node)) return [];
  const builds = node.getKind() === SyntaxKind.NewExpression && mayBeFraction(node.getType());
  const callee = memberAccess(node.getExpression());
  if (!builds && (callee === undefined || !mayBeFraction(callee.object.getType()))) return [];
  return node
    .getArguments()
    .filter((argument) => mayHoldNumber(argument.getType()))
    .map((argument) => ({
      rule: "fraction-from-number",
      message: `${argument.getText()} gives fraction.js a number, which it approximates`,
    }));
}

/** `valueOf` rounds; a method that isn't called on the spot escapes the check of its arguments. */
function fractionMember(node: Node): Objection[] {
  const access = memberAccess(node);
  if (access === undefined || !mayBeFraction(access.object.getType())) return [];
  if (access.member === "valueOf") {
    return [{ rule: "fraction-value", message: `${node.getText()} is the nearest double` }];
  }
  if (isCallee(node) || node.getType().getNonNullableType().getCallSignatures().length === 0) return [];
  return [
    {
      rule: "fraction-from-number",
      message: `${node.getText()} taken as a value, which hides its arguments`,
    },
  ];
}

/** `object.member`, or `object["member"]`; an index that isn't text is not a name. */
function memberAccess(
  node: Node | undefined,
): { readonly object: Node; readonly member: string } | undefined {
  if (Node.isPropertyAccessExpression(node)) return { object: node.getExpression(), member: node.getName() };
  if (!Node.isElementAccessExpression(node)) return undefined;
  const index = node.getArgumentExpression();
  return { object: node.getExpression(), member: Node.isStringLiteral(index) ? index.getLiteralText() : "" };
}

function isCallee(node: Node): boolean {
  const parent = node.getParent();
  return Node.isCallExpression(parent) && parent.getExpression() === node;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
