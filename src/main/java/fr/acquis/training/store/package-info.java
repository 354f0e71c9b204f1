/** Rows of plans. */
package fr.acquis.training.store;
