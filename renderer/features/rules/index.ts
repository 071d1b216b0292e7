export { RulesDialog } from './rules-dialog.tsx';
export { WhyDialog } from './why-dialog.tsx';
