import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { pickBridge } from '../bridge/pick-bridge.ts';
import '../styles/index.css';
import { applyTheme } from '../styles/theme.ts';

// Before the first paint; the person's own theme follows with the settings.
applyTheme('system');

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <App bridge={pickBridge()} />
  </StrictMode>,
);
