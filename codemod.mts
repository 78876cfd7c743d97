import { Node, Project, SyntaxKind, type ObjectLiteralExpression, type SourceFile, type VariableStatement } from "ts-morph";
import { readdirSync, writeFileSync, readFileSync } from "node:fs";
const root = "/work/w-claims/src/claims";
const project = new Project({ skipAddingFilesFromTsConfig: true });
const files = [...readdirSync(root).filter((f) => f.endsWith(".ts")), ...readdirSync(root + "/instances").map((f) => "instances/" + f)].map((f) => `${root}/${f}`);
const val = (o: ObjectLiteralExpression, k: string): Node | undefined => {
  const p = o.getProperty(k);
  if (p === undefined) return undefined;
  return Node.isPropertyAssignment(p) ? p.getInitializer() : Node.isShorthandPropertyAssignment(p) ? p.getNameNode() : undefined;
};
function simple(source: SourceFile, name: string): boolean | undefined {
  const d = source.getVariableDeclaration(name);
  if (d === undefined || !Node.isSourceFile(d.getVariableStatement()?.getParent())) return undefined;
  const isSimple = (n: Node | undefined): boolean => {
    if (n === undefined) return false;
    if (Node.isNumericLiteral(n) || Node.isBigIntLiteral(n) || Node.isStringLiteral(n) || Node.isNoSubstitutionTemplateLiteral(n) || Node.isTemplateExpression(n)) return true;
    if (Node.isPrefixUnaryExpression(n)) return true;
    if (Node.isAsExpression(n)) return isSimple(n.getExpression());
    if (Node.isArrayLiteralExpression(n)) return n.getElements().every(isSimple);
    if (Node.isBinaryExpression(n)) return isSimple(n.getLeft()) && isSimple(n.getRight());
    return false;
  };
  return isSimple(d.getInitializer());
}
const idsIn = (n: Node): string[] => [n, ...n.getDescendants()].filter(Node.isIdentifier).filter((i) => {
  const p = i.getParent();
  return !(Node.isPropertyAssignment(p) && p.getNameNode() === i) && !(Node.isPropertyAccessExpression(p) && p.getNameNode() === i);
}).map((i) => i.getText());
function params(source: SourceFile, name: string): number | undefined {
  const f = source.getFunction(name);
  return f?.getParameters().length;
}
function convert(o: ObjectLiteralExpression, source: SourceFile): string | undefined {
  const run = val(o, "run"); const name = val(o, "name");
  if (run === undefined || name === undefined || !Node.isArrowFunction(run)) return undefined;
  let body: Node = run.getBody(); let upTo: string | undefined; let table: string | undefined;
  if (Node.isBlock(body)) {
    const st = body.getStatements();
    if (st.length !== 2) return undefined;
    const m = /^const bound = Math\.min\(maxM, (.*)\);$/.exec(st[0]!.getText());
    if (m === null || !Node.isReturnStatement(st[1]!)) return undefined;
    upTo = m[1]; body = st[1].getExpression()!;
  }
  if (Node.isParenthesizedExpression(body)) body = body.getExpression();
  if (Node.isObjectLiteralExpression(body)) {
    const ps = body.getProperties();
    if (ps.length !== 2 || !Node.isSpreadAssignment(ps[0]!) || !Node.isPropertyAssignment(ps[1]!) || ps[1].getName() !== "table") return undefined;
    const t = ps[1].getInitializer()!.getText();
    table = /^(\w+)\(\)$/.exec(t)?.[1] ?? `() => ${t}`;
    body = ps[0].getExpression();
  }
  if (!Node.isCallExpression(body)) return undefined;
  const callee = body.getExpression().getText();
  const maker = { exhaustive: "everyCase", certified: "certificates" }[callee];
  const arg = body.getArguments()[0];
  if (maker === undefined || !Node.isObjectLiteralExpression(arg)) return undefined;
  const out: string[] = [];
  if (o.getProperty("long") !== undefined) out.push("long: true");
  if (upTo !== undefined) out.push(`upTo: ${upTo}`);
  for (const p of arg.getProperties()) {
    const key = Node.isPropertyAssignment(p) || Node.isShorthandPropertyAssignment(p) ? p.getName() : undefined;
    if (key === undefined) return undefined;
    if (key === "progress") continue;
    const init = val(arg, key)!; const text = init.getText();
    const comment = p.getLeadingCommentRanges().map((r) => r.getText() + "\n").join("");
    if (key === "check") {
      const m = /^\((\w+)\) => (\w+)\(\1\)$/.exec(text);
      out.push(`${comment}check: ${m?.[2] ?? text}`); continue;
    }
    const ids = new Set(idsIn(init));
    const size = upTo !== undefined ? (ids.has("bound") ? "bound" : undefined) : ids.has("maxM") ? "maxM" : undefined;
    if (upTo !== undefined && ids.has("maxM")) return undefined;
    const seed = ids.has("seed");
    const head = size !== undefined ? (seed ? `(${size}, seed)` : `(${size})`) : seed ? "(_, seed)" : "()";
    const lazy = key === "cases" || key === "instances";
    const heavy = [...ids].some((id) => simple(source, id) === false);
    if (lazy) {
      const call = /^(\w+)\(((?:\w+(?:, )?)*)\)$/.exec(text);
      const args = call?.[2] ?? "";
      const n = call === null ? undefined : params(source, call[1]!);
      const want = size !== undefined && seed ? `${size}, seed` : size ?? (seed ? undefined : "");
      if (call !== null && n !== undefined && args === want && n === (args === "" ? 0 : args.split(", ").length)) out.push(`${comment}${key}: ${call[1]}`);
      else out.push(`${comment}${key}: ${head} => ${text}`);
    } else if (size !== undefined || seed || heavy) out.push(`${comment}${key}: ${head} => ${text}`);
    else out.push(`${comment}${key}: ${text}`);
  }
  if (table !== undefined) out.push(`table: ${table}`);
  return `${maker}(${name.getText()}, {\n${out.join(",\n")},\n})`;
}
for (const path of files) {
  const source = project.addSourceFileAtPath(path);
  let text = source.getFullText();
  const log: string[] = [];
  // 1. convert evidence objects
  for (;;) {
    const target = source.getDescendantsOfKind(SyntaxKind.ObjectLiteralExpression).find((o) => o.getProperty("run") !== undefined && o.getProperty("name") !== undefined && convert(o, source) !== undefined);
    if (target === undefined) break;
    target.replaceWithText(convert(target, source)!);
  }
  for (const o of source.getDescendantsOfKind(SyntaxKind.ObjectLiteralExpression)) if (o.getProperty("run") !== undefined && o.getProperty("name") !== undefined) log.push("left: " + val(o, "name")!.getText());
  const decl = source.getVariableDeclaration("claim");
  const object = decl?.getInitializer();
  if (decl !== undefined && Node.isObjectLiteralExpression(object)) {
    // 2. inline local evidence constants
    const list = val(object, "evidence");
    if (list === undefined) { log.push("no evidence"); }
    else {
      let elements: string[] = [];
      const drop: VariableStatement[] = [];
      const flat = (n: Node): void => {
        if (Node.isArrayLiteralExpression(n)) { for (const e of n.getElements()) flat(e); return; }
        if (Node.isSpreadElement(n)) {
          const e = n.getExpression();
          if (e.getText() === "properties.map(sampled)") { elements.push("PROPERTIES"); return; }
          flat(e); return;
        }
        if (Node.isIdentifier(n)) {
          const d = source.getVariableDeclaration(n.getText());
          if (d !== undefined && !d.isExported()) { drop.push(d.getVariableStatement()!); flat(d.getInitializer()!); return; }
          if (d !== undefined) log.push("exported evidence " + n.getText());
          elements.push(Node.isSpreadElement(n.getParent()) ? `...${n.getText()}` : n.getText()); return;
        }
        const c = n.getLeadingCommentRanges().map((r) => r.getText() + "\n").join("");
        elements.push(c + n.getText());
      };
      flat(list);
      const at = elements.indexOf("PROPERTIES");
      const rest = at < 0 ? [] : elements.slice(at + 1);
      if (rest.some((e) => !e.startsWith("numeric("))) log.push("evidence after properties: " + rest.map((e) => e.slice(0, 40)));
      const floats = elements.some((e) => e.startsWith("numeric("));
      if (floats && !elements.at(-1)!.startsWith("numeric(")) log.push("numeric not last");
      elements = elements.filter((e) => e !== "PROPERTIES" && !e.startsWith("numeric("));
      const fields: string[] = [];
      for (const key of ["id", "title", "answer", "statement", "source", "hypotheses", "provedInPart"]) {
        const v = val(object, key);
        if (v !== undefined) fields.push(`${key}: ${v.getText()}`);
      }
      fields.push(`evidence: [\n${elements.map((e) => e + ",\n").join("")}]`);
      const cites = val(object, "cites") as ObjectLiteralExpression;
      const props = val(cites, "properties")!.getText();
      if (props === "properties.map((property) => property.name)") fields.push("properties"); else if (props !== "[]") log.push("properties " + props);
      if ((at >= 0) !== (props !== "[]")) log.push("properties mismatch");
      if (floats) fields.push("floats: true");
      const theorems = val(cites, "theorems");
      if (theorems !== undefined) fields.push(`theorems: ${theorems.getText()}`);
      const tests = val(cites, "tests")!.getText();
      const id = val(object, "id")!.getText().slice(1, -1);
      if (!tests.includes(`test/claims/${id}.test.ts`)) log.push("tests " + tests);
      const claimText = `export const claim: Claim = {\n${fields.join(",\n")},\n};\n`;
      const claimStatement = decl.getVariableStatement()!;
      const lead = claimStatement.getLeadingCommentRanges().map((r) => r.getText() + "\n").join("");
      // consts needed
      const needed: VariableStatement[] = [];
      const tmp = project.createSourceFile("/tmp/x.ts", claimText, { overwrite: true });
      const eager = tmp.getDescendantsOfKind(SyntaxKind.Identifier).filter((i) => i.getFirstAncestorByKind(SyntaxKind.ArrowFunction) === undefined).map((i) => i.getText());
      const add = (name: string): void => {
        const s = simple(source, name);
        if (s === undefined) return;
        const st = source.getVariableDeclaration(name)!.getVariableStatement()!;
        if (st === claimStatement || drop.includes(st)) return;
        if (s === false) { log.push("eager heavy const " + name); return; }
        for (const dep of idsIn(st)) if (dep !== name) add(dep);
        if (!needed.includes(st)) needed.push(st);
      };
      for (const name of new Set(eager)) add(name);
      project.removeSourceFile(tmp);
      const imports = source.getImportDeclarations();
      const skip = new Set<Node>([claimStatement, ...drop, ...needed, ...imports]);
      const order = needed.sort((a, b) => a.getPos() - b.getPos());
      const full = (n: Node): string => n.getFullText().replace(/^\n+/, "");
      const others = source.getStatementsWithComments().filter((s) => !skip.has(s) && !Node.isCommentStatement(s));
      text = imports.map((i) => i.getFullText()).join("").trimStart() + "\n\n" + order.map((s) => full(s).trimEnd() + "\n").join("") + "\n" + lead + claimText + "\n" + others.map((s) => full(s).trimEnd() + "\n").join("\n");
    }
  } else text = source.getFullText();
  // imports
  const has = (w: string, t: string): boolean => new RegExp(`\\b${w}\\b`).test(t.replace(/^import [^;]*;$/gms, ""));
  const dir = path.includes("/instances/") ? "../evidence" : "./evidence";
  const addImport = (w: string, file: string): void => {
    if (has(w, text) && !new RegExp(`import [^;]*\\b${w}\\b`).test(text)) text = text.replace(/^(import [^;]*;\n)(?![^]*^import )/m, `$1import { ${w} } from "${dir}/${file}.js";\n`);
  };
  const dropImport = (w: string): void => {
    if (has(w, text)) return;
    text = text.replace(new RegExp(`^import (type )?\\{ (type )?${w} \\} from "[^"]*";\\n`, "m"), "");
    text = text.replace(new RegExp(`^(import [^;]*?\\{[^;}]*?)(?:\\btype )?\\b${w}\\b, `, "m"), "$1");
    text = text.replace(new RegExp(`^(import [^;]*?\\{[^;}]*?), (?:type )?${w}\\b( \\})`, "m"), "$1$2");
  };
  for (const w of ["exhaustive", "certified", "sampled", "numeric", "Evidence"]) dropImport(w);
  addImport("everyCase", "everyCase"); addImport("certificates", "certificates");
  if (text !== readFileSync(path, "utf8")) writeFileSync(path, text);
  if (log.length > 0) console.log(path.slice(root.length + 1), log.join(" | "));
}
