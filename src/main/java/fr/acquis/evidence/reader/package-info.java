/**
 * The process that opens documents: started by {@link fr.acquis.evidence.work.ReaderProcess}, given one file at a time, with
 * little memory, no secret in its environment and nobody to talk to but the parent. Knows no Spring, no database, no store;
 * a document that brings it down brings down nothing else.
 */
package fr.acquis.evidence.reader;
