import { Project, type SourceFile, SyntaxKind } from "ts-morph";
import { describe, expect, it } from "vitest";

/** What could replace a missing value: `??`, and defaults of parameters and of destructured names. */
function defaultsIn(file: SourceFile): string[] {
  const operators = [SyntaxKind.QuestionQuestionToken, SyntaxKind.QuestionQuestionEqualsToken] as const;
  const standIns = operators.flatMap((kind) => file.getDescendantsOfKind(kind));
  const names = [
    ...file.getDescendantsOfKind(SyntaxKind.BindingElement),
    ...file.getDescendantsOfKind(SyntaxKind.Parameter),
  ];
  return [
    ...standIns.map((token) => token.getParentOrThrow().getText()),
    ...names.filter((name) => name.hasInitializer()).map((name) => name.getText()),
  ];
}

describe("the checker", () => {
  it("has no default: it demands what could be missing", () => {
    const project = new Project({ skipAddingFilesFromTsConfig: true });
    const files = project.addSourceFilesAtPaths("src/checker/*.ts");
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(defaultsIn)).toEqual([]);
  });

  it.each([
    ["const x = row[i] ?? 0n;", "row[i] ?? 0n"],
    ["x ??= [];", "x ??= []"],
    ["const [x = 0n, y] = row;", "x = 0n"],
    ['const { a, b = "" } = c;', 'b = ""'],
    ["const f = (x: bigint = 0n) => x;", "x: bigint = 0n"],
  ])("has its default found in %s", (source, standIn) => {
    const project = new Project({ useInMemoryFileSystem: true });
    expect(defaultsIn(project.createSourceFile("planted.ts", source))).toEqual([standIn]);
  });
});
