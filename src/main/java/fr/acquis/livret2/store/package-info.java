/** Rows of livret 2: the livret of an attempt, its reviews, its deposits. */
package fr.acquis.livret2.store;
