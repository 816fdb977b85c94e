/** Every feature of the editor. */
import type { Feature } from './feature.ts';
import { navigation } from './navigation/navigation.ts';

export const features: readonly Feature[] = [navigation];
