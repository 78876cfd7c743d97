import { InputError } from "../exact/inputError.js";
import { type Fields, isCount } from "../machine/jsonFields.js";
import { sha256 } from "../machine/sha256.js";
import type { Counts, Job, Piece, Program } from "./kinds/job.js";
import { type PlannedJob, type Shard, shortDigest } from "./plan.js";

/** The format tag of a shard's result. */
export const RESULT_FORMAT = "equiloss-shard-result/1";

/** What a shard found. */
export interface ShardResult extends Program, Shard {
  /** The SHA-256 of the plan. */
  readonly plan: string;
  /** The sums over its pieces. */
  readonly counts: Counts;
  /** The {@link composedDigest} of its pieces. */
  readonly digest: string;
  readonly pieces: readonly Piece[];
}

/**
 * The digest of several pieces, which follows from theirs: so the digest of a whole is the same in however
 * many shards it was done.
 */
export function composedDigest(pieces: readonly Piece[]): string {
  return sha256(pieces.map(({ piece, digest }) => `${piece} ${digest}\n`).join(""));
}

/** The sums of counts, by name. */
export function summed(pieces: readonly { readonly counts: Counts }[]): Counts {
  const sums = new Map<string, bigint>();
  for (const { counts } of pieces)
    for (const [name, count] of Object.entries(counts))
      sums.set(name, (sums.get(name) ?? 0n) + BigInt(count));
  return Object.fromEntries([...sums].map(([name, sum]) => [name, String(sum)]));
}

/** A shard's result, of all its pieces in their order. */
export function shardResult(
  { plan, digest }: PlannedJob,
  shard: Shard,
  pieces: readonly Piece[],
): ShardResult {
  return {
    ...{ plan: digest, version: plan.version, code: plan.code },
    ...{ slot: shard.slot, from: shard.from, to: shard.to },
    ...{ counts: summed(pieces), digest: composedDigest(pieces), pieces },
  };
}

/** A result as its file has it: with a seal, the SHA-256 of all the rest. */
export function resultText(result: ShardResult): string {
  const rest = { format: RESULT_FORMAT, ...result };
  return `${JSON.stringify({ ...rest, seal: sha256(JSON.stringify(rest)) })}\n`;
}

/**
 * Reads a shard's result, and refuses all but what a run of this plan can have written, as far as that is
 * seen without doing the work again: counts have closed forms, and digests of data follow from the data.
 *
 * @throws InputError that says what is wrong with it.
 */
export function readResult(text: string, place: string, planned: PlannedJob, shard: Shard): ShardResult {
  const demand: Demand = demanding(place);
  const fields = sealed(text, demand);
  const { plan } = planned;
  demand(
    fields.plan === planned.digest && fields.version === plan.version && fields.code === plan.code,
    `is stale: it is of plan ${shortDigest(fields.plan)}, version ${String(fields.version)}, code ` +
      `${shortDigest(fields.code)}, where the plan is ${shortDigest(planned.digest)}, version ${plan.version}, ` +
      `code ${shortDigest(plan.code)}`,
  );
  demand(fields.slot === shard.slot, `is of slot ${String(fields.slot)}`);
  demandRange(fields, shard, plan.shards, demand);
  const pieces = readPieces(fields.pieces, planned.job, shard, demand);
  const result = shardResult(planned, shard, pieces);
  demand(resultText(result) === text, "has sums or digests that don't follow from its pieces");
  return result;
}

type Demand = (holds: boolean, problem: string) => asserts holds;

function demanding(place: string): Demand {
  return (holds, problem) => {
    if (!holds) throw new InputError(problem, "have it made anew", place);
  };
}

/** The members of a result that is as it was written. */
function sealed(text: string, demand: Demand): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    demand(false, "is damaged: it is not JSON, or not whole");
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  demand(isObject, "is damaged: it is not an object");
  const { seal, ...rest } = value as Fields;
  demand(rest.format === RESULT_FORMAT, `is damaged: "format" is not "${RESULT_FORMAT}"`);
  const isWhole = text === `${JSON.stringify({ ...rest, seal })}\n` && seal === sha256(JSON.stringify(rest));
  demand(isWhole, "is damaged: it is not what its seal says");
  return rest;
}

function demandRange({ from, to }: Fields, shard: Shard, shards: readonly Shard[], demand: Demand): void {
  if (from === shard.from && to === shard.to) return;
  const [first, end] = [Number(from), Number(to)];
  const others = shards.filter((other) => other.slot !== shard.slot && other.from < end && first < other.to);
  const overlap =
    others.length === 0 ? "" : `, which overlap slot ${others.map(({ slot }) => slot).join(", ")}`;
  demand(
    false,
    `has pieces ${String(from)} to ${String(to)}${overlap}, where the plan has ${shard.from} to ${shard.to}`,
  );
}

function readPieces(value: unknown, job: Job, { from, to }: Shard, demand: Demand): Piece[] {
  demand(Array.isArray(value), '"pieces" is not a list');
  const pieces = value as readonly unknown[];
  demand(pieces.length === to - from, `has ${pieces.length} pieces, where its range has ${to - from}`);
  return pieces.map((piece, index) => readPiece(piece, job, from + index, demand));
}

/** @param number which piece it has to be. */
function readPiece(value: unknown, job: Job, number: number, demand: Demand): Piece {
  demand(typeof value === "object" && value !== null, `piece ${number} is not an object`);
  const { piece, counts, digest, data } = value as Fields;
  demand(piece === number, `has piece ${String(piece)} where ${number} is to be`);
  const expected = JSON.stringify(job.expectedOf(number));
  demand(
    JSON.stringify(counts) === expected,
    `piece ${number} counts ${JSON.stringify(counts)}, where the closed form is ${expected}`,
  );
  demand(typeof digest === "string" && /^sha256:[0-9a-f]{64}$/.test(digest), `piece ${number} has no digest`);
  const counted = { piece: number, counts: job.expectedOf(number), digest };
  if (job.data === undefined) return counted;
  let own: string | undefined;
  try {
    own = job.data.digestOf(data, number, `piece ${number}`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    demand(false, `has data that are none of its job: ${error.place ?? `piece ${number}`} ${error.problem}`);
  }
  demand(own === digest, `piece ${number} has a digest that is not that of its data`);
  return { ...counted, data };
}

/** A piece as it stands in a text of its own, if it is one of the job's; undefined if it is none. */
export function pieceIn(value: unknown, job: Job, { from, to }: Shard): Piece | undefined {
  const number = (value as Fields | null)?.piece;
  if (!isCount(number) || number < from || number >= to) return undefined;
  try {
    return readPiece(value, job, number, demanding("progress"));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The pieces of a shard, of which each has to be there. */
export function inOrder(found: ReadonlyMap<number, Piece>, { from, to }: Shard): Piece[] {
  return Array.from({ length: to - from }, (_, index) => {
    const piece = found.get(from + index);
    if (piece === undefined) throw new RangeError(`no piece ${from + index}`);
    return piece;
  });
}
