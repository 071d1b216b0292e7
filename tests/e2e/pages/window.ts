import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** Offprint's window as a person finds it: by role and by name. */
export class Window {
  readonly page: Page;
  readonly list: Locator;
  readonly search: Locator;
  readonly tree: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('listbox');
    this.search = page.getByRole('combobox', { name: 'Search' });
    this.tree = page.getByRole('tree', { name: 'Library' });
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await expect(this.tree).toBeVisible();
  }

  /** The row of an article, by a part of its title. */
  row(title: string): Locator {
    return this.list.getByRole('option').filter({ hasText: title });
  }

  /** A line of the sidebar, by its name. */
  node(name: string): Locator {
    return this.tree.getByRole('treeitem').filter({ hasText: name }).last();
  }

  /** The text of the open article. */
  get article(): FrameLocator {
    return this.page.frameLocator('iframe');
  }

  /** Saves what is typed into the Add dialog. */
  async add(text: string): Promise<void> {
    await this.page.keyboard.press('Control+n');
    const dialog = this.page.getByRole('dialog', { name: 'Add article' });
    await dialog.getByRole('textbox').first().fill(text);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  async read(title: string): Promise<void> {
    await this.row(title).click();
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(this.article.locator('p').first()).toBeVisible();
  }
}
