export { exportArchive, exportArchiveStream } from './archive-export.ts';
export { stageArchive } from './archive-stage.ts';
export { swapLibrary } from './archive-swap.ts';
