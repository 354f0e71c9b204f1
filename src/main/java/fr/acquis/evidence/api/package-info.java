/** Pieces for programs: attached, listed, opened, withdrawn; what the machine read in them and what people answer. */
package fr.acquis.evidence.api;
