/** `auto` follows the preference of the operating system. */
export type Theme = 'light' | 'dark' | 'auto';
