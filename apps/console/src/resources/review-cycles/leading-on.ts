/** Events that lead a cycle on; the first that is offered is the page's one primary button. */
export const leadingOn: readonly string[] = ['launch', 'conclude', 'end-stage', 'close'];
