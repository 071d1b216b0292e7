import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './project.mjs';

/** Where words are declared, as `{ id: '…', defaultMessage: '…' }`. */
const PLACES = ['renderer', 'electron/desktop'];
const COMMAND_TABLE = 'electron/contract/commands.table.ts';
const COMMAND_WORDS = ['renderer/i18n/command-words.ts', 'electron/desktop/menu-template.ts'];

/**
 * Every message of the sources in English, sorted by id: `Map<id, { english, at }>`, `at` = file:line. Throws with all mistakes in one
 * text: an id that says two things, an id or a message that is not written out where it is declared.
 */
export async function extractMessages(root = ROOT) {
  const messages = new Map();
  const mistakes = [];
  const add = (id, english, at) => {
    const known = messages.get(id);
    if (known && known.english !== english) mistakes.push(`${at}: ${id} says something else in ${known.at}`);
    else if (!known) messages.set(id, { english, at });
  };
  for (const place of PLACES) {
    for (const file of await sourcesOf(join(root, place))) {
      const at = relative(root, file).replaceAll('\\', '/');
      const text = await readFile(file, 'utf8');
      if (text.includes('defaultMessage')) declaredIn(text, at, add, mistakes);
    }
  }
  const table = await readFile(join(root, COMMAND_TABLE), 'utf8').catch(() => '');
  commandWords(table, add);
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return new Map([...messages].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function sourcesOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function declaredIn(text, file, add, mistakes) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const english = valueOf(node, 'defaultMessage');
      const id = valueOf(node, 'id');
      const at = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      if (english !== undefined) {
        if (id !== undefined && ts.isStringLiteralLike(id) && ts.isStringLiteralLike(english)) add(id.text, english.text, at);
        // The words of commands are those of their table, which is read below.
        else if (!COMMAND_WORDS.includes(file))
          mistakes.push(`${at}: a message needs its id and its words written out, so that they can be found`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function valueOf(object, name) {
  const property = object.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === name);
  return property?.initializer;
}

/** The commands' labels and groups: `command.<id>` and `command.group.<group>`. */
function commandWords(table, add) {
  const source = ts.createSourceFile(COMMAND_TABLE, table, ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    if (ts.isObjectLiteralExpression(node)) {
      const [id, label, group] = ['id', 'label', 'group'].map((name) => valueOf(node, name)?.text);
      if (id !== undefined && label !== undefined && group !== undefined) {
        add(`command.${id}`, label, COMMAND_TABLE);
        add(`command.group.${group}`, group, COMMAND_TABLE);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
