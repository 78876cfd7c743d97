import { type VerificationResult, failed } from "../../../../claims/evidence/claimResult.js";
import { allRefused } from "../../../../claims/controls/control.js";
import { controlsLine, outcome, proofsLine, sentence, unmetLines } from "./wording.js";

/**
 * Commands of GitHub's workflows, which show them beside the run: an error for each failure, a warning for
 * proofs that Coq didn't check in this run, a notice for each claim that is refuted as stated.
 */
export function github(result: VerificationResult): string {
  const { claims, proofs, controls } = result;
  const checked = proofs.ran && !proofs.cached;
  return [
    ...claims.flatMap(({ id, verdicts }) =>
      verdicts.flatMap((verdict) => {
        if (failed(verdict)) return [command("error", id, sentence(verdict))];
        return verdict.kind === "refuted as stated"
          ? [command("notice", `${id}: refuted as stated`, sentence(verdict))]
          : [];
      }),
    ),
    ...(checked && proofs.held
      ? []
      : [command(proofs.ran && !proofs.held ? "error" : "warning", "proofs", proofsLine(result))]),
    ...(allRefused(controls) ? [] : [command("error", "controls", controlsLine(result))]),
    ...unmetLines(result).map((line) => command("error", "required", line)),
    command(result.ok ? "notice" : "error", "equiloss", outcome(result)),
  ].join("\n");
}

function command(kind: "error" | "warning" | "notice", title: string, message: string): string {
  return `::${kind} title=${escaped(title).replaceAll(":", "%3A").replaceAll(",", "%2C")}::${escaped(message)}`;
}

/** As GitHub decodes it. */
const escaped = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
