/** What goes on behind the pages: reading documents in a process apart, and sweeping the object store. */
package fr.acquis.evidence.work;
