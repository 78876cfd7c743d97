import { Node, type SourceFile, SyntaxKind, ts } from "ts-morph";
import { type Finding, type Place, type Tree, filesIn, findingAt } from "./tree.js";

export type LoopholeRule = "silent-test" | "any" | "comment";

/** What makes vitest skip a test, or expect it to fail. */
const SILENCING = new Set(["skip", "skipIf", "runIf", "only", "todo", "fails"]);

const SILENT = new Set(["xit", "xtest", "xdescribe", "fit", "fdescribe"]);

const TESTING = /^(it|test|describe|suite)\b/;

const SWITCHING_OFF =
  /@ts-ignore|@ts-nocheck|eslint-disable|prettier-ignore|(istanbul|c8|v8) ignore|Stryker disable/g;

const TEXTS = [
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
  SyntaxKind.RegularExpressionLiteral,
];

/** Tests that don't run, and places where the compiler or the linter is told to look away. */
export function noLoopholes(tree: Tree): Finding<LoopholeRule>[] {
  return filesIn(tree, ["src", "properties", "test"]).flatMap((source) => {
    const findings: Finding<LoopholeRule>[] = switchedOff(source).map(({ place, text }) =>
      findingAt(tree, place, "comment", text),
    );
    if (mayBeFound(source.compilerNode))
      source.forEachDescendant((node) => {
        if (Node.isAnyKeyword(node)) findings.push(findingAt(tree, node, "any", "any"));
        const name = silencer(node);
        if (name !== undefined) findings.push(findingAt(tree, node, "silent-test", name));
      });
    return findings;
  });
}

/** Whether one of the names stands below a node of the compiler, of which most files need no more. */
function mayBeFound(node: ts.Node): boolean {
  const isName = ts.isIdentifier(node) || ts.isStringLiteralLike(node);
  if (node.kind === ts.SyntaxKind.AnyKeyword) return true;
  if (isName && (SILENCING.has(node.text) || SILENT.has(node.text))) return true;
  return ts.forEachChild(node, (child) => mayBeFound(child) || undefined) ?? false;
}

function silencer(node: Node): string | undefined {
  if (Node.isIdentifier(node) && SILENT.has(node.getText())) return node.getText();
  const name = silencingName(node);
  return name !== undefined && SILENCING.has(name) ? name : undefined;
}

/** `it.skip`, `it["skip"]`, `it("…", { skip: true }, …)`, and the context's `skip` in `({ skip }) => …`. */
function silencingName(node: Node): string | undefined {
  const isInTest = node.getSourceFile().getFilePath().endsWith(".test.ts");
  if (Node.isPropertyAccessExpression(node)) return isInTest ? node.getName() : undefined;
  if (Node.isElementAccessExpression(node)) {
    return isInTest ? node.getArgumentExpression()?.getText().replaceAll(/["'`]/g, "") : undefined;
  }
  if (Node.isBindingElement(node))
    return isInTest ? (node.getPropertyNameNode()?.getText() ?? node.getName()) : undefined;
  if (!Node.isPropertyAssignment(node) && !Node.isShorthandPropertyAssignment(node)) return undefined;
  const call = node.getParent().getParent();
  return Node.isCallExpression(call) && TESTING.test(call.getExpression().getText())
    ? node.getName()
    : undefined;
}

/** Matches outside strings, templates and regular expressions: in comments, that is. */
function switchedOff(source: SourceFile): { place: Place; text: string }[] {
  const text = source.getFullText();
  const matches = [...text.matchAll(SWITCHING_OFF)];
  if (matches.length === 0) return [];
  const literals = TEXTS.flatMap((kind) => source.getDescendantsOfKind(kind));
  return matches
    .filter(({ index }) => !literals.some((node) => node.getStart() <= index && index < node.getEnd()))
    .map(({ 0: match, index }) => ({
      text: match,
      place: {
        getSourceFile: () => source,
        getStartLineNumber: () => source.getLineAndColumnAtPos(index).line,
      },
    }));
}
