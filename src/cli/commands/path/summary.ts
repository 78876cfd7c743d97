/** How long a path is between which networks, and what is known of shorter ones. */
export function summary(segments: number, widths: string, bound: string, method: string): string {
  const length = `${segments} ${segments === 1 ? "segment" : "segments"}`;
  return `${length} from the first network to the second, ${widths}\n${bound} (${method})`;
}

/** That a path may not be a shortest one, and between which lengths that is. */
export function notProved(lowerBound: number, segments: number, where = ""): string {
  return `NOT proved least: ${where}between ${lowerBound} and ${segments}`;
}
