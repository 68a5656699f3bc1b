import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const source = join(import.meta.dirname, '..');

/** Attributes and properties whose text people read or hear. */
const read =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|title|placeholder|label|alt|description|error|message|hint|nothingFoundMessage)$/;

/** What is written the same in every language: keys on the keyboard. */
const allowed = new Set(['(K)', '(J)']);

/** Text that stands in the code instead of the catalogue, each with its line. */
function findBareText(name: string, code: string): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];

  const report = (node: ts.Node, text: string) => {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    if (!/\p{L}/u.test(words) || allowed.has(words)) return;
    found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${words}`);
  };

  /** The texts that an expression can come to; those handed to a call, as to `t`, are its own affair. */
  const reportTexts = (node: ts.Node | undefined): void => {
    if (node === undefined) return;
    if (ts.isStringLiteralLike(node)) report(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      for (const part of [node.head, ...node.templateSpans.map(({ literal }) => literal)]) report(part, part.text);
    } else if (ts.isConditionalExpression(node)) {
      reportTexts(node.whenTrue);
      reportTexts(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      reportTexts(node.left.kind === ts.SyntaxKind.StringLiteral ? node.left : undefined);
      reportTexts(node.right);
    } else if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node) || ts.isAsExpression(node)) {
      reportTexts(node.expression);
    }
  };

  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) {
      if (!isKeyCap(node.parent)) report(node, node.text);
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) reportTexts(node.expression);
    else if (ts.isJsxAttribute(node) && read.test(node.name.getText())) reportTexts(node.initializer);
    else if (ts.isPropertyAssignment(node) && read.test(node.name.getText()) && !isKey(node.initializer)) {
      reportTexts(node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isKeyCap(node: ts.Node): boolean {
  return ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Kbd';
}

/** `shell.themeLight`: the address of a text. */
function isKey(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) && /^\w+(\.\w+)+$/.test(node.text);
}

test('no page has text written into it; all of it comes from the catalogue', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => findBareText(file, readFileSync(join(source, file), 'utf8')))).toEqual([]);
});

test('text in elements, in attributes and in choices between texts is found', () => {
  const page = `
    const page = <main aria-label="Your tickets" className="page">
      <h1>Tickets</h1> {t('tickets.title')} {count > 1 ? 'many' : ''} {'–'} <input placeholder={\`No. of \${name}\`} />
      <button title={busy ? t('a.b') : 'Send'} data-state="ready">{name ?? 'Nobody'}</button> <Kbd>R</Kbd>
    </main>;
    notifications.show({ message: 'Saved', color: 'red' });`;
  expect(findBareText('page.tsx', page)).toEqual([
    'page.tsx:2 Your tickets',
    'page.tsx:3 Tickets',
    'page.tsx:3 many',
    'page.tsx:3 No. of',
    'page.tsx:4 Send',
    'page.tsx:4 Nobody',
    'page.tsx:6 Saved',
  ]);
});
