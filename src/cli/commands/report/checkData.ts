import { parseArgs } from "node:util";
import { packageFile } from "../../../machine/packageFile.js";
import { InputError } from "../../../exact/inputError.js";
import { present } from "../../options/present.js";
import type {
  Asked,
  CheckData,
  OfferedCertificate,
  ParameterName,
  Question,
} from "../../../report/data/checkData.js";
import { LAYERED, PARAMETERS, PARAMETERS_OF, PRUNED, TRAINED } from "../check/parameters.js";

const FOLDER = "proofs/certificates";
const REPAIR = "install the package anew";

/** What the page's form needs: the package's certificates, and what `equiloss check` asks for each claim. */
export function checkData(): CheckData {
  const certificates = certificatesIn(packageFile(`${FOLDER}/README.md`, REPAIR));
  const files = certificates.flatMap(({ asked }) => [asked.from, asked.to]);
  const networks = [...new Set(files.filter((file) => file !== undefined))];
  return {
    certificates,
    networks: Object.fromEntries(networks.map((file) => [file, packageFile(file, REPAIR)])),
    questions: [...PARAMETERS_OF].map(([claim, parameters]) => questionOf(claim, parameters)),
  };
}

/** Claims for which an activation is a name, which the page takes as it is. */
const NAMED: readonly string[] = [PRUNED, TRAINED];

function questionOf(
  claim: string,
  { needed, allowed }: NonNullable<ReturnType<typeof PARAMETERS_OF.get>>,
): Question {
  const hasFormula = allowed.includes("activation") && !NAMED.includes(claim);
  return {
    claim,
    needed,
    allowed: hasFormula ? allowed.filter((name) => name !== "activation") : allowed,
    networkIs: claim === PRUNED ? "network" : "theta",
    isLayered: [LAYERED, TRAINED, PRUNED].includes(claim),
    hasFormula,
  };
}

/**
 * The certificates of the package, as the table of their folder's README lists them: each with what it shows,
 * and the command by which it is checked.
 *
 * @throws InputError if the table lists none.
 */
export function certificatesIn(readme: string): OfferedCertificate[] {
  const rows = readme.split("\n").flatMap((line) => {
    const [, file, shows, command] = /^\| `([\w.-]+\.json)` +\| (.*?) +\| `\1 (.*)` +\|$/.exec(line) ?? [];
    if (file === undefined || shows === undefined || command === undefined) return [];
    const text = packageFile(`${FOLDER}/${file}`, REPAIR);
    return [{ file, shows, text, asked: askedBy(command) }];
  });
  if (rows.length > 0) return rows;
  throw new InputError("lists no certificate", REPAIR, `${FOLDER}/README.md`);
}

/** What the words of a command ask of a certificate. */
export function askedBy(command: string): Asked {
  const names = Object.keys(PARAMETERS) as ParameterName[];
  const { values } = parseArgs({
    args: command.split(" "),
    options: {
      claim: { type: "string" },
      refuted: { type: "boolean" },
      ...Object.fromEntries(names.map((name) => [name, { type: "string" } as const])),
    },
  });
  const { claim, refuted, ...parameters } = values as { claim?: string; refuted?: boolean } & Partial<
    Record<ParameterName, string>
  >;
  if (claim === undefined) throw new InputError(`${command} names no claim`, REPAIR, `${FOLDER}/README.md`);
  return { ...present(parameters), claim, refuted: refuted === true };
}
