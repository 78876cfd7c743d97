/** Small accepted files, of every kind and with every kind of list between them. */
export const FORGED_FILES: readonly string[] = [
  ...["connected-1-2", "critical-gradient", "critical-minimum", "critical-saddle", "critical-zero-loss"],
  ...["curves", "enumeration-1-2", "formula-1-4", "independence", "independence-plane", "inertia"],
  ...["inertia-zero", "layered-path", "layered-path-fibre", "layered-path-two-zero-blocks", "morse-1-1"],
  ...["morse-2-3", "path", "path-of-nothing", "path-of-one", "path-potential", "path-star"],
];

/** Accepted files that have every kind of list and object between them. */
export const PLACED_FILES: readonly string[] = [
  "connected-1-2",
  "critical-minimum",
  "curves",
  "enumeration-1-2",
  "formula-1-4",
  "independence",
  "inertia",
  "layered-path",
  "morse-2-3",
  "path-potential",
];
