/** What keeps the application from starting wrongly, and the words it says then. */
package fr.acquis.platform.start;
