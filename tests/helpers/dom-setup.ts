import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Parts of the window are read when they are first shown; a second, the default, is short for that on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
