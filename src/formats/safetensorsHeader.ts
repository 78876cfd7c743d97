import { visit } from "jsonc-parser";
import { type Reading, formatError } from "./formatError.js";

/** Where a tensor of a safetensors file is, as the header says. */
export interface TensorPlace {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** From the end of the header. */
  readonly start: number;
  readonly end: number;
}

/** The key of texts about the file, which say nothing about the tensors. */
const METADATA = "__metadata__";

const REPAIR = "write it by a library of safetensors";

/**
 * The tensors that a header lists, in its order: a JSON object of `{"dtype", "shape", "data_offsets"}`.
 *
 * @throws InputError for anything else, and for a name or a key that is there twice.
 */
export function headerOf(text: string, reading: Reading): TensorPlace[] {
  const reader = new HeaderReader(reading);
  visit(
    text,
    {
      onObjectBegin: () => {
        reader.beginObject();
      },
      onObjectEnd: () => {
        reader.endObject();
      },
      onObjectProperty: (key) => {
        reader.key(key);
      },
      onArrayBegin: () => {
        reader.beginArray();
      },
      onArrayEnd: () => {
        reader.endArray();
      },
      onLiteralValue: (value: unknown) => {
        reader.literal(value);
      },
      onError: (_error, offset) => {
        reader.refuse(`its header is no JSON at ${JSON.stringify(text.slice(offset, offset + 20))}`);
      },
    },
    { disallowComments: true },
  );
  return reader.finish();
}

/** What was read of one tensor. */
type Fields = Map<string, string | bigint[]>;

/** The state between events: at which depth, and which tensor and field are being read. */
class HeaderReader {
  private readonly tensors = new Map<string, Fields>();
  private depth = 0;
  private isArray = false;
  private name = "";
  private field = "";

  constructor(private readonly reading: Reading) {}

  beginObject(): void {
    this.depth += 1;
    if (this.depth > 2 || this.isArray) this.refuse("its header holds an object where none belongs");
  }

  endObject(): void {
    this.depth -= 1;
  }

  key(key: string): void {
    if (this.depth === 2) this.fieldBegins(key);
    else if (this.tensors.has(key)) this.refuse(`its header has ${shown(key)} twice`);
    else this.tensors.set((this.name = key), new Map());
  }

  beginArray(): void {
    const isPlace = this.depth === 2 && !this.isArray && this.name !== METADATA;
    if (!isPlace) this.refuse("its header holds a list where none belongs");
    this.isArray = true;
    this.fields().set(this.field, []);
  }

  endArray(): void {
    this.isArray = false;
  }

  literal(value: unknown): void {
    if (this.depth !== 2) this.refuse(`its header holds ${shown(String(value))} where an object belongs`);
    if (!this.isArray && typeof value === "string") {
      this.fields().set(this.field, value);
      return;
    }
    const list = this.fields().get(this.field);
    if (!this.isArray || !Array.isArray(list) || typeof value !== "number" || !isSize(value))
      this.refuse(`the ${this.field} of ${this.name} holds ${shown(String(value))}, which is no size`);
    else list.push(BigInt(value));
  }

  refuse(problem: string): never {
    throw formatError(this.reading, problem, REPAIR);
  }

  finish(): TensorPlace[] {
    const places = [...this.tensors].filter(([name]) => name !== METADATA);
    return places.map(([name, fields]) => {
      const [dtype, shape, offsets] = ["dtype", "shape", "data_offsets"].map((key) => fields.get(key));
      const isWhole = typeof dtype === "string" && Array.isArray(shape) && Array.isArray(offsets);
      const [start, end, ...more] = Array.isArray(offsets) ? offsets : [];
      if (!isWhole || fields.size !== 3 || start === undefined || end === undefined || more.length > 0)
        this.refuse(`${shown(name)} is not given by dtype, shape and two data_offsets`);
      return {
        name,
        dtype,
        shape: shape.map((size) => Number(size)),
        start: Number(start),
        end: Number(end),
      };
    });
  }

  private fieldBegins(key: string): void {
    if (this.fields().has(key)) this.refuse(`${shown(this.name)} has ${shown(key)} twice`);
    this.field = key;
    // A second key of the name is noticed even if the first has no value yet.
    this.fields().set(key, "");
  }

  private fields(): Fields {
    const fields = this.tensors.get(this.name);
    if (fields === undefined) this.refuse("its header holds a value without a name");
    return fields;
  }
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60));
}
