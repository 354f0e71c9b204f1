/** What the process asks of the room, and what is done behind the pages. */
package fr.acquis.livret2.work;
