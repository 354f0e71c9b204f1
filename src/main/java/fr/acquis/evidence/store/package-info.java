/** The rows and the objects of the room, and the sweep that keeps both in step. */
package fr.acquis.evidence.store;
