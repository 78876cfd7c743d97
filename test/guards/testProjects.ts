/** A test file, and the project of `vitest.config.ts` that runs it. */
export interface Listed {
  readonly file: string;
  readonly projectName: string;
}

const MOCKS = /\bvi\.(?:mock|doMock|stubEnv|stubGlobal|resetModules|spyOn)\(/;

/**
 * What is wrong with the projects: files that none runs, or several, and files that put something else in the
 * place of modules in a process that they share with others.
 *
 * @param files the test files that there are.
 * @param textOf the text of a file.
 */
export function projectFindings(
  files: readonly string[],
  listed: readonly Listed[],
  textOf: (file: string) => string,
): string[] {
  const runs = (file: string): Listed[] => listed.filter((one) => one.file === file);
  return [
    ...files
      .filter((file) => runs(file).length !== 1)
      .map((file) => `${file} runs ${runs(file).length} times`),
    ...listed.filter(({ file }) => !files.includes(file)).map(({ file }) => `${file} is no test file`),
    ...listed
      .filter(({ file, projectName }) => projectName === "pure" && MOCKS.test(textOf(file)))
      .map(({ file }) => `${file} mocks in a shared process`),
  ];
}
