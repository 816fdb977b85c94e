/** Style sheets that pages import: the build writes them beside the page. */
declare module '*.css';
