package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream an open list listens to. */
@Controller
class LivePage {

    private final LiveMarks marks;
    private final CurrentPerson current;

    LivePage(LiveMarks marks, CurrentPerson current) {
        this.marks = marks;
        this.current = current;
    }

    @GetMapping(value = "/worklist/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() {
        return marks.open(current.get());
    }
}
