/** Pieces for programs: attached, listed, opened, withdrawn. */
package fr.acquis.evidence.api;
