/** The room's rows, by SQL. */
package fr.acquis.notification.store;
