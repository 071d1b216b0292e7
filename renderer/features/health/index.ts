export { HealthMark } from './health-mark.tsx';
