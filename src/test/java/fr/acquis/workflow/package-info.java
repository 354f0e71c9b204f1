/** The room's promises, on a real engine and a real database. */
package fr.acquis.workflow;
