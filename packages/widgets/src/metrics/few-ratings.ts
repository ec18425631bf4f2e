/** Fewer ratings are a mood, not an average: as with the alert on low satisfaction. */
export const FEW_RATINGS = 3;
