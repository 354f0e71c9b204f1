package fr.acquis.evidence.work;

import org.springframework.stereotype.Component;

/** There is a document to read. */
@Component
public class ReadingSignal extends Signal {}
