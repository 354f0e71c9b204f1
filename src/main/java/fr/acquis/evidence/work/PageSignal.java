package fr.acquis.evidence.work;

import org.springframework.stereotype.Component;

/** Somebody looks at a page that is to be drawn. */
@Component
public class PageSignal extends Signal {}
