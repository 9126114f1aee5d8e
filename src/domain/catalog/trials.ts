/** Trials: 30 days, extendable once (Customer Insights documentation, trial-signup.md). */
export const longestTrialDays = 60;

/** Part numbers that say trial. */
export const trialNames = /TRIAL|VIRAL/i;
