import { entry } from "../exact/entry.js";

/** The polynomial of the checksum, its bits reversed. */
const POLYNOMIAL = 0xedb88320;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
  return remainder;
});

/** The checksum CRC-32 of zip archives (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) remainder = entry(TABLE, (remainder ^ byte) & 0xff) ^ (remainder >>> 8);
  return ~remainder >>> 0;
}
