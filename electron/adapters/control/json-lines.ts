import type { Socket } from 'node:net';

/** A file of 64 MB arrives as 86 MB of base64; more than this in one line is a mistake, or malice. */
const MAX_LINE = 128 * 1024 * 1024;

export interface JsonLines {
  send(value: unknown): void;
}

/** One JSON document a line, both ways, over a socket. A line that is not JSON, or too long, ends the connection. */
export function jsonLines(socket: Socket, onValue: (value: unknown) => void): JsonLines {
  let pieces: Buffer[] = [];
  let size = 0;
  socket.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      pieces.push(rest.subarray(0, end));
      const line = Buffer.concat(pieces).toString('utf8');
      pieces = [];
      size = 0;
      rest = rest.subarray(end + 1);
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        socket.destroy();
        return;
      }
      onValue(value);
    }
    if (rest.length > 0) pieces.push(rest);
    size += rest.length;
    if (size > MAX_LINE) socket.destroy();
  });
  return {
    send: (value) => {
      if (socket.writable) socket.write(`${JSON.stringify(value)}\n`);
    },
  };
}
