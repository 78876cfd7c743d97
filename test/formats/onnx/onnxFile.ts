/** ONNX files for tests, put together byte by byte. */

export interface TensorToWrite {
  readonly name: string;
  readonly dims: readonly number[];
  /** Bits of 16-bit floats are given as integers. */
  readonly type?: "float32" | "float64" | "float16" | "bfloat16" | "int64" | "int8";
  readonly values: readonly number[];
  readonly as?: "raw" | "packed" | "unpacked" | "external";
}

type Attribute =
  | { readonly float: number }
  | { readonly integer: number }
  | { readonly integers: readonly number[] }
  | { readonly text: string }
  | { readonly tensor: TensorToWrite };

export interface NodeToWrite {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly domain?: string;
  readonly name?: string;
}

export interface GraphToWrite {
  readonly nodes: readonly NodeToWrite[];
  readonly tensors: readonly TensorToWrite[];
  /** Sizes of the input "x"; undefined where a size isn't known. */
  readonly shape?: readonly (number | undefined)[];
  readonly moreInputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly sparse?: true;
}

const TYPES = { float32: 1, int8: 3, int64: 7, float16: 10, float64: 11, bfloat16: 16 };
const LISTS = { float32: 4, int8: 5, int64: 7, float16: 5, float64: 10, bfloat16: 5 };

export function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}

export function integerField(field: number, value: number | bigint): number[] {
  return [...varint(field * 8), ...varint(value)];
}

export function block(field: number, content: readonly number[] | string): number[] {
  const bytes = typeof content === "string" ? [...new TextEncoder().encode(content)] : content;
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

function floatBytes(value: number, type: string): number[] {
  const view = new DataView(new ArrayBuffer(8));
  if (type === "float32") view.setFloat32(0, value, true);
  else if (type === "float64") view.setFloat64(0, value, true);
  else if (type === "int64") view.setBigInt64(0, BigInt(value), true);
  else view.setUint16(0, value, true);
  const size = type === "float32" ? 4 : type === "int8" ? 1 : type.endsWith("64") ? 8 : 2;
  return [...new Uint8Array(view.buffer, 0, size)];
}

export function tensor({ name, dims, type = "float32", values, as = "raw" }: TensorToWrite): number[] {
  const head = [
    ...dims.flatMap((dim) => integerField(1, dim)),
    ...integerField(2, TYPES[type]),
    ...block(8, name),
  ];
  if (as === "external")
    return [...head, ...block(13, [...block(1, "location"), ...block(2, "w.bin")]), ...integerField(14, 1)];
  if (as === "raw")
    return [
      ...head,
      ...block(
        9,
        values.flatMap((value) => floatBytes(value, type)),
      ),
    ];
  const isVarint = LISTS[type] === 5 || LISTS[type] === 7;
  const parts = values.map((value) => (isVarint ? varint(value) : floatBytes(value, type)));
  if (as === "packed") return [...head, ...block(LISTS[type], parts.flat())];
  const wire = isVarint ? 0 : type === "float32" ? 5 : 1;
  return [...head, ...parts.flatMap((part) => [...varint(LISTS[type] * 8 + wire), ...part])];
}

/** AttributeProto.AttributeType, by the member that an attribute has. */
const ATTRIBUTE_TYPES = { float: 1, integer: 2, text: 3, tensor: 4, integers: 7 };

function attribute([name, value]: readonly [string, Attribute]): number[] {
  const [kind] = Object.keys(value) as [keyof typeof ATTRIBUTE_TYPES];
  const head = [...block(1, name), ...integerField(20, ATTRIBUTE_TYPES[kind])];
  if ("float" in value) return [...head, 2 * 8 + 5, ...floatBytes(value.float, "float32")];
  if ("integer" in value) return [...head, ...integerField(3, value.integer)];
  if ("integers" in value) return [...head, ...value.integers.flatMap((one) => integerField(8, one))];
  if ("text" in value) return [...head, ...block(4, value.text)];
  return [...head, ...block(5, tensor(value.tensor))];
}

function node({ operator, inputs, outputs, attributes = {}, domain, name = "" }: NodeToWrite): number[] {
  return [
    ...inputs.flatMap((input) => block(1, input)),
    ...outputs.flatMap((output) => block(2, output)),
    ...block(3, name),
    ...block(4, operator),
    ...Object.entries(attributes).flatMap((entry) => block(5, attribute(entry))),
    ...(domain === undefined ? [] : block(7, domain)),
  ];
}

function value(name: string, shape?: GraphToWrite["shape"]): number[] {
  if (shape === undefined) return block(1, name);
  const dims = shape.flatMap((size) => block(1, size === undefined ? block(2, "n") : integerField(1, size)));
  return [...block(1, name), ...block(2, block(1, [...integerField(1, 1), ...block(2, dims)]))];
}

/** The graph takes "x", and "y" is its output. */
export function onnxFile({
  nodes,
  tensors,
  shape,
  moreInputs = [],
  outputs = ["y"],
  sparse,
}: GraphToWrite): Uint8Array {
  const graph = [
    ...nodes.flatMap((one) => block(1, node(one))),
    ...block(2, "graph"),
    ...tensors.flatMap((one) => block(5, tensor(one))),
    ...["x", ...moreInputs].flatMap((name) => block(11, value(name, name === "x" ? shape : undefined))),
    ...outputs.flatMap((name) => block(12, value(name))),
    ...(sparse === undefined ? [] : block(15, [])),
  ];
  const operators = [...block(1, ""), ...integerField(2, 20)];
  return Uint8Array.from([
    ...integerField(1, 9),
    ...block(2, "test"),
    ...block(7, graph),
    ...block(8, operators),
  ]);
}
