/**
 * What is asked of the workflow engine, whichever it is: the contract every cluster has to keep, and what the
 * development engine promises beyond it (it survives, it stays small, it is quick enough).
 */
package fr.acquis.engine;
