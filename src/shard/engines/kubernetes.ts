import type { Job } from "kubernetes-types/batch/v1.js";
import type { Engine } from "./engine.js";

/** Where pods see the job's folder. */
const MOUNTED = "/job";

/**
 * An Indexed Job of Kubernetes: a pod for each slot. The image has to have the program, the very one that
 * planned, and the claim of a volume has to hold the folder.
 */
export const kubernetes: Engine = {
  name: "kubernetes",
  file: "job.json",
  start: "kubectl apply -f job.json",
  text: ({ slots, version }) => `${JSON.stringify(manifest(slots, version), null, 2)}\n`,
};

function manifest(slots: number, version: string): Job {
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "equiloss" },
    spec: {
      completionMode: "Indexed",
      completions: slots,
      parallelism: slots,
      backoffLimit: 3 * slots,
      template: {
        spec: {
          restartPolicy: "Never",
          containers: [
            {
              name: "shard",
              image: `equiloss:${version}`,
              // Kubernetes sets this variable in the pods of an Indexed Job, and puts it in.
              command: ["equiloss", "shard", "run", MOUNTED, "--slot", "$(JOB_COMPLETION_INDEX)"],
              resources: { requests: { cpu: "1", memory: "2Gi" } },
              volumeMounts: [{ name: "job", mountPath: MOUNTED }],
            },
          ],
          volumes: [{ name: "job", persistentVolumeClaim: { claimName: "equiloss" } }],
        },
      },
    },
  };
}
