/** Addresses of pages, put together from their parts. */
import type { HostedRepository, Parts } from './host.ts';

/** Where the path of the address is the path of the page. */
export function pathPlace(parts: Parts): HostedRepository {
  const { host, segments } = parts;
  return {
    host,
    owner: segments.slice(0, -1).join('/'),
    name: segments.at(-1) ?? '',
    web: `${origin(parts)}/${encoded(segments)}`,
  };
}

/** Pages are on HTTPS unless git itself is told to go without; a port of SSH says nothing of them. */
export function origin({ scheme, host, port }: Parts): string {
  const isWeb = scheme === 'http' || scheme === 'https';
  const isStandard = port === '' || port === (scheme === 'http' ? '80' : '443');
  return `${scheme === 'http' ? 'http' : 'https'}://${host}${isWeb && !isStandard ? `:${port}` : ''}`;
}

/** Parts of a path as they stand in an address. */
export function encoded(segments: readonly string[]): string {
  return segments.map((segment) => encodeURIComponent(segment.toWellFormed()).replace(/[!'()*]/g, percent)).join('/');
}

/** `encodeURIComponent` leaves some marks that end an address in running text, or a link in Markdown. */
const percent = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;

export type QueryFields = Readonly<Record<string, string | number>>;

/** Fields as they stand behind the question mark of an address. */
export function query(fields: QueryFields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encoded(String(value).split('/')).replaceAll('/', '%2F')}`)
    .join('&');
}

/** A path, or a branch whose slashes stay slashes, as it stands in an address. */
export const encodedPath = (path: string): string => encoded(path.split('/'));
