import type { SaveInput } from '../../../electron/contract/methods.ts';
import { besideOf, selectionText } from './came-with.ts';
import { base64 } from './read-input.ts';

const bytesOf = async (file: File): Promise<string> => base64(new Uint8Array(await file.arrayBuffer()));

/** What to save for a chosen, dropped or pasted file. Rejects where it cannot be read any more. */
export async function inputOfFile(file: File): Promise<SaveInput> {
  const selection = selectionText(file);
  if (selection !== null) return { kind: 'html', html: await file.text(), text: selection };
  const input = { kind: 'file' as const, name: file.name, bytes: await bytesOf(file) };
  const beside = besideOf(file);
  if (beside.length === 0) return input;
  return { ...input, beside: await Promise.all(beside.map(async ({ path, file: one }) => ({ path, bytes: await bytesOf(one) }))) };
}
