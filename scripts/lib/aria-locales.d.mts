import type { Plugin } from 'vite';

export function ariaLocalesPlugin(): Plugin;
