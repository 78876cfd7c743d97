import { checkCertificate } from "../../checker/check.js";
import type { CertificateVerdict } from "../../checker/verdict.js";
import { type KernelVerdict, checkByKernel } from "../../kernel/checkByKernel.js";
import type { WorkerRequest } from "../data/checkData.js";

/** What the worker says: that the file is read, or the verdict, or why there can be none. */
export type WorkerAnswer =
  | { readonly stage: "checking" }
  | { readonly verdict: CertificateVerdict; readonly verified: KernelVerdict; readonly milliseconds: number }
  | { readonly refused: string };

/** The worker itself; the types of a page have no name for it. */
interface Scope {
  onmessage: (event: MessageEvent<WorkerRequest>) => void;
  postMessage: (answer: WorkerAnswer) => void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  void judge(data).then((answer) => {
    scope.postMessage(answer);
  });
};

async function judge({ certificate, expected }: WorkerRequest): Promise<WorkerAnswer> {
  const text = typeof certificate === "string" ? certificate : await textOf(certificate);
  if (text === undefined) return { refused: "it is not UTF-8 text, or can't be read" };
  scope.postMessage({ stage: "checking" });
  const began = performance.now();
  const verdict = await checkCertificate(text, expected);
  const verified = await checkByKernel(text, expected);
  return { verdict, verified, milliseconds: performance.now() - began };
}

/** The text as it is. A byte order mark stays, so that the checker rejects it. */
async function textOf(file: Blob): Promise<string | undefined> {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
