import { ByteReader, textOf } from "../byteReader.js";
import { type Reading, GIVE_WHOLE, formatError } from "../formatError.js";
import { quoted } from "../quoted.js";

/** The first bytes of an HDF5 file. */
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

const SAVE_PLAIN = "save it again as h5py does by default, without compression or newer layouts";

/** Types of messages in the header of an object. */
const [CONTINUATION, SYMBOL_TABLE] = [0x10, 0x11];

/** The flag of a message that is elsewhere. */
const SHARED = 2;

/** A message of an object: its type, and where its bytes are. */
export interface HeaderMessage {
  readonly type: number;
  readonly at: number;
  readonly size: number;
}

/** A group or data set, by the messages of its header. */
export interface Hdf5Object {
  /** Its path, for messages. */
  readonly path: string;
  readonly messages: readonly HeaderMessage[];
}

/** Whether a file begins as HDF5 files do. */
export function isHdf5(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * The objects of an HDF5 file in the layout that h5py writes by default (versions 0 and 1 of the superblock,
 * version 1 of headers, groups as B-trees of version 1; HDF5 File Format Specification 3.0). Anything newer
 * is refused. Every place in the file is read at most once, so that no cycle or shared part can hold a reader
 * up: packages for HDF5 follow those without end, and take any float of four bytes for IEEE 754.
 */
export class Hdf5File {
  private readonly reader: ByteReader;
  private readonly rootAt: number;
  private readonly read = new Set<number>();

  /** @throws InputError if the bytes don't begin as such a file. */
  constructor(
    bytes: Uint8Array,
    readonly reading: Reading,
  ) {
    this.reader = new ByteReader(bytes, reading);
    const what = "its superblock";
    const [version] = this.reader.part(8, 1, what);
    if (!isHdf5(bytes)) throw this.damaged("it doesn't begin as an HDF5 file");
    if (version !== 0 && version !== 1) throw this.newer(`version ${version} of the superblock`);
    const [offsetSize, lengthSize] = this.reader.part(13, 2, what);
    if (offsetSize !== 8 || lengthSize !== 8) throw this.newer(`places of ${offsetSize} bytes`);
    // Version 1 has a number more.
    const addresses = version === 0 ? 24 : 28;
    const [base, end] = [this.reader.u64(addresses, what), this.reader.u64(addresses + 16, what)];
    if (base !== 0) throw this.newer(`a user block of ${base} bytes`);
    if (end > bytes.length) throw this.damaged(`it has ${bytes.length} of ${end} bytes`);
    this.rootAt = this.reader.u64(addresses + 40, what);
  }

  /** The group that holds all others. */
  root(): Hdf5Object {
    return this.objectAt(this.rootAt, "/");
  }

  /** The objects of a group, by name; none if it is no group. */
  members(group: Hdf5Object): Map<string, Hdf5Object> {
    const [table, second] = group.messages.filter(({ type }) => type === SYMBOL_TABLE);
    if (second !== undefined) throw this.damaged(`${quoted(group.path)} has two tables of members`);
    if (table !== undefined && table.size !== 16)
      throw this.damaged(`the table of ${quoted(group.path)} has ${table.size} bytes instead of 16`);
    const members = new Map<string, Hdf5Object>();
    if (table === undefined) return members;
    const what = `the table of ${quoted(group.path)}`;
    const tree = this.reader.u64(table.at, what);
    const heap = this.heapAt(this.reader.u64(table.at + 8, what), what);
    for (const leaf of this.leavesOf(tree, what)) {
      this.begin(leaf, "SNOD\u0001", what);
      const count = this.reader.u16(leaf + 6, what);
      for (let index = 0; index < count; index++) {
        const entryAt = leaf + 8 + 40 * index;
        const name = this.nameIn(heap, this.reader.u64(entryAt, what), what);
        const path = `${group.path === "/" ? "" : group.path}/${name}`;
        if (name === "" || name.includes("/")) throw this.damaged(`${what} has the name ${quoted(name)}`);
        if (this.reader.u32(entryAt + 16, what) > 1) throw this.newer(`a link at ${quoted(path)}`);
        if (members.has(name)) throw this.damaged(`${quoted(path)} is there twice`);
        members.set(name, this.objectAt(this.reader.u64(entryAt + 8, what), path));
      }
    }
    return members;
  }

  /** The bytes of a part of the file. */
  part(at: number, length: number, what: string): Uint8Array {
    return this.reader.part(at, length, what);
  }

  /** A reader of the whole file. */
  get numbers(): ByteReader {
    return this.reader;
  }

  /** The error of a file in a layout that isn't read. */
  newer(problem: string): Error {
    return formatError(this.reading, `${problem}, which isn't read here`, SAVE_PLAIN);
  }

  /** The error of a file that isn't as the specification says. */
  damaged(problem: string): Error {
    return formatError(this.reading, problem, GIVE_WHOLE);
  }

  private objectAt(at: number, path: string): Hdf5Object {
    const what = `the header of ${quoted(path)}`;
    this.once(at, what);
    const [version] = this.reader.part(at, 1, what);
    if (version !== 1) throw this.newer(`${what} of another version than 1`);
    const count = this.reader.u16(at + 2, what);
    const blocks = [{ at: at + 16, size: this.reader.u32(at + 8, what) }];
    const messages: HeaderMessage[] = [];
    for (const block of blocks) {
      this.reader.part(block.at, block.size, what);
      const end = block.at + block.size;
      let position = block.at;
      while (messages.length < count && position + 8 <= end) {
        const message = {
          type: this.reader.u16(position, what),
          size: this.reader.u16(position + 2, what),
          at: position + 8,
        };
        const [flags] = this.reader.part(position + 4, 1, what);
        if (flags !== undefined && (flags & SHARED) !== 0) throw this.newer(`${what} has a shared part`);
        position += 8 + message.size;
        if (position > end) throw this.damaged(`${what} has a message that doesn't fit`);
        messages.push(message);
        if (message.type !== CONTINUATION) continue;
        const next = this.reader.u64(message.at, what);
        this.once(next, what);
        blocks.push({ at: next, size: this.reader.u64(message.at + 8, what) });
      }
    }
    if (messages.length < count)
      throw this.damaged(`${what} has ${messages.length} messages, and says ${count}`);
    return { path, messages };
  }

  /** The places of the leaves of a group's B-tree. */
  private leavesOf(root: number, what: string): number[] {
    const leaves: number[] = [];
    const nodes = [root];
    for (const node of nodes) {
      this.begin(node, "TREE", what);
      const [type, level] = this.reader.part(node + 4, 2, what);
      if (type !== 0) throw this.damaged(`${what} is none of a group`);
      const count = this.reader.u16(node + 6, what);
      for (let index = 0; index < count; index++) {
        const child = this.reader.u64(node + 32 + 16 * index, what);
        (level === 0 ? leaves : nodes).push(child);
      }
    }
    return leaves;
  }

  /** The bytes of a local heap, which holds names. */
  private heapAt(at: number, what: string): Uint8Array {
    this.begin(at, "HEAP\u0000", what);
    return this.reader.part(this.reader.u64(at + 24, what), this.reader.u64(at + 8, what), what);
  }

  private nameIn(heap: Uint8Array, offset: number, what: string): string {
    const end = heap.indexOf(0, offset);
    if (offset >= heap.length || end < 0) throw this.damaged(`${what} has a name outside its heap`);
    return textOf(heap.subarray(offset, end));
  }

  /** Requires a part of the file to begin by its signature, and version if it has one. */
  private begin(at: number, signature: string, what: string): void {
    this.once(at, what);
    const found = textOf(this.reader.part(at, signature.length, what));
    if (found === signature) return;
    throw this.damaged(`${what} has ${quoted(found)} where ${quoted(signature)} should be`);
  }

  private once(at: number, what: string): void {
    if (this.read.has(at)) throw this.damaged(`${what} leads to a place where something else is`);
    this.read.add(at);
  }
}
