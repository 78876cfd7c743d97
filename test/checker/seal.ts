import { createHash } from "node:crypto";

/** A certificate before it is sealed, or a damaged one: any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** RFC 8785 for what certificates hold: keys sorted at every level, nothing between the tokens. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** The digest that a certificate's other members ask for. */
export function digestOf(certificate: Record<string, Json>): string {
  const rest = Object.fromEntries(Object.entries(certificate).filter(([key]) => key !== "digest"));
  return `sha256:${createHash("sha256").update(canonical(rest)).digest("hex")}`;
}

/** The text of a certificate of the given kind, claim and body, with a right digest and in canonical form. */
export function seal(kind: string, claim: string, body: Json): string {
  return reseal({ body, claim, command: "by hand", format: "equiloss-cert/1", kind, version: "0.1.0" });
}

/** The same for a whole top level, whatever it holds: only the digest is put right. */
export function reseal(certificate: Record<string, Json>): string {
  return canonical({ ...certificate, digest: digestOf(certificate) });
}
