/** Files on their way in: spooled to disk, never whole in memory, and checked before anything is kept. */
package fr.acquis.evidence.intake;
