import type { Engine } from "./engine.js";

/** GNU parallel: as many slots at once as there are cores. A slot that fails ends no other. */
export const parallel: Engine = {
  name: "parallel",
  file: "parallel.sh",
  start: "bash parallel.sh",
  text: ({ folder, program, slots }) => `#!/bin/bash
slot() {
  ${program} shard run ${folder} --slot "$1"
}
export -f slot
seq 0 ${slots - 1} | parallel --will-cite --halt never slot {}
`,
};
