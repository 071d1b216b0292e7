import { isObject } from './document-file.ts';

/** Light checks, enough that no later code trips over a record: damage that leaves valid JSON is rare and mostly hits the shape. */

/** Records of a segment. */
export function isSegmentRecord(table: string, id: string, record: unknown): boolean {
  if (!isObject(record) || record['id'] !== id) return false;
  if (table === 'highlights') {
    const numbers = [record['start'], record['end']];
    return [record['articleId'], record['exact']].every((text) => typeof text === 'string') && numbers.every(Number.isFinite);
  }
  if (table !== 'articles') return true;
  const { title, savedAt, files, images, tags, collections, keys } = record;
  return (
    typeof title === 'string' &&
    typeof savedAt === 'string' &&
    isObject(files) &&
    isObject(record['receipt']) &&
    [images, tags, collections, keys].every((list) => Array.isArray(list) && list.every((item) => typeof item === 'string'))
  );
}

/** Records of library.json. */
export function isLibraryRecord(table: string, id: string, record: unknown): boolean {
  if (!isObject(record) || record['id'] !== id) return false;
  if (table === 'tags') return typeof record['name'] === 'string';
  if (table === 'collections') {
    const { name, parentId, order } = record;
    return typeof name === 'string' && (parentId === null || typeof parentId === 'string') && typeof order === 'number';
  }
  return true;
}
