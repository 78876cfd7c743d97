import { BACKEND_CHOICES } from "../../../coq/backend.js";

/** The choices of `verify --proofs`: which Coq, or only the result kept from an earlier run, or none. */
export const PROOFS_CHOICES = [...BACKEND_CHOICES, "kept", "off"] as const;

/** One of {@link PROOFS_CHOICES}. */
export type ProofsChoice = (typeof PROOFS_CHOICES)[number];

/** The choices of `verify --require`. */
export const REQUIREMENTS = ["proofs"] as const;

/** One of {@link REQUIREMENTS}. */
export type Requirement = (typeof REQUIREMENTS)[number];

/** The choices of `verify --reporter`: the formats of the table of claims. */
export const REPORTER_NAMES = ["pretty", "json", "junit", "markdown"] as const;

/** One of {@link REPORTER_NAMES}. */
export type ReporterName = (typeof REPORTER_NAMES)[number];
