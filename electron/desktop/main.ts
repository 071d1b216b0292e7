import { app } from 'electron';
import { startLibrary } from '../adapters/places/known-libraries.ts';
import { startDesktop } from './desktop.ts';
import { endWith, explainMistakes } from './failure.ts';
import { setProfile } from './profile.ts';
import { registerScheme } from './protocol.ts';
import { lockDownContents } from './security.ts';
import { claimSingleInstance } from './single-instance.ts';
import { startInputs } from './start-arguments.ts';

/** The desktop's first steps, in the order that Electron wants them: all of this comes before it is ready. */
const { root, remembered } = startLibrary();
setProfile(root, Boolean(process.env['OFFPRINT_LIBRARY']));
app.setAppUserModelId('app.offprint.desktop');
registerScheme();
explainMistakes();
lockDownContents();

const inputs = startInputs(process.argv, process.cwd(), Boolean(process.defaultApp));
const desktop = startDesktop(root, remembered);
if (claimSingleInstance(inputs, desktop.reopen)) {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    desktop.save([{ kind: 'path', path }]);
  });
  void app
    .whenReady()
    .then(() => desktop.open(inputs))
    .catch((error: unknown) => endWith(`Offprint could not start: ${error instanceof Error ? error.message : String(error)}`));
} else {
  app.quit();
}
