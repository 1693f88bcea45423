// Mutants that change nothing anyone could see, each with the reason: file below packages/core/src, the code that is
// replaced, what it is replaced by. `npm run mutation` leaves them out of the count, and says when one of them is killed
// after all.
export const equivalent = [];
