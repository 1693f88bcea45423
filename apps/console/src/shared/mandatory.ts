import { required } from 'ra-core';

/** For react-admin's inputs: marks the field and asks for it. One value, so that forms are not drawn anew. */
export const mandatory = required();
