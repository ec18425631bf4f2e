/** What switches between a chart and the table of its numbers, in English. */
export const englishChartTable = { viewAsTable: 'View as table', viewAsChart: 'View as chart' };
