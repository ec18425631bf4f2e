import type { ImportWarning } from '@cscx/support-core/connectors/import';

/** Adds a page's warnings to those of the pages before: the same matter is counted, not said again. */
export const addWarnings = (all: ImportWarning[], more: readonly ImportWarning[]): void => {
  for (const warning of more) {
    const known = all.find(
      ({ kind, field, value }) => kind === warning.kind && field === warning.field && value === warning.value,
    );
    if (known) known.count += warning.count;
    else all.push({ ...warning });
  }
};
