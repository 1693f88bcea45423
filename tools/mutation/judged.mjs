/** Folders of core whose rules are mutated and whose specs judge the mutants. */
export const judged = ['criteria/domain', 'scoring/domain', 'shared'];
