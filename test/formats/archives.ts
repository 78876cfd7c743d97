import { crc32, deflateRawSync } from "node:zlib";

/** A file to put into an archive, and what its directory says wrongly about it. */
export interface Stored {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isDeflated?: boolean;
  /** Sizes and place are in the extra field, of 64 bits. */
  readonly is64?: boolean;
  readonly says?: {
    readonly size?: number;
    readonly packedSize?: number;
    readonly crc?: number;
    readonly offset?: number;
    readonly method?: number;
    readonly flags?: number;
  };
}

const u16 = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff];
const u32 = (value: number): number[] => [...u16(value), ...u16(value >>> 16)];
const u64 = (value: number): number[] => [...u32(value), ...u32(Math.floor(value / 2 ** 32))];

/** The bytes of a zip archive, written by the specification; ZIP64 at its end if asked for. */
export function archive(files: readonly Stored[], { is64 = false, comment = "" } = {}): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  for (const { name, bytes: content, isDeflated = false, is64: isLong = false, says = {} } of files) {
    const packed = isDeflated ? deflateRawSync(content) : content;
    const sum = says.crc ?? crc32(content);
    const [size, packedSize] = [says.size ?? content.length, says.packedSize ?? packed.length];
    const offset = says.offset ?? bytes.length;
    const method = says.method ?? (isDeflated ? 8 : 0);
    const start = [...u16(20), ...u16(says.flags ?? 0), ...u16(method), ...u32(0), ...u32(sum)];
    const letters = [...new TextEncoder().encode(name)];
    bytes.push(0x50, 0x4b, 3, 4, ...start, ...u32(packed.length), ...u32(content.length));
    bytes.push(...u16(letters.length), ...u16(0), ...letters, ...packed);
    const extra = isLong
      ? [...u16(9), ...u16(2), 7, 7, ...u16(1), ...u16(24), ...u64(size), ...u64(packedSize), ...u64(offset)]
      : [];
    const short = isLong ? [0xffffffff, 0xffffffff] : [packedSize, size];
    directory.push(0x50, 0x4b, 1, 2, ...u16(20), ...start, ...short.flatMap(u32));
    directory.push(...u16(letters.length), ...u16(extra.length), ...u16(0), ...u16(0), ...u16(0), ...u32(0));
    directory.push(...u32(isLong ? 0xffffffff : offset), ...letters, ...extra);
  }
  const at = bytes.length;
  bytes.push(...directory);
  if (is64) {
    const end = bytes.length;
    bytes.push(0x50, 0x4b, 6, 6, ...u64(44), ...u16(45), ...u16(45), ...u32(0), ...u32(0));
    bytes.push(...u64(files.length), ...u64(files.length), ...u64(directory.length), ...u64(at));
    bytes.push(0x50, 0x4b, 6, 7, ...u32(0), ...u64(end), ...u32(1));
  }
  const [count, size, place] = is64 ? [0xffff, 0xffffffff, 0xffffffff] : [files.length, directory.length, at];
  bytes.push(
    0x50,
    0x4b,
    5,
    6,
    ...u16(0),
    ...u16(0),
    ...u16(count),
    ...u16(count),
    ...u32(size),
    ...u32(place),
  );
  bytes.push(...u16(comment.length), ...new TextEncoder().encode(comment));
  return Uint8Array.from(bytes);
}

/** What a file of NumPy holds. */
export interface Saved {
  readonly descr?: string;
  readonly isFortran?: boolean;
  readonly shape: string;
  readonly data: Uint8Array;
  readonly version?: number;
  readonly header?: string;
}

/** The bytes of a file of `numpy.save`. */
export function npy({
  descr = "<f8",
  isFortran = false,
  shape,
  data,
  version = 1,
  header,
}: Saved): Uint8Array {
  const order = isFortran ? "True" : "False";
  const text = `${header ?? `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`}\n`;
  const length = version === 1 ? u16(text.length) : u32(text.length);
  const start = [0x93, ...new TextEncoder().encode("NUMPY"), version, 0, ...length];
  return Uint8Array.from([...start, ...new TextEncoder().encode(text), ...data]);
}

/** The bytes of doubles. */
export function bytesOf(...doubles: number[]): Uint8Array {
  return new Uint8Array(Float64Array.from(doubles).buffer);
}

/** The bytes of a safetensors file with this header. */
export function safetensors(header: string | object, data: Uint8Array, says?: bigint): Uint8Array {
  const text = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const length = new Uint8Array(BigUint64Array.of(says ?? BigInt(text.length)).buffer);
  return Uint8Array.from([...length, ...text, ...data]);
}
