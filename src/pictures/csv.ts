import type { Table } from "./picture.js";

/** A table in the form of RFC 4180. */
export function csvOf({ head, rows }: Table): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
