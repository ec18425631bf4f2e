import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
// Before Tailwind, so that the host's utilities win where both set a property.
import '@cscx/support-widgets/styles.css';
import './index.css';
import { App } from './App.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
