import type { Engine } from "./engine.js";

/** Snakemake: a rule for slots and one for the merge, which audits a piece for each ten slots. */
export const snakemake: Engine = {
  name: "snakemake",
  file: "Snakefile",
  start: "snakemake --snakefile Snakefile --cores all",
  text: ({ folder, program, slots }) => `rule merged:
    input:
        expand("results/{slot}.json", slot=range(${slots})),
    output:
        "merged.json",
    shell:
        ${python(`${program} shard merge ${folder} --audit ${Math.ceil(slots / 10)}`)}


rule slot:
    input:
        "plan.json",
    output:
        "results/{slot}.json",
    shell:
        ${python(`${program} shard run ${folder} --slot `).slice(0, -1)}{wildcards.slot}"
`,
};

/** A text of Python in which Snakemake fills in nothing. */
function python(text: string): string {
  return JSON.stringify(text.replaceAll("{", "{{").replaceAll("}", "}}"));
}
