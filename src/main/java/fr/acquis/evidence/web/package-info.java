/** Files come in and go out. */
package fr.acquis.evidence.web;
