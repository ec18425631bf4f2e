/**
 * Look of the widgets: `auto` follows the preference of the operating system, `cscx` is dark in the colours of CSCX. Any
 * other name is a theme of the host's own: it stands in `data-sw-theme` for the host's CSS.
 */
export type Theme = 'light' | 'dark' | 'auto' | 'cscx' | (string & {});
