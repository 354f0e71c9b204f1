/** From facts to a page, from a page to a PDF. */
package fr.acquis.notification.letter;
