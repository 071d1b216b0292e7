/** The address a browser or SingleFile wrote into a page when it was saved as a file, or null. */
export function savedFrom(html: string): string | null {
  const start = html.slice(0, 5000);
  const browser = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+?)\s*-->/i.exec(start)?.[1];
  const singleFile = /<!--[\s\S]{0,200}Page saved with SingleFile[\s\S]{0,100}?url:\s*(https?:\/\/\S+)/i.exec(start)?.[1];
  const found = browser ?? singleFile;
  try {
    return found === undefined ? null : new URL(found).href;
  } catch {
    return null;
  }
}
