/** Forms held to their rules. */
package fr.acquis.forms;
