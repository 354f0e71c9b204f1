/** Rows of support. */
package fr.acquis.support.store;
