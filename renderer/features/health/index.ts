export { HealthDialog } from './health-dialog.tsx';
export { HealthMark } from './health-mark.tsx';
