/** The catalogue's tables. */
package fr.acquis.certification.store;
