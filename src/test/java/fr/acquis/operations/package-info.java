/** The product as those who run it see it: figures, log, production files, backup. */
package fr.acquis.operations;
