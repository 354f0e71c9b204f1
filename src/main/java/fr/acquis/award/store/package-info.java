/** Rows of the register, of appeals and closings. */
package fr.acquis.award.store;
