/** Rows of what is written. */
package fr.acquis.exchange.store;
