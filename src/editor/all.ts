/** Every feature of the editor. */
import type { Feature } from './feature.ts';

export const features: readonly Feature[] = [];
