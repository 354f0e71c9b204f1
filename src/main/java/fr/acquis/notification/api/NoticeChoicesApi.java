package fr.acquis.notification.api;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.notification.Pace;
import fr.acquis.notification.Paces;
import fr.acquis.notification.Subject;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(name = "Notifications", description = "Of what the caller is told, and how soon")
class NoticeChoicesApi {

    private final Paces paces;
    private final CurrentPerson current;

    NoticeChoicesApi(Paces paces, CurrentPerson current) {
        this.paces = paces;
        this.current = current;
    }

    /** @param open whether it can be chosen at all: of rights and their dates everybody is told at once */
    record SubjectChoice(Subject subject, Pace pace, boolean open) {}

    record PaceWish(@NotNull Pace pace) {}

    @GetMapping("/api/v1/notices/choices")
    @Operation(summary = "The subjects the caller is told of, by their roles, and how soon of each")
    PageOf<SubjectChoice> list() {
        SignedIn me = current.get();
        Map<Subject, Pace> paces = this.paces.of(me.id());
        return new PageOf<>(
                Subject.of(me).stream()
                        .map(subject -> new SubjectChoice(subject, paces.get(subject), !subject.always()))
                        .toList(),
                null);
    }

    @PutMapping("/api/v1/notices/choices/{subject}")
    @Operation(summary = "Chooses how soon the caller is told of a subject: at once, by one mail a day, never")
    PageOf<SubjectChoice> choose(@PathVariable Subject subject, @Valid @RequestBody PaceWish wish) {
        SignedIn me = current.get();
        if (!Subject.of(me).contains(subject)) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "api.unknown");
        }
        paces.choose(me.id(), subject, wish.pace());
        return list();
    }
}
