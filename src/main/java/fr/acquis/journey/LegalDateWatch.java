package fr.acquis.journey;

/** Told, in the same transaction, when a case nears its legal date without a decision; the worklist warns the manager. */
public interface LegalDateWatch {

    void approaching(Journey journey);
}
