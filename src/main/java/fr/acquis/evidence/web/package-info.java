/** Attaching, listing, opening and withdrawing files from a page; the fragments other rooms' pages include. */
package fr.acquis.evidence.web;
