import { expect, startApp, test } from '../app.ts';
import type { WebServer } from '../../helpers/web-server.ts';
import { startNewsSite } from '../news-site.ts';
import { Window } from '../pages/window.ts';

const LIGHTHOUSE = 'The lighthouse keeps its keeper';
const BOSPHORUS = 'Boğaz’da sisli bir sabah';

let site: WebServer;
test.beforeEach(async () => {
  site = await startNewsSite();
});
test.afterEach(() => site.close());

test('a search becomes a smart collection whose count is live', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse\n${site.origin}/bosphorus`);
  await expect(window.list.getByRole('option')).toHaveCount(2);
  await window.search.fill('is:unread');
  await page.getByRole('button', { name: 'Save search…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New smart collection' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Fresh');
  await expect(dialog.getByText('2 articles fit now')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fresh' })).toBeVisible();
  await expect(window.node('Fresh')).toContainText('2 articles');
  await window.read(LIGHTHOUSE);
  await expect(window.node('Fresh')).toContainText('1 article');
  await window.node('Fresh').click();
  await page.keyboard.press('Control+z');
  await expect(window.node('Fresh')).toBeHidden();
});

test('a tag is renamed, merged and coloured, and each is undone', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse\n${site.origin}/bosphorus`);
  const tag = async (title: string, name: string): Promise<void> => {
    await window.row(title).click();
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: 'Tags' });
    await dialog.getByRole('textbox', { name: 'Find or make a tag' }).fill(name);
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(window.node(name)).toBeVisible();
  };
  const menu = async (name: string, item: string): Promise<void> => {
    await window.node(name).click({ button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
  };
  const rename = async (from: string, to: string): Promise<void> => {
    await menu(from, 'Rename');
    await page.getByRole('textbox', { name: `New name for ${from}` }).fill(to);
    await page.keyboard.press('Enter');
  };
  await tag(LIGHTHOUSE, 'harbour');
  await tag(BOSPHORUS, 'fog');

  await rename('fog', 'mist');
  await expect(window.node('mist')).toContainText('1 article');
  await rename('mist', 'harbour');
  const merge = page.getByRole('dialog', { name: 'Merge two tags?' });
  await merge.getByRole('button', { name: 'Merge' }).click();
  await expect(merge).toBeHidden();
  await expect(window.node('harbour')).toContainText('2 articles');
  await expect(window.node('mist')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(window.node('mist')).toContainText('1 article');
  await page.keyboard.press('Control+z');
  await expect(window.node('fog')).toBeVisible();

  await menu('harbour', 'Colour…');
  const look = page.getByRole('dialog', { name: 'Tag harbour' });
  await look.getByRole('radio', { name: 'Teal' }).check({ force: true });
  await look.getByRole('button', { name: 'Save' }).click();
  await expect(look).toBeHidden();
  await menu('harbour', 'Colour…');
  await expect(look.getByRole('radio', { name: 'Teal' })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await menu('harbour', 'Colour…');
  await expect(look.getByRole('radio', { name: 'Teal' })).not.toBeChecked();
});

test('a list keeps its order and its groups over a reload', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse\n${site.origin}/bosphorus`);
  const rows = window.list.getByRole('option');
  await expect(rows).toHaveCount(2);
  const choose = async (part: string, name: string): Promise<void> => {
    await page.getByRole('button', { name: 'How the list is shown' }).click();
    await page.getByRole('group', { name: part }).getByRole('menuitemradio', { name, exact: true }).click();
    await page.keyboard.press('Escape');
  };
  await choose('Sort by', 'Title');
  await expect(rows.first()).toContainText(BOSPHORUS);
  await page.reload();
  await expect(rows.first()).toContainText(BOSPHORUS);
  await choose('Group by', 'Source');
  await expect(window.list.getByRole('group', { name: 'The Harbour Post' })).toBeVisible();
  await page.reload();
  await expect(window.list.getByRole('group', { name: 'The Harbour Post' }).getByRole('option')).toHaveCount(2);
});

test('the palette goes to an article, a collection and a command', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse`);
  await expect(window.row(LIGHTHOUSE)).toBeVisible();
  await page.keyboard.press('Control+Shift+N');
  const made = page.getByRole('dialog', { name: 'New collection' });
  await made.getByRole('textbox').first().fill('Harbours');
  await page.keyboard.press('Enter');
  // Keys are the dialog's until it has gone.
  await expect(made).toBeHidden();
  await expect(window.node('Harbours')).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Go to anything' });
  const go = async (typed: string, option: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill(typed);
    await expect(palette.getByRole('option', { selected: true })).toContainText(option);
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
  };
  await go('harbours', 'Harbours');
  await expect(page.getByRole('heading', { level: 1, name: 'Harbours' })).toBeVisible();
  await window.node('Harbours').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit description and look…' }).click();
  const look = page.getByRole('dialog', { name: 'Collection Harbours' });
  await look.getByRole('textbox', { name: 'Description' }).fill('All about ports.');
  await look.getByRole('button', { name: 'Save' }).click();
  await expect(look).toBeHidden();
  await expect(page.getByText('All about ports.')).toBeVisible();
  await go('keeper', LIGHTHOUSE);
  await expect(window.article.locator('p').first()).toBeVisible();
  await go('shortcuts', 'Keyboard shortcuts');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a rule is tried out, acts on what comes, and says so', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse`);
  await expect(window.row(LIGHTHOUSE)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Command/ }).fill('rules');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Rules' }).getByRole('button', { name: 'New rule' }).click();
  const rule = page.getByRole('dialog', { name: 'New rule' });
  await rule.getByRole('textbox', { name: 'Name' }).fill('Turkish');
  await rule.getByRole('textbox', { name: 'For articles that fit' }).fill('keeper');
  await expect(rule.getByText('It fits 1 article that is there:')).toBeVisible();
  await expect(rule.getByText(LIGHTHOUSE)).toBeVisible();
  await rule.getByRole('textbox', { name: 'For articles that fit' }).fill('lang:tr');
  await expect(rule.getByText('It fits no article that is there.')).toBeVisible();
  await rule.getByRole('checkbox', { name: 'Star' }).check({ force: true });
  await rule.getByRole('checkbox', { name: 'Switched on' }).check({ force: true });
  await rule.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('checkbox', { name: 'Turkish: on' })).toBeChecked();
  await page.keyboard.press('Escape');

  await window.add(`${site.origin}/bosphorus`);
  await expect(window.row(BOSPHORUS).getByRole('img', { name: 'Starred' })).toBeVisible();
  await expect(window.row(LIGHTHOUSE).getByRole('img', { name: 'Starred' })).toBeHidden();
  await window.row(BOSPHORUS).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Why is it here?' }).click();
  await expect(page.getByRole('dialog', { name: 'Why is it here?' })).toContainText('The rule “Turkish” fitted it: starred.');
});

test('what was done can be undone from the history after a restart', async ({ page, library }) => {
  const first = await startApp(library);
  const window = new Window(page);
  await window.open(first.url);
  await window.add(`${site.origin}/lighthouse`);
  await window.row(LIGHTHOUSE).click();
  await page.keyboard.press('s');
  await expect(window.row(LIGHTHOUSE).getByRole('img', { name: 'Starred' })).toBeVisible();
  // The row shows it at once; the count comes from the library, which has it then.
  await expect(window.node('Starred')).toContainText('1 article');
  await first.stop();

  const second = await startApp(library);
  try {
    await window.open(second.url);
    await expect(window.row(LIGHTHOUSE).getByRole('img', { name: 'Starred' })).toBeVisible();
    await page.keyboard.press('Control+Shift+H');
    const history = page.getByRole('dialog', { name: 'History' });
    await history.getByRole('button', { name: /^Undo: Star/ }).click();
    await expect(history.getByRole('status')).toHaveText('Undid 1 change.');
    await page.keyboard.press('Escape');
    await expect(window.row(LIGHTHOUSE).getByRole('img', { name: 'Starred' })).toBeHidden();
  } finally {
    await second.stop();
  }
});
