/** The conversation's pure parts. */
package fr.acquis.workflow.engine;
