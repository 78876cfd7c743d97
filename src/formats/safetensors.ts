import { ByteReader, textOf } from "./byteReader.js";
import { FLOAT_BYTES, type FloatType, floatsOf } from "./floatTypes.js";
import { type Reading, GIVE_WHOLE, formatError } from "./formatError.js";
import { type NamedTensor, entryCount } from "./namedTensor.js";
import { type TensorPlace, headerOf } from "./safetensorsHeader.js";

/** The header's length is written in this many bytes before it. */
const LENGTH_BYTES = 8;

/** The format's own limit for the header. */
const MAX_HEADER = 100_000_000;

const FLOATS: ReadonlyMap<string, FloatType> = new Map([
  ["F16", "float16"],
  ["BF16", "bfloat16"],
  ["F32", "float32"],
  ["F64", "float64"],
]);

/**
 * The tensors of a safetensors file, in the order of its header.
 *
 * @throws InputError if the header isn't one, tensors overlap, leave bytes out, or don't have the bytes of
 *   their shape, or hold no floats.
 */
export function readSafetensors(bytes: Uint8Array, reading: Reading): NamedTensor[] {
  const reader = new ByteReader(bytes, reading);
  const length = reader.u64(0, "the length of its header");
  if (length > MAX_HEADER)
    throw formatError(reading, `a header of ${length} bytes, more than ${MAX_HEADER}`, GIVE_WHOLE);
  const text = textOf(reader.part(LENGTH_BYTES, length, "its header"));
  if (text.includes("\uFFFD")) throw formatError(reading, "its header is not UTF-8 text", GIVE_WHOLE);
  const places = headerOf(text, reading);
  const data = bytes.subarray(LENGTH_BYTES + length);
  requireTiling(places, data.length, reading);
  return places.map((place) => tensorAt(place, data, reading));
}

/** @throws InputError unless the tensors fill the data without holes and overlaps. */
function requireTiling(places: readonly TensorPlace[], length: number, reading: Reading): void {
  let end = 0;
  for (const place of [...places].sort((left, right) => left.start - right.start || left.end - right.end)) {
    const { name, start } = place;
    if (start !== end || place.end < start) {
      const problem = start < end ? "overlaps the one before" : `begins at byte ${start}, not at ${end}`;
      throw formatError(reading, `${name} ${problem}`, GIVE_WHOLE);
    }
    end = place.end;
  }
  if (end !== length)
    throw formatError(reading, `its tensors have ${end} bytes, its data ${length}`, GIVE_WHOLE);
}

function tensorAt({ name, dtype, shape, start, end }: TensorPlace, data: Uint8Array, reading: Reading) {
  const type = FLOATS.get(dtype);
  if (type === undefined) throw noFloats(name, dtype, reading);
  const count = entryCount(shape, name, reading);
  if (end - start !== count * FLOAT_BYTES[type]) {
    const needed = `${count} entries of ${dtype} need ${count * FLOAT_BYTES[type]}`;
    throw formatError(reading, `${name} has ${end - start} bytes, its ${needed}`, GIVE_WHOLE);
  }
  const values = floatsOf({ bytes: data.subarray(start, end), count, type, name }, reading);
  return { name, shape, numbers: { type, values } } satisfies NamedTensor;
}

function noFloats(name: string, dtype: string, reading: Reading): Error {
  if (name.endsWith("num_batches_tracked")) {
    return formatError(
      reading,
      `${name} belongs to a batch normalisation, which is no layer of a plain network`,
      "fold it into the layer before it, in floats, and save that network",
    );
  }
  const shown = JSON.stringify(dtype.slice(0, 20));
  const why = /^[IU]\d/.test(dtype) ? ": integers are indices, or quantised weights without their scale" : "";
  return formatError(reading, `${name} holds ${shown}${why}`, "give floats: F16, BF16, F32 or F64");
}
