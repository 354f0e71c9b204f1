/** What the process asks of support, and its two staff forms. */
package fr.acquis.support.work;
