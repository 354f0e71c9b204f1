package fr.acquis.audit;

/** Tells who acts on the current thread; {@code identity} answers from the signed-in person. */
public interface ActorSource {

    Actor current();
}
