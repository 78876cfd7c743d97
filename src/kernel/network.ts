import { NETWORK } from "../checker/network.js";
import { type Rational, entry, fields, rows } from "../checker/values.js";
import { demand } from "../checker/verdict.js";

/** A network as the kernel takes it: for each unit its incoming and its outgoing vector. */
export type Network = readonly (readonly [readonly Rational[], readonly Rational[]])[];

/** Reads a network of 1 to 200,001 units. Whether their dimensions are the same is for the kernel to say. */
export function network(value: unknown, at: string): Network {
  const members = fields(value, NETWORK, at);
  const incoming = rows(members.incoming, `${at}.incoming`);
  const outgoing = rows(members.outgoing, `${at}.outgoing`);
  demand(incoming.length <= 200_001, "size", at, "more than 200001 neurons");
  const isEven = incoming.length === outgoing.length && incoming.length > 0;
  demand(isEven, "shape", at, "not one outgoing row for each incoming one, or no rows");
  return incoming.map((w, unit) => [w, entry(outgoing, unit)]);
}

/** d_in and d_out of the first unit, which are at least 1. */
export function dimensions(units: Network, at: string): [number, number] {
  const [incoming, outgoing] = entry(units, 0);
  demand(incoming.length > 0 && outgoing.length > 0, "shape", at, "an empty row");
  return [incoming.length, outgoing.length];
}
