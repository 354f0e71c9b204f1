/** The jury's tables. */
package fr.acquis.jury.store;
