import { entry } from "../exact/entry.js";
import { type Reading, formatError } from "./formatError.js";

/**
 * The types of floats that files hold: IEEE 754 of 16, 32 and 64 bits, and bfloat16, the upper half of a
 * float32.
 *
 * @example found.layers[0]?.weights.entries.type === "float64"
 */
export type FloatType = "float16" | "bfloat16" | "float32" | "float64";

/** The types, from the narrowest. */
export const FLOAT_TYPES = ["float16", "bfloat16", "float32", "float64"] as const satisfies FloatType[];

/** The bytes of a float of each type. */
export const FLOAT_BYTES: Readonly<Record<FloatType, number>> = {
  float16: 2,
  bfloat16: 2,
  float32: 4,
  float64: 8,
};

const scratch = new DataView(new ArrayBuffer(4));

/** How a view reads a float of each type, as the double of the same value. */
const READ: Readonly<Record<FloatType, (view: DataView, offset: number, isLittleEndian: boolean) => number>> =
  {
    float16: (view, offset, isLittleEndian) => ofBits(widenedHalf(view.getUint16(offset, isLittleEndian))),
    bfloat16: (view, offset, isLittleEndian) => ofBits(view.getUint16(offset, isLittleEndian) << 16),
    float32: (view, offset, isLittleEndian) => view.getFloat32(offset, isLittleEndian),
    float64: (view, offset, isLittleEndian) => view.getFloat64(offset, isLittleEndian),
  };

/** What is read of the bytes of floats. */
export interface FloatsAt {
  readonly bytes: Uint8Array;
  /** How many floats they are. */
  readonly count: number;
  readonly type: FloatType;
  /** Most formats have the least significant byte first. */
  readonly isLittleEndian?: boolean;
  /** The array's name, for messages. */
  readonly name: string;
}

/**
 * The floats that bytes hold, as doubles of the same values.
 *
 * @throws RangeError if the bytes aren't as many floats.
 * @throws InputError if one is infinite or not a number.
 */
export function floatsOf(
  { bytes, count, type, isLittleEndian = true, name }: FloatsAt,
  reading: Reading,
): Float64Array {
  const [size, read] = [FLOAT_BYTES[type], READ[type]];
  if (bytes.length !== count * size) throw new RangeError(`${bytes.length} bytes for ${count} of ${type}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float64Array(count);
  for (let index = 0; index < count; index++) values[index] = read(view, index * size, isLittleEndian);
  requireFinite(values, name, reading);
  return values;
}

/**
 * Requires floats of a file to be numbers.
 *
 * @throws InputError that names the first that isn't.
 */
export function requireFinite(values: Float64Array, name: string, reading: Reading): void {
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return;
  throw formatError(
    reading,
    `entry ${index + 1} of ${name} is ${entry(values, index)}, as training leaves it where it diverges`,
    "give the weights of a run that did not",
  );
}

/** The float32 with the given bits. */
function ofBits(bits: number): number {
  scratch.setInt32(0, bits);
  return scratch.getFloat32(0);
}

/**
 * The bits of the float32 that has the value of a float16: the exponent is biased by 127 instead of 15, and
 * the fraction has 13 more bits. A float16 below 2^−14 is stored without leading one, and becomes one with.
 */
function widenedHalf(half: number): number {
  const sign = (half & 0x8000) << 16;
  const [field, fraction] = [(half >> 10) & 0x1f, half & 0x3ff];
  if (field === 0x1f) return sign | 0x7f800000 | (fraction << 13);
  if (field > 0) return sign | ((field + 112) << 23) | (fraction << 13);
  if (fraction === 0) return sign;
  // The leading one of the fraction goes to bit 10, where it isn't stored.
  const shift = Math.clz32(fraction) - 21;
  return sign | ((113 - shift) << 23) | (((fraction << shift) & 0x3ff) << 13);
}
