/** How the log is written: the case a line belongs to, and no word that may name a person. */
package fr.acquis.platform.logging;
