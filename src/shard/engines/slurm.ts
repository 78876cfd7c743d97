import type { Engine } from "./engine.js";

/** A job array of Slurm: a task for each slot, on machines that share the folder. */
export const slurm: Engine = {
  name: "slurm",
  file: "slurm.sbatch",
  start: "sbatch slurm.sbatch",
  text: ({ folder, program, slots }) => `#!/bin/bash
#SBATCH --job-name=equiloss
#SBATCH --array=0-${slots - 1}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --output=slurm-%A-%a.log
exec ${program} shard run ${folder} --slot "$SLURM_ARRAY_TASK_ID"
`,
};
