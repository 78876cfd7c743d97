import type { Type } from "ts-morph";

/** Whether every value of the type is a bigint. False for a type that didn't resolve. */
export function isBigintOnly(type: Type): boolean {
  return everyPart(type, (part) => part.isBigInt() || part.isBigIntLiteral());
}

/** Whether every value of the type is a number or a bigint, so that `Number(…)` parses no text. */
export function isNumeric(type: Type): boolean {
  return everyPart(
    type,
    (part) => part.isBigInt() || part.isBigIntLiteral() || part.isNumber() || part.isNumberLiteral(),
  );
}

/** Whether some value of the type is a fraction of fraction.js. */
export function mayBeFraction(type: Type): boolean {
  return parts(type).some((part) => part.getSymbol()?.getName() === "Fraction");
}

export function isNullish(type: Type): boolean {
  return everyPart(type, (part) => part.isNull() || part.isUndefined());
}

/**
 * Whether some value of the type holds a number where fraction.js would read one: itself, the elements of a
 * list, or the fields n and d. True for `unknown` and for a type that didn't resolve.
 */
export function mayHoldNumber(type: Type): boolean {
  return parts(type).some((part) => {
    if (part.isAny() || part.isUnknown() || part.isNumber() || part.isNumberLiteral()) return true;
    if (part.isTuple()) return part.getTupleElements().some(mayHoldNumber);
    const element = part.getNumberIndexType();
    if (element !== undefined && !part.isString() && !part.isStringLiteral()) return mayHoldNumber(element);
    if (!part.isObject()) return false;
    return ["n", "d"].some((name) => {
      const declaration = part.getProperty(name)?.getValueDeclaration();
      return (
        declaration !== undefined &&
        mayHoldNumber(part.getPropertyOrThrow(name).getTypeAtLocation(declaration))
      );
    });
  });
}

/** Whether nothing is known about a value of the type, or about the elements of a list. */
export function isUnchecked(type: Type): boolean {
  if (type.isAny() || type.isUnknown()) return true;
  const element = type.getArrayElementType();
  return element !== undefined && isUnchecked(element);
}

/**
 * Whether the type says that a number is there: as the value, an element, or a field, at any depth up to
 * four.
 */
export function holdsNumber(type: Type, depth = 4): boolean {
  return parts(type).some((part) => {
    if (part.isNumber() || part.isNumberLiteral()) return true;
    if (depth === 0 || !part.isObject()) return false;
    if (part.isTuple()) return part.getTupleElements().some((element) => holdsNumber(element, depth - 1));
    const element = part.getNumberIndexType() ?? part.getStringIndexType();
    if (element !== undefined) return holdsNumber(element, depth - 1);
    return part.getProperties().some((property) => {
      const declaration = property.getValueDeclaration();
      return declaration !== undefined && holdsNumber(property.getTypeAtLocation(declaration), depth - 1);
    });
  });
}

function everyPart(type: Type, holds: (part: Type) => boolean): boolean {
  const members = parts(type);
  return members.length > 0 && members.every(holds);
}

/** The members of a union, with type parameters replaced by their constraints. */
function parts(type: Type): Type[] {
  if (type.isUnion()) return type.getUnionTypes().flatMap(parts);
  const constraint = type.isTypeParameter() ? type.getConstraint() : undefined;
  return constraint === undefined ? [type] : parts(constraint);
}
