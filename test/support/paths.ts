/** Where things stand in this checkout, for the project's own scripts and tests. */
import * as path from 'node:path';

/** The top folder of the checkout. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** Git-ignored: the downloaded editor, bundled tests, and whatever else can be made again. */
export const cacheFolder = path.join(root, '.vscode-test');

/** The small product whose context shows every kind and state. */
export const demoFolder = path.join(root, 'test', 'fixtures', 'demo');
