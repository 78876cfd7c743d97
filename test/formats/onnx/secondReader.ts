import { activationAt, at, inverse, mod, powerOfTwo, times } from "../residues.js";

/**
 * A second reader of ONNX files, for tests: takes the bytes apart by hand, as the specification of protobuf
 * says, and runs the graph node by node on residues, without looking for layers. It is slow, and refuses less
 * than the product does.
 */
interface Field {
  readonly number: number;
  readonly wire: number;
  readonly value: bigint | Uint8Array;
}

interface Tensor {
  readonly dims: readonly number[];
  readonly data: readonly number[];
}

interface Operation {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, readonly Field[]>;
}

const text = new TextDecoder("utf-8", { fatal: true });

function fields(bytes: Uint8Array): Field[] {
  const found: Field[] = [];
  let position = 0;
  const varint = (): bigint => {
    let [value, shift] = [0n, 0n];
    for (;;) {
      const byte = bytes[position++];
      if (byte === undefined || shift > 63n) throw new Error("varint");
      value |= BigInt(byte & 127) << shift;
      shift += 7n;
      if (byte < 128) break;
    }
    if (value >= 1n << 64n) throw new Error("varint of more than 64 bits");
    return value;
  };
  while (position < bytes.length) {
    const tag = Number(varint());
    const [number, wire] = [Math.floor(tag / 8), tag % 8];
    if (number < 1 || tag >= 2 ** 32) throw new Error("tag");
    if (wire === 0) {
      found.push({ number, wire, value: BigInt.asIntN(64, varint()) });
      continue;
    }
    const size = wire === 1 ? 8 : wire === 5 ? 4 : wire === 2 ? Number(varint()) : Number.NaN;
    if (!(size <= bytes.length - position)) throw new Error(`wire type ${wire}, ${size} bytes`);
    found.push({ number, wire, value: bytes.slice(position, position + size) });
    position += size;
  }
  return found;
}

function blocks(message: readonly Field[], number: number): Uint8Array[] {
  return message
    .filter((field) => field.number === number)
    .map(({ value }) => {
      if (typeof value === "bigint") throw new Error("a number for a block");
      return value;
    });
}

function integers(message: readonly Field[], number: number): bigint[] {
  return message
    .filter((field) => field.number === number)
    .flatMap(({ value }) => {
      if (typeof value === "bigint") return [value];
      return unpacked(value);
    });
}

function unpacked(bytes: Uint8Array): bigint[] {
  const values: bigint[] = [];
  let [value, shift] = [0n, 0n];
  for (const byte of bytes) {
    value |= BigInt(byte & 127) << shift;
    shift += 7n;
    if (byte >= 128) continue;
    values.push(BigInt.asIntN(64, value));
    [value, shift] = [0n, 0n];
  }
  if (shift !== 0n) throw new Error("an unfinished list");
  return values;
}

function names(message: readonly Field[], number: number): string[] {
  return blocks(message, number).map((bytes) => text.decode(bytes));
}

/** A float of `size` bytes, least first, with so many bits of exponent and fraction. */
function residueOfBits(bytes: Uint8Array, exponentBits: number, fractionBits: number): number {
  let bits = 0n;
  for (const byte of [...bytes].reverse()) bits = bits * 256n + BigInt(byte);
  const fraction = bits % (1n << BigInt(fractionBits));
  const field = Number((bits >> BigInt(fractionBits)) % (1n << BigInt(exponentBits)));
  if (field === 2 ** exponentBits - 1) throw new Error("no number");
  const mantissa = field === 0 ? fraction : fraction + (1n << BigInt(fractionBits));
  const exponent = Math.max(field, 1) - (2 ** (exponentBits - 1) - 1) - fractionBits;
  const size = times(mod(Number(mantissa % 67_108_859n)), powerOfTwo(exponent));
  return bits >> BigInt(exponentBits + fractionBits) === 1n ? mod(-size) : size;
}

const FLOATS = new Map([
  [1, { size: 4, exponent: 8, fraction: 23, list: 4 }],
  [10, { size: 2, exponent: 5, fraction: 10, list: 5 }],
  [11, { size: 8, exponent: 11, fraction: 52, list: 10 }],
  [16, { size: 2, exponent: 8, fraction: 7, list: 5 }],
]);

function tensorOf(message: readonly Field[]): Tensor {
  const dims = integers(message, 1).map(Number);
  const float = FLOATS.get(Number(integers(message, 2)[0]));
  if (float === undefined) throw new Error("no floats");
  const [raw] = blocks(message, 9);
  const listed =
    float.list === 5
      ? integers(message, 5).map((value) => Uint8Array.of(Number(value % 256n), Number(value / 256n)))
      : [concatenated(blocks(message, float.list))];
  const bytes = raw ?? concatenated(listed);
  if (bytes.length !== float.size * dims.reduce((product, dim) => product * dim, 1)) throw new Error("shape");
  const data = Array.from({ length: bytes.length / float.size }, (_, index) =>
    residueOfBits(bytes.slice(index * float.size, (index + 1) * float.size), float.exponent, float.fraction),
  );
  return { dims, data };
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** The output of the graph for an input of a given shape, and the shape of the output. */
export function outputOf(file: Uint8Array, input: Tensor): Tensor {
  const [graphBytes] = blocks(fields(file), 7);
  if (graphBytes === undefined) throw new Error("no graph");
  const graph = fields(graphBytes);
  const constants = new Map<string, readonly Field[]>();
  for (const bytes of blocks(graph, 5)) {
    const message = fields(bytes);
    constants.set(names(message, 8).join(), message);
  }
  const operations = blocks(graph, 1).map(operationOf);
  for (const { operator, outputs, attributes } of operations) {
    const tensor = operator === "Constant" ? attributes.get("value") : undefined;
    if (tensor !== undefined) constants.set(String(outputs[0]), fields(first(blocks(tensor, 5))));
  }
  const inputName = blocks(graph, 11)
    .map((bytes) => names(fields(bytes), 1).join())
    .find((name) => !constants.has(name));
  const [outputName] = blocks(graph, 12).map((bytes) => names(fields(bytes), 1).join());
  const run = (name: string, depth: number): Tensor => {
    if (name === inputName) return input;
    const constant = constants.get(name);
    if (constant !== undefined) return tensorOf(constant);
    const operation = operations.find(({ outputs }) => outputs[0] === name);
    if (operation === undefined || depth > 200) throw new Error(`nothing makes ${name}`);
    return computed(operation, (index) => run(operation.inputs[index] ?? "?", depth + 1), constants);
  };
  return run(String(outputName), 0);
}

/** The number of dimensions of the input, and their sizes where they are given; undefined if it has none. */
export function inputShape(file: Uint8Array): (number | undefined)[] | undefined {
  const graph = fields(first(blocks(fields(file), 7)));
  const known = new Set(blocks(graph, 5).map((bytes) => names(fields(bytes), 8).join()));
  const input = blocks(graph, 11)
    .map(fields)
    .find((value) => !known.has(names(value, 1).join()));
  if (input === undefined) return undefined;
  const [shape] = [2, 1, 2].reduce<readonly (readonly Field[])[]>(
    (messages, number) => messages.flatMap((message) => blocks(message, number).map(fields)),
    [input],
  );
  return shape === undefined
    ? undefined
    : blocks(shape, 1).map((bytes) => {
        const [size] = integers(fields(bytes), 1);
        return size === undefined ? undefined : Number(size);
      });
}

function operationOf(bytes: Uint8Array): Operation {
  const message = fields(bytes);
  return {
    operator: names(message, 4).join(),
    inputs: names(message, 1),
    outputs: names(message, 2),
    attributes: new Map(
      blocks(message, 5).map((attribute) => {
        const parsed = fields(attribute);
        return [names(parsed, 1).join(), parsed] as const;
      }),
    ),
  };
}

const SAME_NAME = new Map([
  ["Atan", "arctan"],
  ["Softplus", "softplus"],
]);

function computed(
  { operator, inputs, attributes }: Operation,
  of: (index: number) => Tensor,
  constants: ReadonlyMap<string, readonly Field[]>,
): Tensor {
  const integer = (name: string, otherwise: number): number => {
    const attribute = attributes.get(name);
    return attribute === undefined ? otherwise : Number(integers(attribute, 3)[0] ?? 0);
  };
  const float = (name: string, otherwise: Uint8Array): number => {
    const attribute = attributes.get(name);
    return residueOfBits(attribute === undefined ? otherwise : first(blocks(attribute, 2)), 8, 23);
  };
  const one = Uint8Array.of(0, 0, 128, 63);
  switch (operator) {
    case "Identity":
    case "Dropout":
      return of(0);
    case "MatMul":
      return multiplied(of(0), of(1));
    case "Gemm": {
      const [a, b] = [0, 1].map((side) => {
        const tensor = of(side);
        if (tensor.dims.length !== 2) throw new Error("Gemm of no matrix");
        return integer(side === 0 ? "transA" : "transB", 0) === 0 ? tensor : turned(tensor);
      });
      if (a === undefined || b === undefined) throw new Error("Gemm of nothing");
      const product = scaled(multiplied(a, b), float("alpha", one));
      if (inputs[2] === undefined || inputs[2] === "") return product;
      return together(product, scaled(of(2), float("beta", one)), (x, y) => mod(x + y));
    }
    case "Add":
      return together(of(0), of(1), (x, y) => mod(x + y));
    case "Sub":
      return together(of(0), of(1), (x, y) => mod(x - y));
    case "Mul": {
      const gate = silu(of(0), of(1));
      return gate ?? together(of(0), of(1), times);
    }
    case "Div":
      return together(of(0), of(1), (x, y) => times(x, inverse(y)));
    case "Transpose":
      return of(0).dims.length === 2 ? turned(of(0)) : of(0);
    case "Flatten": {
      const { dims, data } = of(0);
      return { dims: [at(dims, 0), data.length / at(dims, 0)], data };
    }
    case "Reshape": {
      const shape = shapeIn(constants.get(String(inputs[1])));
      const { dims, data } = of(0);
      const sizes = shape.map((size, axis) => (size === 0 ? at(dims, axis) : size));
      const known = sizes.filter((size) => size > 0).reduce((product, size) => product * size, 1);
      return { dims: sizes.map((size) => (size < 0 ? data.length / known : size)), data };
    }
    case "LeakyRelu": {
      const attribute = attributes.get("alpha");
      const slope =
        attribute === undefined
          ? Math.fround(0.01)
          : new DataView(first(blocks(attribute, 2)).buffer).getFloat32(0, true);
      return activated(of(0), slope === 0 ? "relu" : `leaky:${asFraction(slope)}`);
    }
    default:
      return activated(of(0), SAME_NAME.get(operator) ?? operator.toLowerCase());
  }
}

/** The p/q of a float, by doubling until nothing is behind the point. */
function asFraction(value: number): string {
  let [numerator, denominator] = [value, 1n];
  while (!Number.isInteger(numerator)) [numerator, denominator] = [2 * numerator, 2n * denominator];
  return denominator === 1n ? String(BigInt(numerator)) : `${BigInt(numerator)}/${denominator}`;
}

function shapeIn(message: readonly Field[] | undefined): number[] {
  if (message === undefined) throw new Error("no shape");
  const [raw] = blocks(message, 9);
  if (raw === undefined) return integers(message, 7).map(Number);
  const view = new DataView(raw.buffer);
  return Array.from({ length: raw.length / 8 }, (_, index) => Number(view.getBigInt64(8 * index, true)));
}

/** z·sigmoid(z), which one can't tell from residues alone: the gate holds the polynomial of "sigmoid". */
function silu(first: Tensor, second: Tensor): Tensor | undefined {
  const isGateOf = (z: Tensor, gate: Tensor): boolean =>
    z.data.length === gate.data.length &&
    z.data.every((value, index) => activationAt("sigmoid", value) === gate.data[index]);
  if (isGateOf(first, second)) return activated(first, "silu");
  return isGateOf(second, first) ? activated(second, "silu") : undefined;
}

function activated({ dims, data }: Tensor, name: string): Tensor {
  return { dims, data: data.map((value) => activationAt(name, value)) };
}

function scaled({ dims, data }: Tensor, factor: number): Tensor {
  return { dims, data: data.map((value) => times(value, factor)) };
}

function turned({ dims, data }: Tensor): Tensor {
  const [rows, columns] = [at(dims, 0), at(dims, 1)];
  return {
    dims: [columns, rows],
    data: data.map((_, index) => at(data, (index % rows) * columns + Math.floor(index / rows))),
  };
}

/** x may have more dimensions than two, as a list of matrices has. */
function multiplied(a: Tensor, b: Tensor): Tensor {
  const leading = a.dims.slice(0, -1);
  const rows = leading.reduce((product, dim) => product * dim, 1);
  const inner = at(a.dims, a.dims.length - 1);
  const [innerToo, columns] = b.dims.length === 1 ? [at(b.dims, 0), 1] : [at(b.dims, 0), at(b.dims, 1)];
  if (b.dims.length > 2 || inner !== innerToo) throw new Error("sizes of a product");
  const data = Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    let sum = 0;
    for (let k = 0; k < inner; k++)
      sum = mod(sum + times(at(a.data, row * inner + k), at(b.data, k * columns + column)));
    return sum;
  });
  return { dims: [...leading, ...(b.dims.length === 1 ? [] : [columns])], data };
}

/** By the rules of broadcasting in NumPy, which are those of ONNX. */
function together(a: Tensor, b: Tensor, join: (a: number, b: number) => number): Tensor {
  const rank = Math.max(a.dims.length, b.dims.length);
  const [left, right] = [a, b].map(({ dims }) => [...new Array<number>(rank - dims.length).fill(1), ...dims]);
  if (left === undefined || right === undefined) throw new Error("no operands");
  const dims = left.map((size, axis) => {
    const other = at(right, axis);
    if (size !== other && size !== 1 && other !== 1) throw new Error("broadcasting");
    return size === 1 ? other : size;
  });
  const size = dims.reduce((product, dim) => product * dim, 1);
  const entryOf = (tensor: Tensor, sizes: readonly number[], index: number): number => {
    let [offset, stride, rest] = [0, 1, index];
    for (let axis = rank - 1; axis >= 0; axis--) {
      const position = rest % at(dims, axis);
      rest = Math.floor(rest / at(dims, axis));
      if (at(sizes, axis) !== 1) offset += position * stride;
      stride *= at(sizes, axis);
    }
    return at(tensor.data, offset);
  };
  const data = Array.from({ length: size }, (_, index) =>
    join(entryOf(a, left, index), entryOf(b, right, index)),
  );
  return { dims, data };
}

function first(blocksFound: readonly Uint8Array[]): Uint8Array {
  const [block] = blocksFound;
  if (block === undefined) throw new Error("no such field");
  return block;
}
