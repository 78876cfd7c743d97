/** A part of a text in ASCII. */
export type Piece = string | Uint8Array;

/** Pieces are joined into parts of about this many bytes, since each message has a cost. */
const PART = 1 << 20;

/** A text of any length as bytes, in parts of its own memory each, which may move between threads. */
export function* packed(pieces: Iterable<Piece>): Generator<Uint8Array<ArrayBuffer>> {
  let part = Buffer.allocUnsafeSlow(PART);
  let used = 0;
  for (const piece of pieces) {
    if (used > 0 && used + piece.length > part.length) {
      yield part.subarray(0, used);
      part = Buffer.allocUnsafeSlow(PART);
      used = 0;
    }
    if (piece.length > part.length) part = Buffer.allocUnsafeSlow(piece.length);
    if (typeof piece === "string") part.write(piece, used, "latin1");
    else part.set(piece, used);
    used += piece.length;
  }
  if (used > 0) yield part.subarray(0, used);
}
