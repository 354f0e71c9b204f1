package fr.acquis.evidence.work;

import org.springframework.stereotype.Component;

/** There is a file for the antivirus to look at. */
@Component
public class ScanSignal extends Signal {}
