/** Every feature of the editor. */
import type { Feature } from './feature.ts';
import { navigation } from './navigation/navigation.ts';
import { sidebar } from './sidebar/sidebar.ts';

export const features: readonly Feature[] = [sidebar, navigation];
