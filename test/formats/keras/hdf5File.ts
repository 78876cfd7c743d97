/** HDF5 files for tests, put together byte by byte, in the layout that h5py writes by default. */

export interface SetToWrite {
  readonly dims: readonly number[];
  readonly type?: "float32" | "float64" | "int32";
  readonly isBigEndian?: true;
  readonly values: readonly number[];
  readonly storage?: "contiguous" | "compact" | "chunked";
}

export interface GroupToWrite {
  /** Texts of a variable length, or of a fixed one. */
  readonly attributes?: Readonly<Record<string, string | { readonly fixedText: string }>>;
  readonly members: Readonly<Record<string, GroupToWrite | SetToWrite>>;
}

const UNDEFINED = new Array<number>(8).fill(255);

class Writer {
  private readonly bytes: number[] = [];

  /** Puts bytes at the next multiple of 8, and returns their place. */
  put(content: readonly number[]): number {
    while (this.bytes.length % 8 !== 0) this.bytes.push(0);
    const at = this.bytes.length;
    for (const byte of content) this.bytes.push(byte);
    return at;
  }

  overwrite(at: number, content: readonly number[]): void {
    content.forEach((byte, index) => (this.bytes[at + index] = byte));
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

/** An integer of so many bytes, least significant first. */
function integer(value: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

function text(value: string): number[] {
  return [...new TextEncoder().encode(value)];
}

function padded(content: readonly number[]): number[] {
  return [...content, ...new Array<number>((8 - (content.length % 8)) % 8).fill(0)];
}

const FLOATS = {
  float32: [0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0],
  float64: [0, 0, 64, 0, 52, 11, 0, 52, 255, 3, 0, 0],
};

function dataType({ type = "float32", isBigEndian }: SetToWrite): number[] {
  const order = isBigEndian === true ? 1 : 0;
  if (type === "int32") return [0x10, 8, 0, 0, ...integer(4, 4), 0, 0, 32, 0];
  return [
    0x11,
    0x20 + order,
    type === "float32" ? 31 : 63,
    0,
    ...integer(type === "float32" ? 4 : 8, 4),
    ...FLOATS[type],
  ];
}

function dataBytes({ type = "float32", values, isBigEndian }: SetToWrite): number[] {
  return values.flatMap((value) => {
    const view = new DataView(new ArrayBuffer(8));
    if (type === "float64") view.setFloat64(0, value, isBigEndian !== true);
    else if (type === "float32") view.setFloat32(0, value, isBigEndian !== true);
    else view.setInt32(0, value, true);
    return [...new Uint8Array(view.buffer, 0, type === "float64" ? 8 : 4)];
  });
}

type Message = readonly [type: number, content: readonly number[]];

function header(writer: Writer, messages: readonly Message[]): number {
  const body = messages.flatMap(([type, content]) => {
    const whole = padded(content);
    return [...integer(type, 2), ...integer(whole.length, 2), 0, 0, 0, 0, ...whole];
  });
  const head = [
    1,
    0,
    ...integer(messages.length, 2),
    ...integer(1, 4),
    ...integer(body.length, 4),
    0,
    0,
    0,
    0,
  ];
  return writer.put([...head, ...body]);
}

function writeSet(writer: Writer, set: SetToWrite): number {
  const space = [1, set.dims.length, 0, 0, 0, 0, 0, 0, ...set.dims.flatMap((dim) => integer(dim, 8))];
  const data = dataBytes(set);
  const layouts = {
    compact: () => [3, 0, ...integer(data.length, 2), ...data],
    contiguous: () => [3, 1, ...integer(writer.put(data), 8), ...integer(data.length, 8)],
    chunked: () => [3, 2, 3, ...UNDEFINED, ...integer(1, 4), ...integer(1, 4), ...integer(4, 4)],
  };
  return header(writer, [
    [0x01, space],
    [0x03, dataType(set)],
    [0x08, layouts[set.storage ?? "contiguous"]()],
  ]);
}

function attribute(writer: Writer, name: string, value: string | { readonly fixedText: string }): Message {
  const isFixed = typeof value !== "string";
  const bytes = text(isFixed ? value.fixedText : value);
  const type = isFixed
    ? [0x13, 0, 0, 0, ...integer(bytes.length, 4)]
    : [0x19, 1, 1, 0, ...integer(16, 4), 0x13, 0, 0, 0, ...integer(1, 4)];
  const space = [1, 0, 0, 0, 0, 0, 0, 0];
  const named = [...text(name), 0];
  return [
    0x0c,
    [
      1,
      0,
      ...integer(named.length, 2),
      ...integer(type.length, 2),
      ...integer(space.length, 2),
      ...padded(named),
      ...padded(type),
      ...padded(space),
      ...(isFixed
        ? bytes
        : [...integer(bytes.length, 4), ...integer(heapOf(writer, bytes), 8), ...integer(2, 4)]),
    ],
  ];
}

/** A global heap of two texts, of which the second is the one. */
function heapOf(writer: Writer, bytes: readonly number[]): number {
  const object = (index: number, content: readonly number[]): number[] => [
    ...integer(index, 2),
    ...integer(1, 2),
    0,
    0,
    0,
    0,
    ...integer(content.length, 8),
    ...padded(content),
  ];
  const objects = [...object(1, text("another")), ...object(2, bytes), ...object(0, [])];
  return writer.put([...text("GCOL"), 1, 0, 0, 0, ...integer(16 + objects.length, 8), ...objects]);
}

function writeGroup(writer: Writer, { attributes = {}, members }: GroupToWrite): number {
  const names = Object.keys(members).sort();
  const entries: number[] = [];
  // The empty name comes first in a heap.
  const heap = new Array<number>(8).fill(0);
  for (const name of names) {
    const member = members[name];
    if (member === undefined) throw new Error(name);
    const at = "members" in member ? writeGroup(writer, member) : writeSet(writer, member);
    entries.push(...integer(heap.length, 8), ...integer(at, 8), ...new Array<number>(24).fill(0));
    heap.push(...padded([...text(name), 0]));
  }
  const heapData = writer.put(heap);
  const heapAt = writer.put([
    ...text("HEAP"),
    0,
    0,
    0,
    0,
    ...integer(heap.length, 8),
    ...UNDEFINED,
    ...integer(heapData, 8),
  ]);
  const leaf = writer.put([...text("SNOD"), 1, 0, ...integer(names.length, 2), ...entries]);
  const tree = writer.put([
    ...text("TREE"),
    0,
    0,
    ...integer(1, 2),
    ...UNDEFINED,
    ...UNDEFINED,
    ...integer(0, 8),
    ...integer(leaf, 8),
    ...integer(8, 8),
  ]);
  const messages = Object.entries(attributes).map(([name, value]) => attribute(writer, name, value));
  return continued(writer, [[0x11, [...integer(tree, 8), ...integer(heapAt, 8)]], ...messages]);
}

/** A header whose messages after the first are in a second block. */
function continued(writer: Writer, [first, ...others]: readonly Message[]): number {
  if (first === undefined) throw new Error("no messages");
  if (others.length === 0) return header(writer, [first]);
  const block = others.flatMap(([type, content]) => {
    const whole = padded(content);
    return [...integer(type, 2), ...integer(whole.length, 2), 0, 0, 0, 0, ...whole];
  });
  const at = header(writer, [first, [0x10, [...integer(writer.put(block), 8), ...integer(block.length, 8)]]]);
  // All messages count, those of the second block too.
  writer.overwrite(at + 2, integer(2 + others.length, 2));
  return at;
}

export function hdf5File(root: GroupToWrite): Uint8Array {
  const writer = new Writer();
  writer.put(new Array<number>(96).fill(0));
  const at = writeGroup(writer, root);
  const end = writer.put([]);
  writer.overwrite(0, [
    0x89,
    ...text("HDF"),
    13,
    10,
    26,
    10,
    0,
    0,
    0,
    0,
    0,
    8,
    8,
    0,
    ...integer(4, 2),
    ...integer(16, 2),
    0,
    0,
    0,
    0,
    ...integer(0, 8),
    ...UNDEFINED,
    ...integer(end, 8),
    ...UNDEFINED,
    ...integer(0, 8),
    ...integer(at, 8),
  ]);
  return writer.finish();
}
