/** A function of the kernel, by its name in Coq. */
export type CheckName =
  | "check_enumeration"
  | "check_path"
  | "check_shortest_path"
  | "check_connected"
  | "check_mirrored_path"
  | "check_shortest_mirrored_path"
  | "check_layered_path"
  | "check_inertia"
  | "check_critical"
  | "check_critical_instance"
  | "check_splitting";

/** What `judged` throws: this function is false of what the certificate holds. */
export class Refusal extends Error {
  constructor(readonly check: CheckName) {
    super(`${check} is false`);
  }
}

/** What is thrown where the kernel has no function for what a certificate shows. */
export class Unjudged extends Error {}
