const UNITS = ["bytes", "kB", "MB", "GB", "TB", "PB"];

/** A number of bytes for a person, to two digits: "8.3 MB", "120 MB", "2.5 GB". */
export function sizeOf(bytes: number): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 999.5 && unit < UNITS.length - 1; unit += 1) size /= 1000;
  return `${size < 10 ? Number(size.toFixed(1)) : Math.round(size)} ${UNITS.at(unit)}`;
}
