/**
 * The largest certificate that the page takes, in MiB: one that is built to do harm takes many times that as
 * it is parsed.
 */
export const MOST_MEBIBYTES = 16;

/** What the page's script needs to let the checker judge certificates: data within the page. */
export interface CheckData {
  readonly certificates: readonly OfferedCertificate[];
  /** Texts of the network files that certificates are about, by name. */
  readonly networks: Readonly<Record<string, string>>;
  readonly questions: readonly Question[];
}

/** A certificate that the page offers, and what it is asked at first. */
export interface OfferedCertificate {
  readonly file: string;
  readonly shows: string;
  readonly text: string;
  readonly asked: Asked;
}

/** What a reader types or chooses, as text. A network is named; the page has the file. */
export type Asked = { readonly claim: string; readonly refuted: boolean } & Readonly<
  Partial<Record<ParameterName, string>>
>;

/** What may be asked of a certificate. */
export type ParameterName =
  | "r"
  | "m"
  | "k"
  | "parity"
  | "network"
  | "from"
  | "to"
  | "pruned"
  | "data"
  | "activation"
  | "within"
  | "bound";

/** A claim that certificates can settle, and what has to be said about it, or may be. */
export interface Question {
  readonly claim: string;
  readonly needed: readonly ParameterName[];
  readonly allowed: readonly ParameterName[];
  /** What the checker calls the network: θ, or one that is pruned. */
  readonly networkIs: "theta" | "network";
  /** Whether networks are lists of matrices for the checker, rather than of units. */
  readonly isLayered: boolean;
  /** Whether an activation is a formula, which only the command line reads. */
  readonly hasFormula: boolean;
}

/** What the page's script asks of its worker. */
export interface WorkerRequest {
  readonly certificate: string | Blob;
  readonly expected: { readonly claim: string } & Readonly<Record<string, unknown>>;
}
