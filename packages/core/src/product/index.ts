export { entities } from './entities.js';
export { featureModules } from './feature-modules.js';
export { installReadyMade } from './install-ready-made.js';
export { openProduct } from './open-product.js';
