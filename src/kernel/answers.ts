/** A function of the kernel, by its name in Coq. */
export type CheckName = "check_enumeration" | "check_path" | "check_connected";

/** What `judged` throws: this function is false of what the certificate holds. */
export class Refusal extends Error {
  constructor(readonly check: CheckName) {
    super(`${check} is false`);
  }
}

/** What is thrown where the kernel has no function for what a certificate shows. */
export class Unjudged extends Error {}
