import {
  Bookmark,
  BookOpen,
  Briefcase,
  Camera,
  Code,
  Film,
  FlaskConical,
  Flag,
  Folder,
  Globe,
  HeartPulse,
  Heart,
  House,
  Lightbulb,
  Map as MapIcon,
  Music,
  Newspaper,
  Palette,
  Scale,
  Search,
  Star,
  Users,
  Utensils,
  Wallet,
  type LucideIcon,
} from 'lucide-react';
import type { Colour, Icon } from '../../electron/contract/entities.ts';

/** The picture of each icon name. */
export const ICON_PICTURES: Readonly<Record<Icon, LucideIcon>> = {
  folder: Folder,
  book: BookOpen,
  newspaper: Newspaper,
  star: Star,
  heart: Heart,
  flag: Flag,
  bookmark: Bookmark,
  globe: Globe,
  map: MapIcon,
  home: House,
  work: Briefcase,
  code: Code,
  science: FlaskConical,
  music: Music,
  film: Film,
  camera: Camera,
  art: Palette,
  food: Utensils,
  health: HeartPulse,
  money: Wallet,
  law: Scale,
  people: Users,
  idea: Lightbulb,
  search: Search,
};

export const COLOUR_NAMES: readonly Colour[] = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'];
export const ICON_NAMES = Object.keys(ICON_PICTURES) as Icon[];

/** The colour as CSS. */
export const tint = (colour: Colour | null | undefined): string | undefined => (colour ? `var(--tint-${colour})` : undefined);
