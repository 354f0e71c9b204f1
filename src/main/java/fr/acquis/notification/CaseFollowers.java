package fr.acquis.notification;

import fr.acquis.shared.PersonId;
import java.util.List;

/**
 * Who wants to hear of a case they are not asked anything of; answered by the room that keeps it. Those who may no longer see
 * the case, and whoever did what is told, are not among them.
 */
public interface CaseFollowers {

    List<PersonId> of(CaseReference about);
}
