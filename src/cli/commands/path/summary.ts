/** The summary of a path: its length, the networks' widths, and what is known of shorter paths. */
export function summary(segments: number, widths: string, bound: string, method: string): string {
  const length = `${segments} ${segments === 1 ? "segment" : "segments"}`;
  return `${length} from the first network to the second, ${widths}\n${bound} (${method})`;
}

/** Says that a path may not be a shortest one, and between which lengths a shortest one lies. */
export function notProved(lowerBound: number, segments: number, where = ""): string {
  return `NOT proved least: ${where}between ${lowerBound} and ${segments}`;
}
