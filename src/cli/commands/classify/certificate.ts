import { differenceCertificate } from "../../../certificate/differenceCertificate.js";
import { certificateLayers } from "../../../certificate/layeredPathCertificate.js";
import { formatRational, parseRational } from "../../../exact/numbers/rational.js";
import { InputError } from "../../../exact/inputError.js";
import type { MultiLayerNetwork } from "../../../network/multiLayerNetwork.js";
import type { InputBox } from "../../../trained/bounds/inputBox.js";
import { knownSymmetry } from "../../../trained/bounds/knownSymmetry.js";
import { provableBound } from "../../../trained/bounds/provableBound.js";
import type { BoundedActivation } from "../../../trained/bounds/boundedActivation.js";
import type { Classification } from "../../../trained/pruning/classify.js";
import { unitStandards } from "../../../trained/pruning/unitStandards.js";
import { roundedUp } from "../../options/rounded.js";
import { writeAccepted } from "../../files/writeAccepted.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { WrittenBound } from "./report.js";
import { factsFor } from "./request.js";

/** A certificate that is to be written, of a network that was pruned. */
export interface CertifiedPruning {
  readonly file: string;
  readonly network: MultiLayerNetwork;
  readonly found: Classification;
  readonly pruned: MultiLayerNetwork;
  readonly activation: BoundedActivation;
  readonly box: InputBox;
}

/** Writes the certificate of a bound on what pruning changes, by what the checker knows of the activation. */
export async function writeBound({
  file,
  network,
  found,
  pruned,
  activation,
  box,
}: CertifiedPruning): Promise<WrittenBound> {
  const { name } = activation;
  const facts = factsFor(name);
  const units = unitStandards(found, knownSymmetry(activation));
  const bound = roundedUp(provableBound([network, pruned], units, facts, box));
  const certificate = differenceCertificate({
    ...{ activation: name, bound: parseRational(bound), network, pruned, units },
    within: [box.lower.at(0), box.upper.at(0)],
  });
  const origin = { command: "equiloss classify --certificate", version: packageVersion() };
  const expected = {
    ...{ claim: certificate.claim, activation: name, network: certificateLayers(network) },
    within: [box.lower.at(0), box.upper.at(0)].map(formatRational),
  };
  const written = await writeAccepted({ file, certificate, expected, origin }, (limit) => {
    const repair = "leave it out, or give shorter numbers or a smaller network";
    return new InputError(`it is too long for the checker (${limit})`, repair, "--certificate");
  });
  return { file, claim: certificate.claim, bound, ...written };
}
