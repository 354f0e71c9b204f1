/** The API as a program meets it: over HTTP, with a person's own token. */
package fr.acquis.api;
