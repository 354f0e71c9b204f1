/** The journey through all rooms at once, nothing answered in another's place. */
package fr.acquis.whole;
