// What the ranking rules and their specs use of the criteria, without the modules, queries and database behind its public face.
export { lint } from '../../packages/core/src/criteria/domain/lint.js';
export { compileSet, scoreUnit } from '../../packages/core/src/criteria/domain/compile-set.js';
export { asText, note } from '../../packages/core/src/criteria/domain/trace.js';
