/** Puts answers and proofs together in one PDF, on disk and never whole in memory. What comes from outside is redrawn: no script, form or link of a piece enters the file. */
package fr.acquis.livret2.assembly;
