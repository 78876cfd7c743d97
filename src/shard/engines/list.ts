import type { Engine } from "./engine.js";
import { kubernetes } from "./kubernetes.js";
import { parallel } from "./parallel.js";
import { slurm } from "./slurm.js";
import { snakemake } from "./snakemake.js";

/** All engines. */
export const ENGINES: readonly Engine[] = [slurm, parallel, snakemake, kubernetes];
