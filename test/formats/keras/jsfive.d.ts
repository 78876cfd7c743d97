declare module "jsfive" {
  export interface Hdf5Group {
    readonly keys: readonly string[] | (() => unknown);
    readonly attrs: Readonly<Record<string, unknown>>;
    get(path: string): Hdf5Group & { readonly value: readonly number[]; readonly shape: readonly number[] };
  }
  /** A reader of HDF5 files, which is used here as the second one. */
  export const File: new (file: ArrayBuffer, name?: string) => Hdf5Group;
}
