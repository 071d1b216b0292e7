import { createCapture } from '../../electron/adapters/capture/create-capture.ts';
import { workerPath } from '../../electron/adapters/threads/worker-path.ts';
import { testLibrary, type TestLibrary } from './test-library.ts';

/** A library whose captures are the product's own: pages come over HTTP and are taken apart in the real workers. */
export async function realCaptureLibrary(): Promise<TestLibrary> {
  const real = createCapture({
    content: { putImage: (bytes, extension) => library.opened.content.putImage(bytes, extension) },
    workerPath: workerPath('extract'),
    pdfWorkerPath: workerPath('pdf'),
  });
  const library: TestLibrary = await testLibrary({ service: { capture: real.capture, recapture: real.recapture } });
  return {
    ...library,
    close: async () => {
      await library.close();
      await real.close();
    },
  };
}
