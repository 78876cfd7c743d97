import { present } from "../../options/present.js";
import { type CertifiedPruning, writeBound } from "./certificate.js";
import { type Examined, changesOf, classifyReport, examined } from "./examined.js";
import { type Pruned, prunedFor, writePruned } from "./pruned.js";
import type { ClassifyReport } from "./report.js";
import type { ClassifyRequest } from "./request.js";

/** Classifies a network's neurons, and writes the pruned network if it is to be written. */
export async function classified(request: ClassifyRequest): Promise<ClassifyReport> {
  const known = examined(request);
  const { told, found } = known;
  const pruned = prunedFor(request.output, found, told);
  const certificate = await certified(request, known, pruned);
  const rounded = pruned?.floats && { exact: pruned.exact, network: pruned.floats.network };
  const changes = changesOf(known, request.data, rounded);
  const file = pruned && (await writePruned(pruned, request.activation ?? told.activation, request));
  return classifyReport(request, known, { ...changes, ...present({ pruned: file, certificate }) });
}

/** The certificate that is asked for, of what the written network changes. */
async function certified(
  { certificate: file }: ClassifyRequest,
  { network, found, activation, box }: Examined,
  pruned: Pruned | undefined,
): Promise<ClassifyReport["certificate"]> {
  if (file === undefined || pruned === undefined || activation === undefined || box === undefined)
    return undefined;
  const written = pruned.floats?.network ?? pruned.exact;
  const known: Omit<CertifiedPruning, "file" | "pruned"> = { network, found, activation, box };
  return writeBound({ ...known, file, pruned: written });
}
