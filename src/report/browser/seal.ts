/**
 * A certificate's text with the digest of the rest of it, as anyone can make it: a digest shows accidents, no
 * forgery. Undefined if it is no JSON with a digest.
 */
export async function sealedText(text: string): Promise<string | undefined> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof file !== "object" || file === null || !("digest" in file)) return undefined;
  const entries = Object.entries(file);
  const rest = Object.fromEntries(entries.filter(([name]) => name !== "digest"));
  const bytes = new TextEncoder().encode(JSON.stringify(rest));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const digest = `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  return JSON.stringify({ ...file, digest });
}
