/** Tells people, once the time to take back is over, that something waits to be read. */
package fr.acquis.exchange.work;
