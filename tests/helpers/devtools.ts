/** Runs an expression in the page of a Chromium that was started with --remote-debugging-port; the value it resolves to. */
export async function evaluateIn(port: number, expression: string): Promise<unknown> {
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as { type: string; webSocketDebuggerUrl: string }[];
  const page = targets.find((target) => target.type === 'page');
  if (page === undefined) throw new Error('There is no page yet.');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error('The page does not answer.')));
    });
    const params = { expression, awaitPromise: true, returnByValue: true };
    const answer = new Promise<string>((resolve) =>
      socket.addEventListener('message', (message: MessageEvent<string>) => resolve(message.data)),
    );
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    const { result } = JSON.parse(await answer) as { result: { result: { value?: unknown }; exceptionDetails?: { text: string } } };
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result.value;
  } finally {
    socket.close();
  }
}

/** The port in what Chromium prints when it listens for developer tools. */
export const devtoolsPort = (printed: string): number | null => {
  const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(printed)?.[1];
  return port === undefined ? null : Number(port);
};
