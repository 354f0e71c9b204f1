/** How the log is written. */
package fr.acquis.platform.logging;
