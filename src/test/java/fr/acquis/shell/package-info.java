/** Promises of the shell: words, templates, contrasts, vendor files, navigation. */
package fr.acquis.shell;
