const EXACT_ROOMS = ["exact", "combinatorics", "network", "manifold"];
const THEORY = [...EXACT_ROOMS, "landscape"];
const BELOW_CLI = [
  ...THEORY,
  "formats",
  "trained",
  "machine",
  "certificate",
  "checker",
  "kernel",
  "claims",
  "crosscheck",
  "training",
  "exclusion",
  "shard",
  "coq",
  "pictures",
  "report",
  "properties",
];

/** What a room may import besides itself. */
export interface Room {
  readonly imports: readonly string[];
  /** Whether it may touch the machine: `node:` modules. */
  readonly node?: true;
  /**
   * For a room with folders: what each may import of the others, the files beside the folders under ".". A
   * folder may import itself.
   */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The rooms of `src`, and `properties` beside it. "index" is the public entry point `src/index.ts`, which
 * takes from the lists of public names, `index.ts` in each room.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  exact: {
    imports: [],
    folders: {
      ".": [],
      numbers: ["."],
      vectors: [".", "numbers"],
      intervals: [".", "numbers"],
      modular: [".", "numbers", "vectors"],
      matrices: [".", "numbers", "vectors", "modular"],
      inertia: [".", "numbers", "vectors", "modular", "matrices"],
    },
  },
  combinatorics: {
    imports: ["exact"],
    folders: {
      ".": [],
      counts: ["."],
      partitions: [".", "counts"],
      asymptotics: [".", "counts"],
      signed: [".", "counts", "partitions"],
    },
  },
  network: { imports: ["exact"] },
  manifold: {
    imports: ["exact", "combinatorics", "network"],
    folders: {
      subspaces: [],
      graph: ["subspaces"],
      paths: ["subspaces", "graph"],
      layers: ["subspaces", "paths"],
      signed: ["subspaces", "graph", "paths"],
      topology: ["subspaces"],
      // The public face of functions that other folders call.
      ".": ["subspaces", "paths", "layers"],
    },
  },
  landscape: {
    imports: EXACT_ROOMS,
    folders: {
      activations: [],
      loss: ["activations"],
      enclosures: ["activations", "loss"],
      nearCritical: ["activations", "loss", "enclosures"],
      spurious: ["nearCritical"],
      criticalPoints: ["activations", "loss"],
      channels: ["activations", "loss", "criticalPoints"],
      ends: ["activations", "loss", "enclosures", "nearCritical"],
      zeroLoss: ["activations", "loss"],
      widthOne: ["activations"],
    },
  },
  formats: { imports: ["exact", "network"] },
  trained: {
    imports: THEORY,
    folders: {
      bounds: [],
      groups: [],
      pruning: ["bounds", "groups"],
      compare: ["bounds"],
      paths: ["bounds", "groups", "pruning", "compare"],
    },
  },
  // Processes and files.
  machine: { imports: ["exact"], node: true },
  certificate: { imports: [...THEORY, "machine"], node: true },
  // Whoever trusts the checker must not need to read anything else.
  checker: { imports: [] },
  // Hands what the checker reads to functions that are extracted from Coq.
  kernel: { imports: ["checker", "coq", "exact"] },
  // Runs Coq, and judges what it says about the proofs.
  coq: { imports: ["exact", "machine"], node: true },
  properties: { imports: THEORY },
  claims: {
    imports: [
      ...THEORY,
      "certificate",
      "checker",
      "trained",
      "crosscheck",
      "training",
      "exclusion",
      "properties",
    ],
    folders: {
      evidence: [],
      instances: ["evidence"],
      ".": ["evidence", "instances"],
      controls: [".", "evidence", "instances"],
      verification: [".", "evidence", "controls"],
    },
  },
  crosscheck: { imports: [...THEORY], node: true },
  // Floats: what it gives is judged by exact rooms.
  training: { imports: ["exact", "network", "crosscheck", "machine"] },
  // Doubles whose roundings are bounded; it asks only solvers of training, whose results it checks.
  exclusion: { imports: ["exact", "network", "landscape", "training", "machine"] },
  // Work cut into shards, and what schedulers of jobs are told.
  shard: {
    imports: [...THEORY, "certificate", "crosscheck", "training", "exclusion", "machine"],
    node: true,
    folders: { engines: [], kinds: [], ".": ["kinds"] },
  },
  // Floats: places on paper, from which nothing is computed.
  pictures: { imports: ["exact"] },
  // Plain data made into a page, which runs both checkers, and draws figures of what a reader chooses.
  report: {
    imports: [...THEORY, "pictures", "checker", "kernel"],
    folders: {
      data: [],
      figures: ["data"],
      html: ["data"],
      browser: ["data", "figures"],
      ".": ["data", "html"],
    },
  },
  cli: {
    imports: BELOW_CLI,
    node: true,
    folders: {
      terminal: [],
      options: ["terminal"],
      files: ["terminal", "options"],
      threads: ["terminal"],
      commands: ["terminal", "options", "files", "threads"],
      // What the report's page runs in a worker.
      page: ["terminal", "options", "files", "commands"],
      // The program lists the commands.
      ".": ["terminal", "options", "commands"],
    },
  },
  // What touches neither files nor processes.
  index: { imports: [...THEORY, "trained", "checker"] },
};

/** Which rooms may import a package; one that isn't here may be imported by none. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  // The extracted functions, src/kernel/kernel.js, which package.json names.
  "#kernel": ["kernel"],
  "fraction.js": ["exact"],
  "big-integer": ["exact"],
  "fast-check": ["properties"],
  fflate: ["formats"],
  h5wasm: ["formats"],
  "@bufbuild/protobuf": ["formats"],
  "jsonc-parser": ["network", "formats"],
  "pure-rand": ["network"],
  commander: ["cli"],
  "cli-progress": ["cli"],
  "cli-table3": ["cli"],
  xmlbuilder2: ["cli"],
  picocolors: ["cli"],
  piscina: ["cli"],
  // Types alone: the fields that a manifest may have.
  "kubernetes-types": ["shard"],
  "fastest-levenshtein": ["network", "cli"],
  "wrap-ansi": ["cli"],
  "@bomb.sh/tab": ["cli"],
  vega: ["pictures"],
  "vega-interpreter": ["pictures"],
  "d3-force": ["pictures"],
  "@viz-js/viz": ["cli"],
  "@tensorflow/tfjs-core": ["crosscheck", "training"],
  "@tensorflow/tfjs-backend-cpu": ["crosscheck"],
  "@tensorflow/tfjs-backend-wasm": ["crosscheck"],
  "@tensorflow/tfjs-backend-webgpu": ["crosscheck"],
  "@tensorflow/tfjs-node": ["crosscheck"],
  "@tensorflow/tfjs-node-gpu": ["crosscheck"],
  webgpu: ["crosscheck"],
};
