/** What dragged articles travel as, from the list to a collection or tag. The value is a JSON array of ids. */
export const ARTICLES_TYPE = 'application/x-offprint-articles';

/** The ids of dropped articles; empty where something else was dropped. */
export function draggedArticles(transfer: Pick<DataTransfer, 'getData'>): string[] {
  try {
    const value: unknown = JSON.parse(transfer.getData(ARTICLES_TYPE));
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
